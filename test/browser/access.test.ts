/** Every screen, and what opens on it, for people who see little, hear a screen reader, or press what they cannot aim at. */
import { expect, type Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf, paleTexts } from './support/complaints-of.ts';
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
/** The size at which WCAG 1.4.10 asks for one direction of scrolling. */
const SMALL = { width: 320, height: 640 };

/** Both themes at the usual size of letters, then light at twice that. */
async function isFitFor(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await paleTexts(page), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await complaintsOf(page), `${where}, light`).toEqual([]);
  await fits(page, where);
  expect(await smallTargets(page), `${where}: targets`).toEqual([]);
  await enlarge(page, '200%');
  await fits(page, `${where}, letters of 200 %`);
  expect(await complaintsOf(page), `${where}, letters of 200 %`).toEqual([]);
  await enlarge(page, '');
}

async function fits(page: Page, where: string): Promise<void> {
  expect(await cutTexts(page), `${where}: cut`).toEqual([]);
  expect(await sideways(page), `${where}: sideways`).toBe(0);
}

async function enlarge(page: Page, size: string): Promise<void> {
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
}

test('the first run', async () => {
  const page = await pages.open();
  await page.setViewportSize(SMALL);
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await isFitFor(page, 'first run');
  await start(page, 'alpha');
  await isFitFor(page, 'an empty Exchange');
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await isFitFor(page, `an empty ${screen}`);
  }
});

test('every screen of a node that has lived', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await page.setViewportSize(SMALL);
  for (const screen of SCREENS) {
    await goTo(page, screen);
    await expect(page.locator('main').locator('li, article, textarea').first()).toBeVisible();
    await isFitFor(page, screen);
  }
});

test('a preview, a reply and a refusal on Exchange', async () => {
  const page = await pages.openNode('alpha');
  await page.setViewportSize(SMALL);
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await isFitFor(page, 'preview of a handshake');
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(region(page, 'Reply')).toBeVisible();
  await isFitFor(page, 'reply');
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await isFitFor(page, 'preview of a payload');
  await type(page, 'hello');
  await expect(page.getByRole('alert')).toContainText('hello');
  await isFitFor(page, 'refusal');
});

test('the panels of a peer', async () => {
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
    await isFitFor(page, `Peers, ${name}`);
  }
});

test('the panels of a peer that signs, and of one that fell silent', async () => {
  const page = await pages.openNode('alpha');
  await pair(page, await pages.openNode('beta'));
  await page.setViewportSize(SMALL);
  await goTo(page, 'Peers');
  await peer(page, 'beta').getByRole('button', { name: 'Compare in person' }).click();
  await expect(region(page, 'Compare in person').getByRole('button', { name: 'They match' })).toBeVisible();
  await isFitFor(page, 'Peers, Compare in person');
  await setPeerTimeout(page, 1);
  await goTo(page, 'Peers');
  await peer(page, 'beta').getByRole('button', { name: 'Backup' }).click();
  await isFitFor(page, 'Peers, Backup');
});

test('forms and questions on Facts and Incidents', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await page.setViewportSize(SMALL);
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await expect(page.getByRole('textbox', { name: 'Content' })).toBeFocused();
  await isFitFor(page, 'the form of a fact');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await isFitFor(page, 'the question before a fact is deleted');
  await page.keyboard.press('Escape');
  await goTo(page, 'Incidents');
  await page.getByRole('button', { name: 'Add incident' }).click();
  await expect(region(page, 'Incident')).toBeVisible();
  await isFitFor(page, 'the form of an incident');
});

test('forms and questions on Journal and Node', async () => {
  const page = await pages.openNode('alpha');
  await live(page);
  await page.setViewportSize(SMALL);
  await goTo(page, 'Journal');
  await page.getByRole('button', { name: 'Undo import' }).first().click();
  await isFitFor(page, 'undoing an import');
  await goTo(page, 'Node');
  await page.getByRole('button', { name: 'Add gene' }).click();
  await page.getByRole('button', { name: 'Make an archive' }).click();
  await expect(region(page, 'Make an archive')).toBeVisible();
  await isFitFor(page, 'the forms of Node');
});
