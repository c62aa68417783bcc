/**
 * `npm run screenshots`: builds and serves the app, and takes pictures for people to look at. It asserts nothing.
 * - .github/screenshots/ (not committed): every screen, of a new node and of one with the data of test/data.
 * - .github/ and public/screenshots/: the picture of the README, and those that the manifest shows before installing.
 */
import { chromium } from 'playwright';
import { build } from 'vite';
import { serveApp } from './browser/support/serve.ts';
import { CHROMIUM_FLAGS, provideChromium } from './chromium.ts';
import { takeEveryScreen } from './screenshots/every-screen.ts';
import { takePublished } from './screenshots/published.ts';

const FOLDER = '.github/screenshots';

await build({ logLevel: 'error' });
const server = await serveApp();
const browser = await chromium.launch({ args: [...CHROMIUM_FLAGS], executablePath: provideChromium() });
try {
  await takePublished(browser, server.url);
  await takeEveryScreen(browser, server.url, FOLDER);
} finally {
  await browser.close();
  await server.stop();
}
console.log(
  `Every screen is in ${FOLDER}, that of the README in .github, those of the manifest in public/screenshots.`,
);
