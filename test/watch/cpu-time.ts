/** CPU time in seconds. A busy machine does not change it, unlike the time on a clock. */
import type { Browser, CDPSession } from 'playwright';

const sessions = new WeakMap<Browser, Promise<CDPSession>>();

/** The CPU time of all live processes of a browser. */
export async function cpuSecondsOf(browser: Browser): Promise<number> {
  const session = sessions.get(browser) ?? browser.newBrowserCDPSession();
  sessions.set(browser, session);
  const { processInfo } = await (await session).send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** The CPU time of this process with all its threads. */
export function cpuSecondsHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
