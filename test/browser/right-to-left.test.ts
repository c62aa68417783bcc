/** A language that we do not have: read from the right, in other letters, and with words half as long again. */
import { expect, type Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { cutTexts, sideways } from './support/fits.ts';
import { live } from './support/live.ts';
import { dataFile, goTo, openFile, peer, region, start } from './support/person.ts';

const pages = usePages();
const SCREENS = ['Exchange', 'Peers', 'Facts', 'Incidents', 'Journal', 'Node'];

/** Puts the page as it stands into that language. Codes, options and what people typed stay as they are. */
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

async function isWhole(page: Page, where: string): Promise<void> {
  await translate(page);
  expect(await cutTexts(page), `${where}: cut`).toEqual([]);
  expect(await sideways(page), `${where}: sideways`).toBe(0);
}

/** The page as it was: what was translated is drawn anew by a reload. */
async function reload(page: Page): Promise<void> {
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
}

/** Which way an element is read. */
function direction(page: Page, selector: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).direction);
}

test('no screen breaks when read from the right, at 360 px', async () => {
  const page = await pages.open();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await isWhole(page, 'first run');
  await page.reload();
  await start(page, 'alpha');
  await goTo(page, 'Node');
  await page.getByLabel('Open genome file').setInputFiles(dataFile('genome.json'));
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).not.toHaveValue('');
  await live(page);
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expect(page.locator('main').locator('li, article, textarea').first()).toBeVisible();
    await isWhole(page, screen);
    await reload(page);
  }
});

test('panels, forms and the preview do not either; ids and codes are still read from the left', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await isWhole(page, 'preview');
  expect(await direction(page, '.payload')).toBe('ltr');
  await reload(page);
  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Take out' }).click();
  await expect(region(page, 'Take out').getByRole('button', { name: 'Save file' })).toBeEnabled();
  await isWhole(page, 'Take out');
  expect(await direction(page, 'article code')).toBe('ltr');
  expect(await direction(page, 'article p')).toBe('rtl');
  await reload(page);
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await isWhole(page, 'the form of a fact');
  await reload(page);
  await goTo(page, 'Node');
  await page.getByRole('button', { name: 'Make an archive' }).click();
  await isWhole(page, 'the form of an archive');
  expect(await direction(page, '.hash-box')).toBe('ltr');
});

test('at 1440 px the navigation stands on the right', async () => {
  const page = await pages.openNode('alpha');
  await page.setViewportSize({ width: 1440, height: 900 });
  await translate(page);
  const navigation = await page.getByRole('navigation').boundingBox();
  const main = await page.getByRole('main').boundingBox();
  expect(navigation?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0) - 1);
  expect(await sideways(page)).toBe(0);
});
