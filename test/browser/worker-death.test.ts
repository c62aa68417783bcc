import { expect } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { accept, dataText, goTo, peer, refusal, region, type } from './support/person.ts';

const pages = usePages();

test('a worker that dies is noticed and started again; what was stored is there, what was asked is refused', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  const [worker] = page.workers();
  const gone = page.waitForEvent('worker');
  await worker?.evaluate(() => self.close());
  await gone;
  // The preview died with the worker: its Accept says so and what to do, and the text is still in the box.
  await region(page, 'Preview').getByRole('button', { name: 'Accept' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'preview-gone');
  await expect(page.getByRole('textbox', { name: 'Payload' })).not.toHaveValue('');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await accept(page);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('VERIFIED');
});

test('a call that was under way when the worker died settles with a refusal', async () => {
  const page = await pages.openNode('alpha');
  const [worker] = page.workers();
  // Nothing answers any more, and then it dies: as a phone that takes the memory away.
  await worker?.evaluate(() => {
    setTimeout(() => {
      const until = performance.now() + 1500;
      while (performance.now() < until);
      self.close();
    });
  });
  await goTo(page, 'Exchange');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'worker-died', { timeout: 10_000 });
  await page.getByRole('button', { name: 'New handshake' }).click();
  await expect(region(page, 'Handshake')).toBeVisible();
});
