import { expect, type Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { accept, copy, goTo, openGenome, pair, paste, peer, region, start } from './support/person.ts';

const pages = usePages();

/** Follows a link that opens another tab. */
async function openedBy(page: Page, link: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: link }).click();
  const tab = await opened;
  tab.setDefaultTimeout(15_000);
  return tab;
}

const banner = (page: Page) => page.getByRole('region', { name: /^Practice:/ });
const tracesIn = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    keys: Object.keys(localStorage).sort(),
  }));

async function remove(page: Page): Promise<void> {
  await page.bringToFront();
  await banner(page).getByRole('button', { name: 'Remove the practice nodes' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
}

test('from the first run into two practice nodes, once around the loop, and no trace is left of them', async () => {
  const own = await pages.open();
  await expect(own.getByRole('textbox', { name: 'Node name' })).toBeVisible();
  const before = await tracesIn(own);
  const a = await openedBy(own, 'Try it with a sample');
  await expect(a.getByRole('heading', { level: 1 })).toHaveText('Sample A, a practice node');
  expect(await complaintsOf(a)).toEqual([]);
  await a.getByRole('button', { name: 'Start Sample A' }).click();
  await expect(banner(a)).toContainText('press “New handshake”');
  const b = await openedBy(a, 'Open Sample B');
  await b.getByRole('button', { name: 'Start Sample B' }).click();
  await expect(banner(b)).toContainText('copy a handshake in Sample A');
  await pair(a, b);
  await expect(banner(a)).toContainText('Press “Take out”');
  await expect(banner(b)).toContainText('copy the reply');
  await goTo(a, 'Peers');
  await peer(a, 'Sample B').getByRole('button', { name: 'Take out' }).click();
  await copy(a, region(a, 'Take out'));
  await expect(banner(a)).toContainText('paste what you copied');
  await paste(b);
  await accept(b);
  await expect(banner(b)).toContainText('That was the whole loop');
  await goTo(b, 'Facts');
  await expect(b.getByRole('status', { name: 'Facts found' })).toHaveText('8');
  expect(await complaintsOf(b)).toEqual([]);

  await remove(a);
  for (const tab of [a, b]) await expect(tab.getByRole('textbox', { name: 'Node name' })).toBeVisible();
  expect([a, b].map((tab) => new URL(tab.url()).search)).toEqual(['', '']);
  expect(await tracesIn(own)).toEqual(before);
  await expect(own.getByRole('textbox', { name: 'Node name' })).toBeVisible();
});

test('a node without a genome offers it too; one of one’s own is what it was after practice', async () => {
  const own = await pages.open();
  await start(own, 'alpha');
  await expect(own.getByRole('button', { name: 'New handshake' })).toBeVisible();
  const before = await tracesIn(own);
  const a = await openedBy(own, 'Try it with a sample');
  await a.getByRole('button', { name: 'Start Sample A' }).click();
  await goTo(a, 'Node');
  await expect(a.getByText('5 genes').first()).toBeVisible();
  await openGenome(own);
  await goTo(own, 'Exchange');
  await expect(own.getByRole('link', { name: 'Try it with a sample' })).toHaveCount(0);
  const second = await openedBy(a, 'Open Sample B');
  // Before it was even started, and from the other one: both go.
  await remove(second);
  await expect(a.getByRole('button', { name: 'New handshake' })).toBeVisible();
  await expect(banner(a)).toHaveCount(0);
  await expect(second.locator('.node-name')).toHaveText('alpha');
  expect(await tracesIn(own)).toEqual(before);
  await goTo(own, 'Facts');
  await expect(own.getByRole('status', { name: 'Facts found' })).toHaveText('5');
});
