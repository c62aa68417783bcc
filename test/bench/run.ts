/**
 * `npm run bench`: measures the real code in a real browser, and prints each time as a ratio to the least that any
 * program needs. Asserts nothing.
 */
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';

const server = await createServer({
  server: { port: 0 },
  logLevel: 'error',
  optimizeDeps: { include: ['idb', 'canonicalize'] },
});
await server.listen();
const executablePath = findChromium();
const browser = await chromium.launch({ args: [...CHROMIUM_FLAGS], ...(executablePath && { executablePath }) });
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error));
await page.goto(`${server.resolvedUrls?.local[0]}test/bench/bench.html`);
await page.waitForFunction(() => document.title === 'done', undefined, { timeout: 300_000 });
console.log(await page.locator('pre').textContent());
await browser.close();
await server.close();
