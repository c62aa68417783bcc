import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, openFile, region, start, type } from './support/person.ts';

const pages = usePages();
const DAY = 86_400_000;

/** Pairs the node with GoMCP, so that something is in no archive. */
async function pairWithGomcp(page: Page): Promise<void> {
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
}

async function returnAfter(page: Page, days: number): Promise<void> {
  await page.clock.setFixedTime(Date.now() + days * DAY);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Exchange' })).toBeVisible();
  await expect(region(page, 'Bring in')).toBeVisible();
}

test('Exchange reminds of what is in no archive, can be put off for a week, and leads to the archive', async () => {
  const page = await pages.openNode('alpha');
  const reminder = region(page, 'In no archive');
  await expect(reminder).toHaveCount(0);
  await pairWithGomcp(page);
  // While a reply waits to be carried, there is no reminder.
  await expect(reminder).toHaveCount(0);
  await page.reload();
  await expect(reminder).toContainText('There is no archive yet.');
  await expect(reminder).toContainText('1 pairing is in no archive.');
  expect(await complaintsOf(page)).toEqual([]);
  await reminder.getByRole('button', { name: 'Remind me in a week' }).click();
  await expect(reminder).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await returnAfter(page, 6);
  await expect(reminder).toHaveCount(0);
  await returnAfter(page, 8);
  await expect(reminder).toBeVisible();
  await reminder.getByRole('link', { name: 'To the archive' }).click();
  await expect(page.getByRole('heading', { name: 'Archive', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Make an archive' }).click();
  await page.getByRole('radio', { name: 'Without' }).check();
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.getByRole('button', { name: 'Save file' }).click();
  await expect(page.getByRole('status', { name: 'Result' })).toContainText('Handed to the browser’s downloads');
  await goTo(page, 'Exchange');
  await expect(reminder).toHaveCount(0);
});

test('the browser is asked for persistent storage after the first fact, and its answer is shown', async () => {
  const page = await pages.openNode('alpha');
  await goTo(page, 'Node');
  const storage = region(page, 'Storage');
  await expect(storage).toContainText('No archive was saved.');
  await expect(storage).not.toContainText('was asked');
  expect(await page.evaluate(() => localStorage.getItem('synapse-keep-answer'))).toBeNull();
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill('The bridge is closed.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The bridge is closed.')).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('synapse-keep-answer'))).not.toBeNull();
  const isPersisted = await page.evaluate(() => navigator.storage.persisted());
  await goTo(page, 'Node');
  // The browser decides which of the two it is.
  await expect(storage).toContainText(isPersisted ? 'has promised to keep' : 'was asked, and did not promise');
});

/** Dispatches Chromium's offer to install the app, because no headless browser makes one. */
async function offerInstall(page: Page): Promise<void> {
  await page.evaluate(() => {
    const prompt = async () => {
      document.title = 'asked';
    };
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt,
      userChoice: Promise.resolve({ outcome: 'dismissed' }),
    });
    window.dispatchEvent(offer);
  });
}

test('installing is offered after a first handshake and on the Node screen, and a no is remembered', async () => {
  const page = await pages.openNode('alpha');
  await offerInstall(page);
  const offer = region(page, 'As an app');
  await expect(offer).toHaveCount(0);
  await type(page, await dataText('gomcp-handshake-request-other-genome.json'));
  await accept(page);
  await region(page, 'Reply').getByRole('button', { name: 'Close' }).click();
  await expect(offer).toBeVisible();
  await offer.getByRole('button', { name: 'No, thanks' }).click();
  await expect(offer).toHaveCount(0);
  await page.reload();
  await expect(region(page, 'Bring in')).toBeVisible();
  await offerInstall(page);
  await expect(offer).toHaveCount(0);
  await goTo(page, 'Node');
  await offer.getByRole('button', { name: 'Install' }).click();
  await expect(page.getByRole('status', { name: 'Result' })).toContainText('Not installed.');
  await expect(page).toHaveTitle('asked');
  // An offer can be used once.
  await expect(offer).toHaveCount(0);
});

test('on an iPhone the home screen is explained before a node is started', async () => {
  const page = await pages.open();
  await page.addInitScript(() => {
    const agent =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 ' +
      '(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
    Object.defineProperty(navigator, 'userAgent', { get: () => agent });
  });
  const first = region(page, 'Add it to the home screen first');
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  await expect(first).toHaveCount(0);
  await page.reload();
  await expect(first).toContainText('begins empty');
  await expect(first).not.toContainText('open this page in Safari');
  expect(await complaintsOf(page)).toEqual([]);
  await start(page, 'alpha');
  await goTo(page, 'Node');
  await expect(region(page, 'As an app')).toContainText('Make an archive');
  await expect(region(page, 'Storage')).toContainText('after 7 days');
});

test('in an installed iOS app there is a share sheet instead of a download', async () => {
  const page = await pages.openNode('alpha');
  // A headless browser has no share sheet and is no iPhone. These are what an installed iOS app has.
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'userAgent', {
      get: () => 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)',
    });
    Object.defineProperty(navigator, 'standalone', { get: () => true });
    navigator.canShare = () => true;
    navigator.share = async (data) => {
      const name = data?.files?.[0]?.name ?? '';
      if (document.title === 'go back') throw new DOMException('', 'AbortError');
      document.title = name;
    };
  });
  await page.reload();
  await page.getByRole('button', { name: 'New handshake' }).click();
  const handshake = region(page, 'Handshake');
  await expect(handshake.getByRole('button', { name: 'Share' })).toBeVisible();
  await expect(handshake.getByRole('button', { name: 'Save file' })).toHaveCount(0);
  const result = page.getByRole('status', { name: 'Result' });
  await page.evaluate(() => {
    document.title = 'go back';
  });
  await handshake.getByRole('button', { name: 'Share' }).click();
  await expect(result).toBeEmpty();
  await page.evaluate(() => {
    document.title = '';
  });
  await handshake.getByRole('button', { name: 'Share' }).click();
  await expect(result).toHaveText(/Shared/);
  await expect(page).toHaveTitle(/\.txt$/);
});

test('the reminder counts facts that are in no archive too', async () => {
  const page = await pages.openNode('alpha');
  await pairWithGomcp(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await expect(region(page, 'In no archive')).toContainText('984 facts');
});
