import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, fillClipboard, goTo, refusal, region, save, type } from './support/person.ts';

const pages = usePages();
const waiting = (page: Page) => region(page, 'Waiting files');
const result = (page: Page) => page.getByRole('status', { name: 'Result' });

async function withPeer(): Promise<Page> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  return page;
}

test('a person takes in several files one after the other; after a refusal the next waits for Next', async () => {
  const page = await withPeer();
  const broken = `${pages.folder}/broken.json`;
  await writeFile(broken, 'hello');
  const files = [dataFile('threat-actors.json'), broken, dataFile('threat-actors-edited.json')];
  await page.getByLabel('Open file').setInputFiles(files);
  await expect(region(page, 'Preview')).toContainText('984 new facts');
  await expect(waiting(page)).toContainText('2 more waiting');
  await expect(waiting(page)).toContainText('broken.json and threat-actors-edited.json');
  await expect(waiting(page).getByRole('button', { name: 'Next' })).toHaveCount(0);
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();

  await expect(refusal(page)).toHaveAttribute('data-code', 'not-json');
  await expect(region(page, 'Preview')).toHaveCount(0);
  await expect(waiting(page)).toContainText('1 more waiting');
  await waiting(page).getByRole('button', { name: 'Next' }).click();
  await expect(region(page, 'Preview')).toContainText('40 conflicts');
  await expect(waiting(page)).toHaveCount(0);
  await accept(page);
  await goTo(page, 'Facts');
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('989');
});

test('the result of one file stays beside the preview of the next, and the rest can be dismissed', async () => {
  const page = await withPeer();
  const names = ['threat-actors.json', 'threat-actors-edited.json', 'gomcp-delta.json'];
  await page.getByLabel('Open file').setInputFiles(names.map(dataFile));
  await acceptPreviewOf(page, '984 new facts');
  await expect(region(page, 'Preview')).toContainText('40 conflicts');
  await expect(result(page)).toContainText('Taken in from sentinel-mcp: 984 facts');
  await expect(waiting(page)).toContainText('1 more waiting');
  await waiting(page).getByRole('button', { name: 'Do not read them' }).click();
  await expect(waiting(page)).toHaveCount(0);
  await region(page, 'Preview').getByRole('button', { name: 'Discard' }).click();
  await expect(result(page)).toContainText('Discarded');
  await expect(region(page, 'Preview')).toHaveCount(0);
});

test('the paste key reads the clipboard anywhere on Exchange, but not in a text field or on Facts', async () => {
  const page = await withPeer();
  await fillClipboard(page, await dataText('gomcp-delta.json'));
  // Opening a file leaves the focus here.
  await page.getByLabel('Open file').focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(region(page, 'Preview')).toBeVisible();
  await region(page, 'Preview').getByRole('button').last().click();
  await expect(region(page, 'Preview')).toHaveCount(0);

  const payload = page.getByRole('textbox', { name: 'Payload' });
  await fillClipboard(page, 'hello');
  await payload.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(payload).toHaveValue('hello');
  await expect(refusal(page)).toBeEmpty();

  await goTo(page, 'Facts');
  // The browser pastes some time after the key press. The screen may change only after that.
  const pasted = await page.evaluateHandle(() => ({
    event: new Promise<string>((resolve) => {
      addEventListener('paste', ({ type }) => resolve(type), { once: true });
    }),
  }));
  await page.keyboard.press('ControlOrMeta+V');
  expect(await pasted.evaluate(({ event }) => event)).toBe('paste');
  await goTo(page, 'Exchange');
  await expect(refusal(page)).toBeEmpty();
});

test('several files that are dropped or pasted are read like several that are opened', async () => {
  const page = await withPeer();
  for (const type of ['drop', 'paste'] as const) {
    await page.evaluate(
      ([kind, texts]) => {
        const transfer = new DataTransfer();
        for (const [index, text] of texts.entries()) transfer.items.add(new File([text], `${kind}-${index}.json`));
        const about = { bubbles: true, cancelable: true };
        document.body.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...about, dataTransfer: transfer })
            : new ClipboardEvent('paste', { ...about, clipboardData: transfer }),
        );
      },
      [type, [await dataText('threat-actors.json'), await dataText('gomcp-delta.json')]] as const,
    );
    await expect(region(page, 'Preview')).toContainText('984 new facts');
    await expect(waiting(page)).toContainText(`${type}-1.json`);
    await waiting(page).getByRole('button', { name: 'Do not read them' }).click();
    await region(page, 'Preview').getByRole('button', { name: 'Discard' }).click();
    await expect(region(page, 'Preview')).toHaveCount(0);
  }
});

test('several documents in one text are listed and taken in one after the other', async () => {
  const page = await pages.openNode('alpha');
  const request = await dataText('gomcp-handshake-request.json');
  const payload = await dataText('threat-actors.json');
  await type(page, `first this:\n${request}\nthen that:\n\`\`\`json\n${payload}\n\`\`\`\nand {"from_peer_id": "cut`);
  await expect(region(page, 'Preview')).toContainText('sentinel-mcp');
  await expect(waiting(page)).toContainText('document 2 of 3 and document 3 of 3');
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await region(page, 'Reply').getByRole('button', { name: 'Close' }).click();
  await expect(region(page, 'Preview')).toContainText('984 new facts');
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'cut-off');
  await expect(waiting(page)).toHaveCount(0);
});

async function acceptPreviewOf(page: Page, words: string): Promise<void> {
  await expect(region(page, 'Preview')).toContainText(words);
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
}

test('a text in the Payload box that was not read yet stays there when a preview is accepted', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Payload' });
  await box.fill('read later');
  await accept(page);
  await expect(region(page, 'Reply')).toBeVisible();
  await expect(box).toHaveValue('read later');
  await box.fill('');
});

test('a new handshake takes the place of a preview, whose document waits to be read again', async () => {
  const page = await pages.openNode('alpha');
  const [first, second] = [
    await dataText('gomcp-handshake-request.json'),
    await dataText('gomcp-handshake-request-other-genome.json'),
  ];
  await type(page, `${first}\n\n${second}`);
  await expect(region(page, 'Preview')).toContainText('sentinel-mcp');
  await expect(waiting(page)).toContainText('1 more waiting');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(region(page, 'Handshake')).toBeVisible();
  await expect(waiting(page)).toContainText('2 more waiting');
  await waiting(page).getByRole('button', { name: 'Next' }).click();
  await accept(page);
  await expect(region(page, 'Reply')).toContainText('sentinel-mcp');
});

test('a long text is held beside what is typed, until a person reads or dismisses it', async () => {
  const page = await pages.openNode('alpha');
  const box = page.getByRole('textbox', { name: 'Payload' });
  const request = await dataText('gomcp-handshake-request.json');
  await box.fill(`${request}${' '.repeat(70_000)}`);
  await expect(page.getByText('held, ready to read')).toBeVisible();
  await box.fill('hello');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'not-json');
  await box.fill('');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(region(page, 'Preview')).toContainText('sentinel-mcp');
  await accept(page);
  await expect(page.getByText('held, ready to read')).toHaveCount(0);

  await box.fill(' '.repeat(70_000));
  await page.getByRole('button', { name: 'Do not read it' }).click();
  await expect(page.getByText('held, ready to read')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('if the database is taken away, every unread text of the inbox is handed back', async () => {
  const page = await pages.openNode('alpha');
  const request = await dataText('gomcp-handshake-request.json');
  const delta = await dataText('gomcp-delta.json');
  await type(page, `${request}\n\n${delta}`);
  await expect(region(page, 'Preview')).toContainText('sentinel-mcp');
  await page.getByRole('textbox', { name: 'Payload' }).fill('not read yet');
  // Another tab with a newer version takes the database over.
  const beside = await pages.openBeside(page, '?node=beta');
  await beside.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('synapse', 99);
        opening.onsuccess = () => resolve(opening.result.close());
        opening.onerror = () => reject(opening.error);
      }),
  );
  // The next screen that reads the database notices it.
  await page.getByRole('link', { name: 'Facts', exact: true }).click();
  const unread = region(page, 'The text you brought');
  await expect(unread).toHaveCount(3);
  await expect(unread.getByRole('textbox', { name: 'Payload' })).toHaveValue('not read yet');
  expect(await pages.textOf(await save(page, unread.nth(1)))).toBe(request.trim());
  expect(await pages.textOf(await save(page, unread.nth(2)))).toBe(delta.trim());
});
