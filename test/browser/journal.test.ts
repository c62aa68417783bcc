import type { Locator, Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, openFile, region, type } from './support/person.ts';

const pages = usePages();
const factsFound = (page: Page) => page.getByRole('status', { name: 'Facts found' });
const linesFound = (page: Page) => page.getByRole('status', { name: 'Lines found' });
const lines = (page: Page) => page.getByRole('list', { name: 'Journal' }).locator(':scope > li');
const undoButton = (where: Page | Locator) => where.getByRole('button', { name: 'Undo import' });

async function withImport(): Promise<Page> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  return page;
}

test('a person undoes an import, also after a reload, and can take the same file in again', async () => {
  const page = await withImport();
  await goTo(page, 'Journal');
  await undoButton(page).click();
  const undo = region(page, 'Undo');
  await expect(undo).toContainText('984 facts');
  await undo.getByRole('button', { name: 'Cancel' }).click();
  await expect(undo).toHaveCount(0);
  await goTo(page, 'Facts');
  await expect(factsFound(page)).toHaveText('989');

  await page.reload();
  await goTo(page, 'Journal');
  await undoButton(page).click();
  await undoButton(undo).click();
  await expect(page.getByRole('status', { name: 'Result' })).toContainText('Undone: 984 facts taken out.');
  await expect(lines(page).first()).toContainText('Undid what came in from sentinel-mcp: 984 facts');
  await expect(undoButton(page)).toHaveCount(0);
  await goTo(page, 'Facts');
  await expect(factsFound(page)).toHaveText('5');
  await page.reload();
  await expect(factsFound(page)).toHaveText('5');

  await openFile(page, dataFile('threat-actors.json'));
  await expect(region(page, 'Preview')).toContainText('984 new facts');
  await accept(page);
  await goTo(page, 'Facts');
  await expect(factsFound(page)).toHaveText('989');
});

test('a fact that was edited after an import is listed before the undo, and stays', async () => {
  const page = await withImport();
  await goTo(page, 'Facts');
  await page.getByRole('searchbox', { name: 'Search facts' }).fill('Nitro');
  await expect(factsFound(page)).not.toHaveText('989');
  await page.getByRole('button', { name: 'Edit' }).first().click();
  await page.getByRole('textbox', { name: 'Content' }).fill('Nitro, as we know it.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nitro, as we know it.').first()).toBeVisible();
  await goTo(page, 'Journal');
  await undoButton(page).click();
  const undo = region(page, 'Undo');
  await expect(undo).toContainText('983 facts');
  await expect(undo).toContainText('1 fact stays, because it was edited or marked since');
  await expect(undo).toContainText('Nitro, as we know it.');
  await undoButton(undo).click();
  await expect(page.getByRole('status', { name: 'Result' })).toContainText('1 changed since stays.');
  await goTo(page, 'Facts');
  await expect(factsFound(page)).toHaveText('6');
  await expect(page.getByText('Nitro, as we know it.').first()).toBeVisible();
});

test('a person filters and searches the lines', async () => {
  const page = await withImport();
  await goTo(page, 'Journal');
  await expect(linesFound(page)).not.toBeEmpty();
  const all = Number(await linesFound(page).innerText());
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Taken in');
  await expect(linesFound(page)).not.toHaveText(`${all}`);
  await expect(lines(page).filter({ hasNotText: 'Took in' })).toHaveCount(0);
  await expect(lines(page).first()).toContainText('984 facts');
  const takenIn = Number(await linesFound(page).innerText());
  await page.getByRole('combobox', { name: 'Peer' }).selectOption('sentinel-mcp');
  await expect(linesFound(page)).toHaveText(`${takenIn}`);
  await page.getByRole('searchbox', { name: 'Search journal' }).fill('no such words');
  await expect(linesFound(page)).toHaveText('0');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('All kinds');
  await page.getByRole('searchbox', { name: 'Search journal' }).fill('SENTINEL');
  await expect(linesFound(page)).not.toHaveText('0');
});

test('the hash chain is whole, and the journal is exported as JSON Lines', async () => {
  const page = await withImport();
  await goTo(page, 'Journal');
  await expect(linesFound(page)).not.toBeEmpty();
  const all = Number(await linesFound(page).innerText());
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByRole('status', { name: 'Chain' })).toHaveText(`All ${all} lines are whole`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.jsonl$/);
  const exported = (await pages.textOf(await saved.path())).trimEnd().split('\n');
  expect(exported).toHaveLength(all);
  expect(exported.map((line) => JSON.parse(line).kind)).toContain('drop-in');
});

test('a line that was changed in the database is named', async () => {
  const page = await withImport();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('synapse');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction('journal', 'readwrite');
          const cursor = write.objectStore('journal').openCursor();
          cursor.onsuccess = () => cursor.result?.update({ ...cursor.result.value, at: 1 });
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await goTo(page, 'Journal');
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Line 1 was changed' })).toBeVisible();
});
