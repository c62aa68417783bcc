import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, dataText, goTo, peer, refusal, region, type } from './support/person.ts';

const pages = usePages();

test('a worker that dies is started again: Accept is refused, and the text can be read again', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  const [worker] = page.workers();
  const restarted = page.waitForEvent('worker');
  await worker?.evaluate(() => self.close());
  await restarted;
  // The preview died with the worker: its Accept is refused, and the text is still in the box.
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'preview-gone');
  await expect(page.getByRole('textbox', { name: 'Payload' })).not.toHaveValue('');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await accept(page);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('VERIFIED');
});

/** The worker answers nothing for 1.5 seconds and then dies, as on a phone that takes its memory away. */
async function stun(page: Page): Promise<void> {
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 1500;
      while (performance.now() < until);
      self.close();
    });
  });
}

test('a list whose rows did not come says so, and a person can ask for them again', async () => {
  const page = await pages.openNode('alpha');
  await stun(page);
  await goTo(page, 'Facts');
  await expect(page.getByText('Loading the rows…')).toBeVisible();
  await expect(page.getByText('The rows could not be loaded.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('5');
  await expect(page.getByText('The rows could not be loaded.')).toHaveCount(0);
});

test('a call that runs when the worker dies is refused, and works the next time', async () => {
  const page = await pages.openNode('alpha');
  await stun(page);
  await goTo(page, 'Exchange');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'worker-died');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(region(page, 'Handshake')).toBeVisible();
});
