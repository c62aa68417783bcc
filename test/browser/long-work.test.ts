import { writeFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { accept, dataText, goTo, openFile, refusal, region, type } from './support/person.ts';

const pages = usePages();
const COUNT = 100_000;
const work = (page: Page) => region(page, 'Work');
const result = (page: Page) => page.getByRole('status', { name: 'Result' });
const stop = (page: Page) => work(page).getByRole('button', { name: 'Cancel' }).click();
const found = (page: Page) => page.getByRole('status', { name: 'Facts found' });

/** A trusting node, and a payload for it of 100,000 facts (40 MB). */
async function withLargeFile(): Promise<readonly [Page, string]> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  const payload = JSON.parse(await dataText('threat-actors.json'));
  const facts = Array.from({ length: COUNT }, (_, index) => ({
    id: `large-${index}`,
    content: `${index} ${'A bridge, a road, a river. '.repeat(10)}`,
    level: 1,
    is_gene: false,
    source: 'test',
    created_at: '2026-01-01T00:00:00Z',
  }));
  const file = `${pages.folder}/large.json`;
  await writeFile(file, JSON.stringify({ ...payload, facts }));
  return [page, file];
}

test('100,000 facts: reading and writing say how far they are, stop when they are told to, and change nothing', async () => {
  const [page, file] = await withLargeFile();
  await openFile(page, file);
  await expect(work(page)).toContainText(/(Reading|Verifying).*of.*a second/);
  await stop(page);
  await expect(result(page)).toContainText('Stopped. Nothing was changed.');
  await expect(work(page)).toHaveCount(0);
  await expect(region(page, 'Preview')).toHaveCount(0);

  await openFile(page, file);
  await expect(region(page, 'Preview')).toContainText('100,000 new facts', { timeout: 30_000 });
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(work(page)).toContainText('Writing');
  await stop(page);
  await expect(result(page)).toContainText('Stopped. Nothing was changed.');
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('5');

  await goTo(page, 'Exchange');
  await accept(page);
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('100005');
  await expect(refusal(page)).toBeEmpty();
});

test('a worker that is too busy to hear it is ended, and the node goes on', async () => {
  const page = await pages.openNode('alpha');
  const file = `${pages.folder}/one-row.json`;
  // One row can not be read in steps.
  const row = `{"id":"a","x":[${'[1],'.repeat(15_000_000)}0]}`;
  await writeFile(file, `{"from_peer_id":"a","synced_at":"2026-01-01T00:00:00Z","facts":[${row}]}`);
  await openFile(page, file);
  await stop(page);
  await expect(result(page)).toContainText('Stopped. Nothing was changed.');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await expect(region(page, 'Reply')).toBeVisible();
});
