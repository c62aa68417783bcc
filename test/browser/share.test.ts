import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { inject, test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, peer, refusal, region, start } from './support/person.ts';
import { serveBelow } from './support/serve-below.ts';

const pages = usePages();
const waiting = (page: Page) => region(page, 'Waiting files');
const preview = (page: Page) => region(page, 'Preview');

/** Does what a share sheet does: sends a form to the share target, from a page that is not of the app. */
async function share(page: Page, text: string, files: readonly string[] = []): Promise<void> {
  const action = new URL('share', page.url().split(/[?#]/)[0]).href;
  await page.goto('about:blank');
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${action}">
      <input name="title" value="Sent from a phone"><textarea name="text"></textarea><input name="url">
      <input name="files" type="file" multiple><button>Share</button>
    </form>`,
  );
  await page.locator('textarea').fill(text);
  await page.locator('[type=file]').setInputFiles([...files]);
  await page.locator('button').click();
}

async function untilServiceWorker(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test('a text and files that are shared are previewed one after the other, and never twice', async () => {
  const page = await pages.openNode('alpha');
  await untilServiceWorker(page);
  await share(page, await dataText('gomcp-handshake-request.json'));
  await expect(preview(page)).toContainText('sentinel-mcp');
  expect(new URL(page.url()).search).toBe('');
  expect(new URL(page.url()).hash).toBe('#exchange');

  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toHaveCount(0);
  await goTo(page, 'Exchange');
  await accept(page);
  await region(page, 'Reply').getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Paste' })).toBeVisible();
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('VERIFIED');

  await share(page, 'hello', [dataFile('threat-actors.json')]);
  await expect(preview(page)).toContainText('984 new facts');
  await expect(waiting(page)).toContainText('shared text');
  await preview(page).getByRole('button', { name: 'Accept' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'not-json');
  await expect(waiting(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Paste' })).toBeVisible();
  await expect.poll(() => storedShares(page)).toBe(0);
  await expect(preview(page)).toHaveCount(0);
  await expect(refusal(page)).toBeEmpty();
});

test('shares wait in order and outlive a closed page, until a person has dealt with them', async () => {
  const page = await pages.openNode('alpha');
  await untilServiceWorker(page);
  await share(page, await dataText('gomcp-handshake-request.json'));
  await expect(preview(page)).toContainText('sentinel-mcp');
  await share(page, '', [dataFile('threat-actors.json'), dataFile('gomcp-delta.json')]);
  await expect(preview(page)).toContainText('sentinel-mcp');
  await expect(waiting(page)).toContainText('threat-actors.json and gomcp-delta.json');

  const beside = await pages.openBeside(page, '');
  await expect(beside.getByRole('button', { name: 'Paste' })).toBeVisible();
  await expect(waiting(beside)).toHaveCount(0);
  await expect(preview(beside)).toHaveCount(0);
  await beside.close();

  const context = page.context();
  await page.close();
  const again = await pages.reopen(context);
  await expect(preview(again)).toContainText('sentinel-mcp');
  await accept(again);
  await region(again, 'Reply').getByRole('button', { name: 'Close' }).click();
  await expect(preview(again)).toContainText('984 new facts');
  await expect(waiting(again)).toContainText('1 more waiting');
  await waiting(again).getByRole('button', { name: 'Do not read them' }).click();
  await preview(again).getByRole('button', { name: 'Discard' }).click();
  await expect(preview(again)).toHaveCount(0);
  await expect.poll(() => storedShares(again)).toBe(0);
});

test('a share that splits into itself ends, and one whose reading did not end waits for a person', async () => {
  const page = await pages.openNode('alpha');
  await untilServiceWorker(page);
  await share(page, '{"content":[{"type":"text","text":"{\\"a\\":1} {\\"b\\":2}"}]}');
  await expect(refusal(page)).toHaveAttribute('data-code', 'unknown-kind');
  await waiting(page).getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => storedShares(page)).toBe(0);

  const large = `${pages.folder}/large.json`;
  // One row cannot be read in steps.
  await writeFile(large, `{"from_peer_id":"a","facts":[{"id":"a","x":[${'[1],'.repeat(15_000_000)}0]}]}`);
  await share(page, '', [large]);
  await expect(region(page, 'Work')).toBeVisible();
  await page.reload();
  await expect(waiting(page)).toContainText('Reading large.json did not end the last time.');
  await expect(region(page, 'Work')).toHaveCount(0);
  await waiting(page).getByRole('button', { name: 'Next' }).click();
  await expect(region(page, 'Work')).toBeVisible();
  await region(page, 'Work').getByRole('button', { name: 'Cancel' }).click();
  await expect(waiting(page)).toContainText('large.json');
  await waiting(page).getByRole('button', { name: 'Do not read them' }).click();
  await expect.poll(() => storedShares(page)).toBe(0);
});

test('what is shared before there is a node is read after the start, also offline and below a path', async () => {
  const server = await serveBelow('/some/path/');
  const page = await pages.open(server.url);
  await untilServiceWorker(page);
  await server.stop();
  await share(page, await dataText('gomcp-handshake-request.json'));
  await start(page, 'alpha');
  await expect(refusal(page)).not.toBeEmpty();
  await expect.poll(() => storedShares(page)).toBe(0);
});

test('a share that could not be stored is refused, and the address forgets it', async () => {
  const page = await pages.openNode('alpha');
  await page.goto(new URL('?shared=failed#exchange', page.url()).href);
  await expect(refusal(page)).toHaveAttribute('data-code', 'share-not-kept');
  expect(new URL(page.url()).search).toBe('');
});

test('an empty share is refused', async () => {
  const page = await pages.openNode('alpha');
  await untilServiceWorker(page);
  await page.goto('about:blank');
  const action = new URL('share', inject('appUrl')).href;
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${action}"><button>Share</button></form>`,
  );
  await page.locator('button').click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'share-empty');
  expect(await storedShares(page)).toBe(0);
});

test('an app shortcut moves the focus to its button, from any screen and every time, and presses nothing', async () => {
  const page = await pages.openNode('alpha');
  const focused = (name: string) => expect(page.getByRole('button', { name, exact: true })).toBeFocused();
  const launch = (hash: string) => page.goto(page.url().replace(/#.*/, '') + hash);
  await goTo(page, 'Facts');
  await launch('#exchange/new-handshake');
  await focused('New handshake');
  await launch('#exchange/bring-in');
  await focused('Paste');
  await launch('#exchange/new-handshake');
  await focused('New handshake');
  await expect(region(page, 'Handshake')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('#exchange');

  await page.close();
  const fresh = await pages.openBeside(page, '#exchange/bring-in');
  await expect(fresh.getByRole('button', { name: 'Paste' })).toBeFocused();
});

test('files that the system opens with Synapse wait behind the preview, and a missing file is refused', async () => {
  const page = await pages.openNode('alpha');
  // No browser opens a file from a test, so the test calls what the browser would call, with real file handles.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', {
      value: {
        setConsumer: (consumer: unknown) => Object.assign(window, { launch: consumer }),
      },
    });
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Paste' })).toBeVisible();
  const launch = async (name: string) =>
    page.evaluate(
      async ([name, text]) => {
        const folder = await navigator.storage.getDirectory();
        const gone = await folder.getFileHandle('gone.json', { create: true });
        await folder.removeEntry('gone.json');
        const handle = await folder.getFileHandle(name, { create: true });
        const out = await handle.createWritable();
        await out.write(text);
        await out.close();
        (window as unknown as { launch(launch: object): void }).launch({ files: [gone, handle] });
      },
      [name, await dataText(name)] as const,
    );
  await launch('gomcp-handshake-request.json');
  await expect(preview(page)).toContainText('sentinel-mcp');
  await expect(refusal(page)).toHaveAttribute('data-code', 'file-gone');
  await expect(refusal(page)).toContainText('gone.json');
  await launch('threat-actors.json');
  await expect(waiting(page)).toContainText('threat-actors.json');
  await accept(page);
  await region(page, 'Reply').getByRole('button', { name: 'Close' }).click();
  await expect(preview(page)).toContainText('984 new facts');
});

/** How many parts of shares are stored in the browser. */
function storedShares(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('synapse-shared '));
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().length;
  });
}
