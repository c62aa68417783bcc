import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import {
  accept,
  begin,
  dataFile,
  dataText,
  goTo,
  openFile,
  peer,
  refusal,
  region,
  setPeerTimeout,
  type,
} from './support/person.ts';

const pages = usePages();

test('each kind of bad input has its own refusal; the text stays, and nothing is stored', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  const payload = await dataText('threat-actors.json');
  const delta = await dataText('gomcp-delta.json');
  for (const [text, code] of [
    ['hello', 'not-json'],
    [delta.slice(0, 4096), 'cut-off'],
    [`${delta}${delta}`, 'same-twice'],
    [payload.replace('"1.1"', '"2.0"'), 'newer-version'],
    ['{"what":"is this"}', 'unknown-kind'],
    [payload.replace('"level":1', '"level":"1"'), 'wrong-type'],
    [payload.replace('2026-02-25T06:13:20.25Z', 'yesterday'), 'bad-time'],
    [delta.replaceAll('"', '”'), 'curly-quotes'],
  ] as const) {
    await type(page, text);
    await expect(refusal(page)).toHaveAttribute('data-code', code);
    await expect(region(page, 'Preview')).toHaveCount(0);
  }
  await type(page, 'hello');
  await expect(refusal(page)).toHaveAttribute('data-code', 'not-json');
  await expect(page.getByRole('textbox', { name: 'Payload' })).toHaveValue('hello');
  await goTo(page, 'Facts');
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('5');
});

test('a full disk is refused and noted in the journal, and Accept works once there is room', async () => {
  const { page, makeRoom } = await pages.openWithRoom(400_000);
  await begin(page, 'alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await type(page, await dataText('threat-actors.json'));
  await expect(region(page, 'Preview')).toContainText('984 new facts');
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'store-full');
  await makeRoom();
  await accept(page);
  await goTo(page, 'Facts');
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('989');
  await goTo(page, 'Journal');
  await expect(page.getByText('Something could not be stored: store-full')).toBeVisible();
});

test('a database written by a newer Synapse is refused', async () => {
  const page = await pages.open();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('synapse-newer', 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  const newer = await pages.openBeside(page, '?node=newer');
  await expect(refusal(newer)).toHaveAttribute('data-code', 'store-newer');
});

test('on a disk too full for a backup a person looks and deletes, and shakes hands once there is room', async () => {
  const { page, makeRoom } = await pages.openWithRoom(1_200_000);
  await begin(page, 'alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await setPeerTimeout(page, 2);
  // By then it has been silent for so long.
  await page.waitForFunction((then) => Date.now() > then, Date.now() + 2000);
  await goTo(page, 'Exchange');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'store-full');
  await goTo(page, 'Facts');
  await page.getByRole('searchbox', { name: 'Search facts' }).fill('a465d13799af86f7bf11d1886709c7a7');
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('1');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('0');
  await makeRoom();
  await goTo(page, 'Exchange');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(region(page, 'Handshake')).toBeVisible();
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('EXPIRED');
});
