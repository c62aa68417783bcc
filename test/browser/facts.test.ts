import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { goTo } from './support/person.ts';

const pages = usePages();
const found = (page: Page) => page.getByRole('status', { name: 'Facts found' });

async function add(page: Page, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill(content);
  await page.getByRole('textbox', { name: 'Domain' }).fill('roads');
  await page.getByRole('textbox', { name: 'Module' }).fill('north');
  await page.getByRole('combobox', { name: 'Level' }).selectOption('1');
  await page.getByRole('button', { name: 'Save' }).click();
}

test('a person adds, edits, marks stale, archives and deletes a fact; a gene offers no Edit or Delete', async () => {
  const page = await pages.openNode('alpha');
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('5');
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await add(page, 'The bridge is closed.');
  await expect(found(page)).toHaveText('6');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill('The bridge is open.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The bridge is open.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Mark stale' }).click();
  await expect(page.getByRole('button', { name: 'Unmark stale' })).toBeVisible();
  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(found(page)).toHaveText('5');
  await page.getByRole('combobox', { name: 'Marks' }).selectOption('archived');
  await expect(found(page)).toHaveText('1');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(found(page)).toHaveText('0');
  await page.reload();
  await expect(found(page)).toHaveText('5');
});

test('two tabs of one node see each other’s facts, and none is lost', async () => {
  const first = await pages.openNode('alpha');
  const second = await pages.openBeside(first, '');
  for (const tab of [first, second]) await goTo(tab, 'Facts');
  await add(first, 'from the first tab');
  await expect(second.getByText('from the first tab').first()).toBeVisible();
  await Promise.all([add(first, 'at once, one'), add(second, 'at once, two')]);
  for (const tab of [first, second]) await expect(found(tab)).toHaveText('8');
});
