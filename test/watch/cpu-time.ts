/** CPU time: what was computed, whatever else the machine does. */
import type { Browser, CDPSession } from 'playwright';

const sessions = new WeakMap<Browser, Promise<CDPSession>>();

/** Of all processes of a browser that live. */
export async function cpuSecondsOf(browser: Browser): Promise<number> {
  const session = sessions.get(browser) ?? browser.newBrowserCDPSession();
  sessions.set(browser, session);
  const { processInfo } = await (await session).send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Of this process, with all its threads. */
export function cpuSecondsHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
