/**
 * Every screen, and every panel that opens on it, is accessible: axe has no complaint in either theme, the page fits
 * 320 px also with letters twice as large, and whatever can be pressed is large enough.
 */
import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf, paleTexts } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { cutTexts, sideways, smallTargets } from './support/fits.ts';
import { live } from './support/live.ts';
import {
  dataFile,
  dataText,
  goTo,
  openFile,
  pair,
  peer,
  region,
  setPeerTimeout,
  start,
  type,
} from './support/person.ts';

const pages = usePages();
const SCREENS = ['Exchange', 'Peers', 'Facts', 'Incidents', 'Journal', 'Node'];
/** WCAG 1.4.10: a page that is 320 px wide scrolls in one direction only. */
const SMALL = { width: 320, height: 640 };

/** Checks both themes at the usual font size, then the light theme at twice that size. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await paleTexts(page), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await complaintsOf(page), `${where}, light`).toEqual([]);
  await expectToFit(page, where);
  expect(await smallTargets(page), `${where}: targets`).toEqual([]);
  await setFontSize(page, '200%');
  await expectToFit(page, `${where}, font size 200 %`);
  expect(await complaintsOf(page), `${where}, font size 200 %`).toEqual([]);
  await setFontSize(page, '');
}

async function expectToFit(page: Page, where: string): Promise<void> {
  expect(await cutTexts(page), `${where}: cut`).toEqual([]);
  expect(await sideways(page), `${where}: sideways`).toBe(0);
}

async function setFontSize(page: Page, size: string): Promise<void> {
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
}

test('the first run and every empty screen are accessible', async () => {
  const page = await pages.open();
  await page.setViewportSize(SMALL);
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await expectAccessible(page, 'first run');
  await start(page, 'alpha');
  await expectAccessible(page, 'an empty Exchange');
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expectAccessible(page, `an empty ${screen}`);
  }
});

test('every screen of a node with facts, peers and incidents is accessible', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await page.setViewportSize(SMALL);
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expect(page.locator('main').locator('li, article, textarea').first()).toBeVisible();
    await expectAccessible(page, screen);
  }
});

test('a preview, a reply and a refusal on Exchange are accessible', async () => {
  const page = await pages.openNode('alpha');
  await page.setViewportSize(SMALL);
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await expectAccessible(page, 'preview of a handshake');
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(region(page, 'Reply')).toBeVisible();
  await expectAccessible(page, 'reply');
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await expectAccessible(page, 'preview of a payload');
  await type(page, 'hello');
  await expect(page.getByRole('alert')).toContainText('hello');
  await expectAccessible(page, 'refusal');
});

test('the panels of a peer are accessible', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(region(page, 'Reply')).toBeVisible();
  await page.setViewportSize(SMALL);
  await goTo(page, 'Peers');
  for (const name of ['Take out', 'What to type there', 'Forget']) {
    const button = peer(page, 'sentinel-mcp').getByRole('button', { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expectAccessible(page, `Peers, ${name}`);
  }
});

test('the panels of a peer that signs are accessible, also after it fell silent', async () => {
  const page = await pages.openNode('alpha');
  await pair(page, await pages.openNode('beta'));
  await page.setViewportSize(SMALL);
  await goTo(page, 'Peers');
  await peer(page, 'beta').getByRole('button', { name: 'Compare in person' }).click();
  await expect(region(page, 'Compare in person').getByRole('button', { name: 'They match' })).toBeVisible();
  await expectAccessible(page, 'Peers, Compare in person');
  await setPeerTimeout(page, 1);
  await goTo(page, 'Peers');
  await peer(page, 'beta').getByRole('button', { name: 'Backup' }).click();
  await expectAccessible(page, 'Peers, Backup');
});

test('the forms of Facts and Incidents and the question before a deletion are accessible', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await page.setViewportSize(SMALL);
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await expect(page.getByRole('textbox', { name: 'Content' })).toBeFocused();
  await expectAccessible(page, 'the form of a fact');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'the question before a fact is deleted');
  await page.keyboard.press('Escape');
  await goTo(page, 'Incidents');
  await page.getByRole('button', { name: 'Add incident' }).click();
  await expect(region(page, 'Incident')).toBeVisible();
  await expectAccessible(page, 'the form of an incident');
});

test('the question before an undo and the forms of Node are accessible', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await page.setViewportSize(SMALL);
  await goTo(page, 'Journal');
  await page.getByRole('button', { name: 'Undo import' }).first().click();
  await expectAccessible(page, 'undoing an import');
  await goTo(page, 'Node');
  await page.getByRole('button', { name: 'Add gene' }).click();
  await page.getByRole('button', { name: 'Make an archive' }).click();
  await expect(region(page, 'Make an archive')).toBeVisible();
  await expectAccessible(page, 'the forms of Node');
});
