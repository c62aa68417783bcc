import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, copy, goTo, openGenome, pair, paste, peer, region, start } from './support/person.ts';

const pages = usePages();

/** Follows a link to another tab, and returns that tab. */
async function followToTab(page: Page, link: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: link }).click();
  return opened;
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

test('a person tries the loop with two practice nodes, and removing them leaves no trace', async () => {
  const ownNode = await pages.open();
  await expect(ownNode.getByRole('textbox', { name: 'Node name' })).toBeVisible();
  const before = await tracesIn(ownNode);
  const practiceA = await followToTab(ownNode, 'Try it with a sample');
  await expect(practiceA.getByRole('heading', { level: 1 })).toHaveText('Sample A, a practice node');
  expect(await complaintsOf(practiceA)).toEqual([]);
  await practiceA.getByRole('button', { name: 'Start Sample A' }).click();
  await expect(banner(practiceA)).toContainText('press “New handshake”');
  const practiceB = await followToTab(practiceA, 'Open Sample B');
  await practiceB.getByRole('button', { name: 'Start Sample B' }).click();
  await expect(banner(practiceB)).toContainText('copy a handshake in Sample A');
  await pair(practiceA, practiceB);
  await expect(banner(practiceA)).toContainText('Press “Take out”');
  await expect(banner(practiceB)).toContainText('copy the reply');
  await goTo(practiceA, 'Peers');
  await peer(practiceA, 'Sample B').getByRole('button', { name: 'Take out' }).click();
  await copy(practiceA, region(practiceA, 'Take out'));
  await expect(banner(practiceA)).toContainText('paste what you copied');
  await paste(practiceB);
  await accept(practiceB);
  await expect(banner(practiceB)).toContainText('That was the whole loop');
  await goTo(practiceB, 'Facts');
  await expect(practiceB.getByRole('status', { name: 'Facts found' })).toHaveText('8');
  expect(await complaintsOf(practiceB)).toEqual([]);

  await remove(practiceA);
  for (const tab of [practiceA, practiceB]) await expect(tab.getByRole('textbox', { name: 'Node name' })).toBeVisible();
  expect([practiceA, practiceB].map((tab) => new URL(tab.url()).search)).toEqual(['', '']);
  expect(await tracesIn(ownNode)).toEqual(before);
  await expect(ownNode.getByRole('textbox', { name: 'Node name' })).toBeVisible();
});

test('a node without a genome offers practice too, and is unchanged when the practice nodes are removed', async () => {
  const ownNode = await pages.open();
  await start(ownNode, 'alpha');
  await expect(ownNode.getByRole('button', { name: 'New handshake' })).toBeVisible();
  const before = await tracesIn(ownNode);
  const practiceA = await followToTab(ownNode, 'Try it with a sample');
  await practiceA.getByRole('button', { name: 'Start Sample A' }).click();
  await goTo(practiceA, 'Node');
  await expect(practiceA.getByText('5 genes').first()).toBeVisible();
  await openGenome(ownNode);
  await goTo(ownNode, 'Exchange');
  await expect(ownNode.getByRole('link', { name: 'Try it with a sample' })).toHaveCount(0);
  const practiceB = await followToTab(practiceA, 'Open Sample B');
  // Sample B is not started yet. Its Remove removes both practice nodes.
  await remove(practiceB);
  await expect(practiceA.getByRole('button', { name: 'New handshake' })).toBeVisible();
  await expect(banner(practiceA)).toHaveCount(0);
  await expect(practiceB.locator('.node-name')).toHaveText('alpha');
  expect(await tracesIn(ownNode)).toEqual(before);
  await goTo(ownNode, 'Facts');
  await expect(ownNode.getByRole('status', { name: 'Facts found' })).toHaveText('5');
});
