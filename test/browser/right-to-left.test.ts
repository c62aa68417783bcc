/** The screens in a made-up language: read from right to left, in other letters, and with words 1.5 times as long. */
import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { cutTexts, sideways } from './support/fits.ts';
import { live } from './support/live.ts';
import { dataFile, goTo, openFile, peer, region, start } from './support/person.ts';

const pages = usePages();
const SCREENS = ['Exchange', 'Peers', 'Facts', 'Incidents', 'Journal', 'Node'];

/** Replaces the words on the page by that language. Codes, options and what people typed stay as they are. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.parentElement?.closest('code, pre, textarea, option, .fact-text, .labels dd, .version')) continue;
      text.data = text.data.replace(/\p{L}+/gu, (word) =>
        'سلام'.repeat(Math.ceil((word.length * 1.5) / 4)).slice(0, Math.ceil(word.length * 1.5)),
      );
    }
  });
}

async function expectToFit(page: Page, where: string): Promise<void> {
  await translate(page);
  expect(await cutTexts(page), `${where}: cut`).toEqual([]);
  expect(await sideways(page), `${where}: sideways`).toBe(0);
}

/** Reloads the page, which is in English again after it. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
}

/** The reading direction of the first element that matches. */
function directionOf(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
}

test('every screen fits 360 px when it is read from right to left', async () => {
  const page = await pages.open();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await expectToFit(page, 'first run');
  await page.reload();
  await start(page, 'alpha');
  await goTo(page, 'Node');
  await page.getByLabel('Open genome file').setInputFiles(dataFile('genome.json'));
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).not.toHaveValue('');
  await live(page);
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expect(page.locator('main').locator('li, article, textarea').first()).toBeVisible();
    await expectToFit(page, screen);
    await reload(page);
  }
});

test('panels, forms and the preview fit too, and ids and codes are still read from left to right', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await expectToFit(page, 'preview');
  expect(await directionOf(page, '.payload')).toBe('ltr');
  await reload(page);
  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Take out' }).click();
  await expect(region(page, 'Take out').getByRole('button', { name: 'Save file' })).toBeEnabled();
  await expectToFit(page, 'Take out');
  expect(await directionOf(page, 'article code')).toBe('ltr');
  expect(await directionOf(page, 'article p')).toBe('rtl');
  await reload(page);
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await expectToFit(page, 'the form of a fact');
  await reload(page);
  await goTo(page, 'Node');
  await page.getByRole('button', { name: 'Make an archive' }).click();
  await expectToFit(page, 'the form of an archive');
  expect(await directionOf(page, '.hash-box')).toBe('ltr');
});

test('at 1440 px the navigation stands on the right when the page is read from right to left', async () => {
  const page = await pages.openNode('alpha');
  await page.setViewportSize({ width: 1440, height: 900 });
  await translate(page);
  const navigation = await page.getByRole('navigation').boundingBox();
  const main = await page.getByRole('main').boundingBox();
  expect(navigation?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0) - 1);
  expect(await sideways(page)).toBe(0);
});
