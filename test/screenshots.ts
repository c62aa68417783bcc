/**
 * `npm run screenshots`: builds and serves the app, lets a node live on the data of test/data, and takes every screen in both themes
 * into .github/screenshots/ (not committed). Writes the pictures of the README to .github/ too. Looks at nothing: that is for people.
 */
import { mkdir, rm } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { build } from 'vite';
import { MAP_ADDRESS } from '../src/ui/hooks/route.ts';
import { live } from './browser/support/live.ts';
import { begin, dataFile, dataText, openFile, pair, peer, region, start, type } from './browser/support/person.ts';
import { serveApp } from './browser/support/serve.ts';
import { CHROMIUM_FLAGS, provideChromium } from './chromium.ts';

const FOLDER = '.github/screenshots';
const SCREENS = ['exchange', 'peers', 'facts', 'incidents', 'journal', 'node'] as const;
type Screen = (typeof SCREENS)[number];
const THEMES = ['light', 'dark'] as const;
const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1440, height: 900 };

interface Look {
  readonly language: 'en' | 'ru';
  readonly size: { readonly width: number; readonly height: number };
}

/** Every size in one language; the one with the longer words where it is narrowest. */
const LOOKS: readonly Look[] = [
  { language: 'en', size: PHONE },
  { language: 'en', size: TABLET },
  { language: 'en', size: DESK },
  { language: 'ru', size: PHONE },
];

await build({ logLevel: 'error' });
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await serveApp();
const browser = await chromium.launch({ args: [...CHROMIUM_FLAGS], executablePath: provideChromium() });
try {
  const context = await newContext(browser);
  await takeNew(await openAt(context, `${server.url}?node=new`));
  await takeScreens(await lived(context, server.url));
  await takeReadme(browser, server.url);
} finally {
  await browser.close();
  await server.stop();
}
console.log(`The pictures are in ${FOLDER}; those of the README in .github.`);

/** Two device pixels to one of ours, as on the phones the pictures are looked at on. */
function newContext(from: Browser): Promise<BrowserContext> {
  return from.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

async function openAt(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function lived(context: BrowserContext, url: string): Promise<Page> {
  const page = await openAt(context, url);
  await begin(page, 'alpha');
  await live(page);
  return page;
}

/** Before there is a node, and each screen of one that knows nothing yet. */
async function takeNew(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await takeSizes(page, 'first-run');
  await start(page, 'alpha');
  for (const screen of SCREENS) {
    await open(page, screen);
    await expect(page.locator('main .stack').first()).toBeVisible();
    await takeSizes(page, `empty-${screen}`);
  }
  await page.close();
}

async function takeScreens(page: Page): Promise<void> {
  for (const { language, size } of LOOKS) {
    await page.evaluate((chosen) => localStorage.setItem('synapse-language', chosen), language);
    await page.reload();
    for (const screen of SCREENS) {
      await show(page, screen);
      await takeBoth(page, size, `${language}-${size.width}-${screen}`);
    }
    await showMap(page);
    await takeBoth(page, size, `${language}-${size.width}-map`);
  }
}

async function open(page: Page, screen: Screen): Promise<void> {
  const link = page.locator(`nav a[href="#${screen}"]`);
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

async function show(page: Page, screen: Screen): Promise<void> {
  await open(page, screen);
  // Rows come a moment after the screen they are on; each of these screens has some.
  await expect(page.locator('main :is(li, article, textarea)').first()).toBeVisible();
}

async function showMap(page: Page): Promise<void> {
  await show(page, 'peers');
  await page.evaluate((address) => location.replace(address), MAP_ADDRESS);
  await expect(page.locator('main .map')).toBeVisible();
}

async function takeSizes(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, TABLET, DESK]) await takeBoth(page, size, `en-${size.width}-${name}`);
}

async function takeBoth(page: Page, size: Look['size'], name: string): Promise<void> {
  await page.setViewportSize(size);
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `${FOLDER}/${name}-${colorScheme}.png` });
  }
}

/** Those that the README shows: a payload before it is accepted, whom we trust and why, two versions side by side, two people comparing. */
async function takeReadme(from: Browser, url: string): Promise<void> {
  const context = await newContext(from);
  const page = await openAt(context, url);
  await begin(page, 'alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await region(page, 'Reply').getByRole('button', { name: 'Close' }).click();
  await openFile(page, dataFile('threat-actors.json'));
  await expect(region(page, 'Preview')).toContainText('984 new facts');
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: '.github/exchange.png' });
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await type(page, await dataText('gomcp-handshake-request-other-genome.json'));
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  await show(page, 'peers');
  await page.screenshot({ path: '.github/peers.png' });
  await page.emulateMedia({ colorScheme: 'light' });
  await openFile(page, dataFile('threat-actors-edited.json'));
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await show(page, 'facts');
  await page
    .locator('.conflict-list .cards')
    .evaluate((list) => scrollTo(0, list.getBoundingClientRect().top + scrollY - 8));
  await page.screenshot({ path: '.github/conflicts.png' });
  const other = await openAt(context, `${url}?node=beta`);
  await begin(other, 'beta');
  await pair(other, page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await show(page, 'peers');
  await peer(page, 'beta').getByRole('button', { name: 'Compare in person' }).click();
  await expect(page.locator('.fingerprint')).toBeVisible();
  await page.locator('.fingerprint').evaluate((words) => scrollTo(0, words.getBoundingClientRect().top + scrollY - 24));
  await page.screenshot({ path: '.github/compare.png' });
  await context.close();
}
