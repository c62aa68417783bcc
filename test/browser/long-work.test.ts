import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, dataText, goTo, openFile, refusal, region, type } from './support/person.ts';

const pages = usePages();
const COUNT = 100_000;
const work = (page: Page) => region(page, 'Work');
const result = (page: Page) => page.getByRole('status', { name: 'Result' });
const found = (page: Page) => page.getByRole('status', { name: 'Facts found' });

/** A node that trusts GoMCP, and a file with a payload of 100,000 facts (65 MB) for it. */
async function withLargeFile(): Promise<readonly [Page, string]> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  const payload = JSON.parse(await dataText('threat-actors.json'));
  const facts = Array.from({ length: COUNT }, (_, index) => ({
    id: `large-${index}`,
    content: `${index} ${'A bridge, a road, a river. '.repeat(20)}`,
    level: 1,
    is_gene: false,
    source: 'test',
    created_at: '2026-01-01T00:00:00Z',
  }));
  const file = `${pages.folder}/large.json`;
  await writeFile(file, JSON.stringify({ ...payload, facts }));
  return [page, file];
}

/**
 * Presses Cancel as soon as it appears, because a later press may come too late. Resolves with the text of the region
 * Work at that moment.
 */
function cancelAtOnce(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          const region = document.querySelector('[aria-label="Work"]');
          if (!region) return;
          observer.disconnect();
          const text = region.textContent ?? '';
          region.querySelector('button')?.click();
          resolve(text);
        });
        observer.observe(document.body, { subtree: true, childList: true });
      }),
  );
}

test('reading 100,000 facts shows its progress, and a person stops it with nothing changed', async () => {
  const [page, file] = await withLargeFile();
  const cancelled = cancelAtOnce(page);
  await openFile(page, file);
  expect(await cancelled).toMatch(/^(Reading|Verifying).* of .* a second/);
  await expect(result(page)).toContainText('Stopped. Nothing was changed.');
  await expect(work(page)).toHaveCount(0);
  await expect(region(page, 'Preview')).toHaveCount(0);

  await openFile(page, file);
  await expect(region(page, 'Preview')).toContainText('100,000 new facts');
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(region(page, 'Preview')).toHaveCount(0);
  await expect(work(page)).toHaveCount(0);
  await goTo(page, 'Facts');
  await expect(found(page)).toHaveText('100005');
  await expect(refusal(page)).toBeEmpty();
});

test('a worker that is too busy to hear Cancel is ended, and the node goes on', async () => {
  const page = await pages.openNode('alpha');
  const file = `${pages.folder}/one-row.json`;
  // One row cannot be read in steps, so the worker hears no Cancel meanwhile.
  const row = `{"id":"a","x":[${'[1],'.repeat(15_000_000)}0]}`;
  await writeFile(file, `{"from_peer_id":"a","synced_at":"2026-01-01T00:00:00Z","facts":[${row}]}`);
  const cancelled = cancelAtOnce(page);
  await openFile(page, file);
  await cancelled;
  await expect(result(page)).toContainText('Stopped. Nothing was changed.');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await expect(region(page, 'Reply')).toBeVisible();
});
