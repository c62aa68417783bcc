import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, openFile, refusal, region, type } from './support/person.ts';

const pages = usePages();
const conflicts = (page: Page) => region(page, 'Conflicts');
const cards = (page: Page) => conflicts(page).getByRole('list', { name: 'Conflicts' }).locator(':scope > li');
const found = (page: Page) => page.getByRole('status', { name: 'Facts found' });
const factsLink = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Facts', exact: true });

/** A node that took in a payload and then an edited copy of it, which left 40 conflicts. Opens its Facts screen. */
async function withConflicts(): Promise<Page> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await accept(page);
  await goTo(page, 'Facts');
  return page;
}

/** Decides the first conflict and returns the title of its fact. */
async function choose(page: Page, choice: string): Promise<string> {
  const first = cards(page).first();
  const title = await first.getByRole('heading').innerText();
  const remaining = (await cards(page).count()) - 1;
  await first.getByRole('button', { name: choice }).click();
  await expect(cards(page)).toHaveCount(remaining);
  await expect(page.getByRole('status', { name: 'Result' })).toHaveText('The conflict is decided.');
  return title;
}

test('the preview shows both versions, and warns of genes that a trusted peer should not have', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  const preview = region(page, 'Preview');
  await expect(preview).toContainText('The genome of sentinel-mcp is not what its hash says.');
  await expect(preview.locator('.callout')).toContainText('GENE_06_OBEDIENCE');
  await expect(preview.locator('.callout')).toContainText('genes of ours: GENE_');
  await preview.getByText('40 conflicts').click();
  await expect(preview).toContainText('Ours stays; theirs is kept beside it until you choose on the Facts screen.');
  const added = preview.getByRole('list', { name: '40 conflicts' }).getByRole('insertion');
  await expect(added.first()).toHaveText('only in theirs: (reviewed)');
  await expect(added).toHaveCount(40);
});

test('a person keeps ours, takes theirs and keeps both, and no decided conflict comes back', async () => {
  const page = await withConflicts();
  await expect(factsLink(page)).toHaveAccessibleDescription('40 conflicts to decide');
  await expect(factsLink(page)).toContainText('40');
  await expect(cards(page)).toHaveCount(40);
  await expect(cards(page).first().getByRole('definition').first()).not.toContainText('(reviewed)');
  await expect(cards(page).first()).toContainText('from sentinel-mcp');
  await expect(cards(page).first().getByRole('insertion')).toContainText('(reviewed)');
  await expect(found(page)).toHaveText('989');

  const keptOurs = await choose(page, 'Keep ours');
  const tookTheirs = await choose(page, 'Take theirs');
  const keptBoth = await choose(page, 'Keep both');
  await expect(conflicts(page)).toContainText('37 conflicts wait for you.');
  await expect(factsLink(page)).toContainText('37');
  await expect(found(page)).toHaveText('990');
  await page.getByRole('searchbox', { name: 'Search facts' }).fill('(reviewed)');
  await expect(found(page)).toHaveText('2');
  const reviewed = page.getByRole('list', { name: 'Facts found' });
  for (const title of [tookTheirs, keptBoth]) await expect(reviewed.getByText(title, { exact: true })).toBeVisible();
  await expect(reviewed.getByText(keptOurs, { exact: true })).toHaveCount(0);

  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toContainText('Taken in before');
  await region(page, 'Preview').getByRole('button').last().click();
  await page.reload();
  await goTo(page, 'Facts');
  await expect(cards(page)).toHaveCount(37);
  await expect(refusal(page)).toBeEmpty();
});

test('if a conflict is decided with the keyboard, the focus moves to the next one', async () => {
  const page = await withConflicts();
  const second = await cards(page).nth(1).getByRole('heading').innerText();
  await cards(page).first().getByRole('button', { name: 'Keep ours' }).focus();
  await page.keyboard.press('Enter');
  await expect(cards(page)).toHaveCount(39);
  await expect(cards(page).first()).toBeFocused();
  await expect(cards(page).first().getByRole('heading')).toHaveText(second);
  await page.keyboard.press('Tab');
  await expect(cards(page).first().getByRole('button').first()).toBeFocused();
});
