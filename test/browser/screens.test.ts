import type { Locator, Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, peer, region, type } from './support/person.ts';

const pages = usePages();

/** Presses Tab until the target has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 40; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('the preview, the reply, a refusal and Take out are accessible', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  expect(await complaintsOf(page)).toEqual([]);
  await accept(page);
  await expect(region(page, 'Reply')).toBeVisible();
  expect(await complaintsOf(page)).toEqual([]);
  await type(page, 'hello');
  await expect(page.getByRole('alert')).toContainText('hello');
  expect(await complaintsOf(page)).toEqual([]);
  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Take out' }).click();
  await expect(region(page, 'Take out').getByRole('button', { name: 'Copy', exact: true })).toBeEnabled();
  expect(await complaintsOf(page)).toEqual([]);
});

test('a person gets from the first run to a reply with the keyboard alone', async () => {
  const page = await pages.open();
  const name = page.getByRole('textbox', { name: 'Node name' });
  await tabTo(page, name);
  await page.keyboard.type('alpha');
  await page.keyboard.press('Enter');
  const nodeLink = page.getByRole('link', { name: 'Node', exact: true });
  await nodeLink.waitFor();
  await tabTo(page, nodeLink);
  await page.keyboard.press('Enter');
  const genome = page.getByLabel('Open genome file');
  await genome.waitFor();
  // Wait for the chooser before it can open: the browser hands over only a chooser that is waited for.
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, genome);
  await page.keyboard.press('Space');
  await (await choosing).setFiles(dataFile('genome.json'));
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).not.toHaveValue('');
  const exchangeLink = page.getByRole('link', { name: 'Exchange', exact: true });
  await exchangeLink.focus();
  await page.keyboard.press('Enter');
  const payload = page.getByRole('textbox', { name: 'Payload' });
  await payload.waitFor();
  await tabTo(page, payload);
  await page.keyboard.insertText(await dataText('gomcp-handshake-request.json'));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const acceptButton = region(page, 'Preview').getByRole('button', { name: 'Accept' });
  await acceptButton.waitFor();
  await tabTo(page, acceptButton);
  await page.keyboard.press('Enter');
  await expect(region(page, 'Reply')).toBeVisible();
});
