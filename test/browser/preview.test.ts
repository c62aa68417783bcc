import type { Locator, Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, openFile, region, type } from './support/person.ts';

const pages = usePages();
const preview = (page: Page) => region(page, 'Preview');
const acceptButton = (page: Page) => preview(page).getByRole('button', { name: 'Accept' });
const found = (page: Page) => page.getByRole('status', { name: 'Facts found' });
const result = (page: Page) => page.getByRole('status', { name: 'Result' });
const rows = (page: Page, bucket: string) =>
  preview(page).getByRole('list', { name: bucket, exact: true }).locator(':scope > li');
const summary = (page: Page, bucket: string) => preview(page).locator('summary').filter({ hasText: bucket });

async function withPeer(): Promise<Page> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  return page;
}

/** The preview of 984 facts, all of them new. */
async function withNewFacts(): Promise<Page> {
  const page = await withPeer();
  await openFile(page, dataFile('threat-actors.json'));
  await expect(acceptButton(page)).toHaveAccessibleDescription('Accept takes in 984 facts.');
  return page;
}

/** The preview of 40 conflicts, 2 incidents and 3 refused rows. */
async function withConflicts(): Promise<Page> {
  const page = await withNewFacts();
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(acceptButton(page)).toHaveAccessibleDescription(
    'Accept takes in 2 incidents. Conflicts: ours stays for now in all 40.',
  );
  return page;
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 30; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function searchFacts(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search facts' }).fill(words);
}

test('a person leaves out one row with the keyboard alone, and it is new again the next time', async () => {
  const page = await withNewFacts();
  await tabTo(page, summary(page, '984 new facts'));
  await page.keyboard.press('Enter');
  await expect(rows(page, '984 new facts')).toHaveCount(50);
  const all = preview(page).getByRole('checkbox', { name: 'All 984' });
  await expect(all).toBeChecked();
  const row = preview(page).getByRole('checkbox', { name: 'Take Nitro', exact: true });
  await tabTo(page, row);
  await page.keyboard.press('Space');
  await expect(acceptButton(page)).toHaveAccessibleDescription('Accept takes in 983 of 984 facts.');
  await expect(summary(page, '984 new facts')).toContainText('1 left out');
  await expect(row).not.toBeChecked();
  await expect(row).toBeFocused();
  await expect(all).toBeChecked({ indeterminate: true });
  // The rows are closed again, so that Tab does not stop at them on the way to the button.
  await summary(page, '984 new facts').press('Enter');
  await tabTo(page, acceptButton(page));
  await page.keyboard.press('Enter');
  await expect(result(page)).toContainText('983 facts');
  await expect(result(page)).toContainText('1 left out');
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('988');

  await openFile(page, dataFile('threat-actors.json'));
  await expect(preview(page)).toContainText('1 new fact');
  await accept(page);
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('989');
});

test('a person unticks 50 rows at once, and each of them counts', async () => {
  const page = await withNewFacts();
  await summary(page, '984 new facts').click();
  const boxes = rows(page, '984 new facts').getByRole('checkbox');
  await expect(boxes).toHaveCount(50);
  await boxes.evaluateAll((all) => {
    for (const box of all) if (box instanceof HTMLElement) box.click();
  });
  await expect(boxes.and(page.locator(':checked'))).toHaveCount(0);
  await expect(acceptButton(page)).toHaveAccessibleDescription('Accept takes in 934 of 984 facts.');
  await expect(boxes.and(page.locator(':checked'))).toHaveCount(0);
});

test('a person leaves out a whole bucket at once', async () => {
  const page = await withNewFacts();
  await summary(page, '984 new facts').click();
  const all = preview(page).getByRole('checkbox', { name: 'All 984' });
  await all.focus();
  await page.keyboard.press('Space');
  await expect(acceptButton(page)).toHaveAccessibleDescription('Accept takes in none of 984 facts.');
  await expect(all).toBeFocused();
  await expect(all).not.toBeChecked();
  await expect(rows(page, '984 new facts').getByRole('checkbox', { checked: true })).toHaveCount(0);
  await accept(page);
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('5');
  await goTo(page, 'Journal');
  await expect(page.getByRole('list', { name: 'Journal' })).toContainText(
    'Took in a sync payload from sentinel-mcp: 984 left out',
  );
});

test('a person takes in only what a search finds', async () => {
  const page = await withNewFacts();
  await summary(page, '984 new facts').click();
  await preview(page).getByRole('checkbox', { name: 'All 984' }).uncheck();
  await preview(page).getByRole('searchbox', { name: 'Search new facts' }).fill('PANDA');
  await expect(preview(page).getByText(/^\d+ found$/)).toBeVisible();
  const all = preview(page).getByRole('checkbox', { name: /^All \d+ found$/ });
  const panda = Number(
    /\d+/.exec(
      await preview(page)
        .getByText(/^\d+ found$/)
        .innerText(),
    )?.[0],
  );
  expect(panda).toBeGreaterThan(5);
  await tabTo(page, all);
  await page.keyboard.press('Space');
  await expect(acceptButton(page)).toHaveAccessibleDescription(`Accept takes in ${panda} of 984 facts.`);
  await expect(all).toBeChecked();
  await preview(page).getByRole('searchbox', { name: 'Search new facts' }).fill('');
  await expect(preview(page).getByRole('checkbox', { name: 'All 984' })).toBeChecked({ indeterminate: true });

  await goTo(page, 'Peers');
  await goTo(page, 'Exchange');
  await expect(summary(page, '984 new facts')).toContainText(`${984 - panda} left out`);
  await accept(page);
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText(`${panda + 5}`);
  await searchFacts(page, 'panda');
  await expect(found(page)).toHaveText(`${panda}`);
});

test('a search that finds nothing says so, and offers nothing to choose', async () => {
  const page = await withNewFacts();
  await summary(page, '984 new facts').click();
  await preview(page).getByRole('searchbox', { name: 'Search new facts' }).fill('no such words');
  await expect(preview(page).getByText('0 found')).toBeVisible();
  await expect(preview(page).getByRole('checkbox')).toHaveCount(0);
});

test('a person decides conflicts in the preview: takes theirs, keeps both, leaves one out', async () => {
  const page = await withConflicts();
  await summary(page, '40 conflicts').click();
  await expect(rows(page, '40 conflicts')).toHaveCount(40);
  const first = rows(page, '40 conflicts').first();
  await expect(first).toContainText('written by misp-galaxy');
  await expect(first).toContainText('by the writer’s clock');
  await expect(first).toContainText('came from sentinel-mcp');
  const choice = (title: string) => preview(page).getByRole('combobox', { name: `Choice for ${title}`, exact: true });
  const forAll = preview(page).getByRole('combobox', { name: 'For all 40' });
  await expect(forAll).toHaveValue('take');
  await choice('APT1').selectOption('Take theirs');
  await choice('Nitro').selectOption('Keep both');
  await choice('APT3').press('End');
  await expect(acceptButton(page)).toHaveAccessibleDescription(
    'Accept takes in 2 incidents. ' +
      'Conflicts: ours stays for now in 37, theirs is taken in 1, both are kept in 1 and 1 left out.',
  );
  await expect(choice('APT3')).toBeFocused();
  await expect(choice('APT3')).toHaveAccessibleDescription('As if it had not been in the payload.');
  await expect(forAll).toHaveValue('mixed');
  await accept(page);
  await expect(result(page)).toContainText('39 conflicts (1 decided for theirs and 1 kept both), 1 left out');

  await goTo(page, 'Facts');
  await expect(region(page, 'Conflicts')).toContainText('37 conflicts wait for you.');
  await expect(found(page)).toHaveText('990');
  await searchFacts(page, '(reviewed)');
  await expect(found(page)).toHaveText('2');
  const reviewed = page.getByRole('list', { name: 'Facts found' });
  for (const title of ['APT1', 'Nitro']) await expect(reviewed.getByText(title, { exact: true })).toBeVisible();

  await goTo(page, 'Journal');
  const line = page.getByRole('list', { name: 'Journal' }).locator(':scope > li').first();
  await line.getByText('Took in').click();
  for (const refused of [
    'a gene that ours does not have',
    'other words for a gene of ours',
    'a level that is not carried',
  ]) {
    await expect(line).toContainText(`1 × ${refused}`);
  }
});

test('one choice decides all conflicts that a search finds', async () => {
  const page = await withConflicts();
  await summary(page, '40 conflicts').click();
  await preview(page).getByRole('searchbox', { name: 'Search conflicts' }).fill('panda');
  const forAll = preview(page).getByRole('combobox', { name: /^For all \d+ found$/ });
  await forAll.selectOption('Take theirs');
  await expect(summary(page, '40 conflicts')).toContainText(/theirs: \d+/);
  const taken = Number(/theirs: (\d+)/.exec(await summary(page, '40 conflicts').innerText())?.[1]);
  expect(taken).toBeGreaterThan(1);
  await expect(forAll).toHaveValue('theirs');
  await accept(page);
  await goTo(page, 'Facts');
  await expect(region(page, 'Conflicts')).toContainText(`${40 - taken} conflicts wait for you.`);
  await searchFacts(page, '(reviewed)');
  await expect(found(page)).toHaveText(`${taken}`);
});

test('a person opens incidents, sees what changed in one, and leaves one out', async () => {
  const page = await withPeer();
  await openFile(page, dataFile('threat-actors-edited.json'));
  await summary(page, '2 new incidents').click();
  const jailbreak = rows(page, '2 new incidents').filter({ hasText: 'Jailbreak campaign' });
  await jailbreak.getByText('Jailbreak campaign').click();
  for (const text of ['Severity: HIGH', 'Status: OPEN', 'exploitation', 'T1059, T1190', 'INC-2026-0001']) {
    await expect(jailbreak).toContainText(text);
  }
  await accept(page);

  const { incidents, ...rest } = JSON.parse(await dataText('threat-actors-edited.json'));
  const [own, another] = incidents;
  const later = { ...rest, facts: [], synced_at: '2026-03-01T00:00:00Z' };
  const news = [
    { ...own, status: 'RESOLVED', event_count: 9 },
    { ...another, severity: 'LOW' },
  ];
  await type(page, JSON.stringify({ ...later, incidents: news }));
  await expect(acceptButton(page)).toHaveAccessibleDescription('Accept takes in 2 incidents.');
  await summary(page, '1 incident with news from its origin').click();
  const update = rows(page, '1 incident with news from its origin');
  await expect(update).toContainText(/here now:.*OPEN.*comes:.*RESOLVED/);
  await update.getByText('Jailbreak campaign').click();
  await expect(update.getByRole('deletion')).toHaveText('only in ours: 7');
  await expect(update.getByRole('insertion')).toHaveText('only in theirs: 9');
  await summary(page, '1 view of another node').click();
  await preview(page).getByRole('checkbox', { name: 'Take Экспорт данных через чат' }).uncheck();
  await expect(acceptButton(page)).toHaveAccessibleDescription('Accept takes in 1 of 2 incidents.');
  await accept(page);
  await goTo(page, 'Incidents');
  const cards = page.getByRole('list', { name: 'Incidents found' }).locator(':scope > li');
  await expect(cards.filter({ hasText: 'Jailbreak campaign' })).toContainText('Status: RESOLVED');
  await expect(cards.filter({ hasText: 'Экспорт' })).not.toContainText('LOW');
});

test('a reload during a preview stores nothing of it, and loses nothing that was stored before', async () => {
  const page = await withNewFacts();
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(summary(page, '40 conflicts')).toBeVisible();
  await page.reload();
  await expect(preview(page)).toHaveCount(0);
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('989');
  await expect(region(page, 'Conflicts')).toHaveCount(0);
});

test('a preview with everything opened is accessible and fits 320 px in both themes', async () => {
  const page = await withConflicts();
  for (const bucket of await preview(page).locator('.bucket > summary').all()) await bucket.click();
  await expect(rows(page, '2 new incidents')).toHaveCount(2);
  await rows(page, '2 new incidents').getByText('Jailbreak campaign').click();
  const row = rows(page, '944 facts already here').first();
  await row.getByText('Details').click();
  await expect(row.getByText('misp-galaxy')).toBeVisible();
  await preview(page).getByRole('combobox', { name: 'Choice for Nitro' }).selectOption('Keep both');
  await preview(page).getByRole('checkbox', { name: 'Take Экспорт данных через чат' }).uncheck();
  await expect(summary(page, '2 new incidents')).toContainText('1 left out');
  await page.setViewportSize({ width: 320, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await complaintsOf(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
