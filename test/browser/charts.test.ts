import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, openFile, peer, type } from './support/person.ts';

const pages = usePages();

const row = (page: Page, chart: string, name: string) =>
  page.getByRole('table', { name: chart }).getByRole('row').filter({ hasText: name });

test('the charts of facts and exchanges show the figures of the lists, follow them, and are accessible', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await goTo(page, 'Facts');
  await page.getByText('At a glance').click();
  await expect(row(page, 'Facts by level', 'L0 project')).toContainText('5');
  await expect(row(page, 'Facts by level', 'L1 domain')).toContainText('984');
  await expect(row(page, 'Facts by domain', 'threat-actor')).toContainText('984');
  await expect(page.getByText('Counted: 989.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Facts over time' }).getByRole('row')).toHaveCount(13);
  await page.getByRole('button', { name: 'Delete' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'Facts by level', 'L1 domain')).toContainText('983');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await complaintsOf(page), colorScheme).toEqual([]);
  }
  await goTo(page, 'Peers');
  const card = peer(page, 'sentinel-mcp');
  await card.getByText('Exchanges over time').click();
  await expect(card.getByRole('table', { name: 'Drops brought in' }).getByRole('row')).toContainText('2');
  await expect(card.getByRole('table', { name: 'Drops taken out' }).getByRole('row')).toContainText('0');
  await page.setViewportSize({ width: 320, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(await complaintsOf(page)).toEqual([]);
});

test('two nodes with the same genome show the same picture, and each peer id has its own', async () => {
  const [alpha, beta] = await Promise.all([pages.openNode('alpha'), pages.openNode('beta')]);
  const pictureOf = async (page: Page, name: string) => {
    await goTo(page, 'Node');
    return page.getByRole('img', { name }).innerHTML();
  };
  expect(await pictureOf(alpha, 'Picture of the genome hash 3806 3b8c')).toBe(
    await pictureOf(beta, 'Picture of the genome hash 3806 3b8c'),
  );
  expect(await pictureOf(alpha, 'Picture of the peer id')).not.toBe(await pictureOf(beta, 'Picture of the peer id'));
  await alpha.getByText('The picture in letters').last().click();
  await expect(alpha.getByText(/^3806 3b8c d2c9 .* fb91$/)).toBeVisible();
});
