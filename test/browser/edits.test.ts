import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, copy, goTo, pair, paste, peer, region } from './support/person.ts';

const pages = usePages();

/** Copies what is new for a peer. */
async function copyNew(from: Page, to: string): Promise<void> {
  await goTo(from, 'Exchange');
  await from.getByRole('link', { name: `New for ${to}` }).click();
  const out = region(peer(from, to), 'Take out');
  await copy(from, out);
}

test('an edit travels over two phones as an update, and a receipt travels back alone', async () => {
  const [alpha, beta, gamma] = [
    await pages.openNode('alpha'),
    await pages.openNode('beta'),
    await pages.openNode('gamma'),
  ];
  await pair(alpha, beta);
  await pair(beta, gamma);
  await goTo(alpha, 'Facts');
  await alpha.getByRole('button', { name: 'Add fact' }).click();
  await alpha.getByRole('textbox', { name: 'Content' }).fill('Bear uses one server.');
  await alpha.getByRole('button', { name: 'Save' }).click();
  const carryToGamma = async () => {
    await copyNew(alpha, 'beta');
    await paste(beta);
    await accept(beta);
    await copyNew(beta, 'gamma');
    await paste(gamma);
  };
  await carryToGamma();
  await accept(gamma);

  await goTo(alpha, 'Facts');
  await alpha.getByRole('button', { name: /^Edit/ }).first().click();
  await alpha.getByRole('textbox', { name: 'Content' }).fill('Bear uses two servers.');
  await alpha.getByRole('button', { name: 'Save' }).click();
  await carryToGamma();
  const preview = region(gamma, 'Preview');
  await expect(preview).toContainText('1 fact edited by its writer');
  await expect(preview).toContainText('Accept takes in 1 edit.');
  await preview.getByText('1 fact edited by its writer').click();
  await expect(preview).toContainText('Bear uses');
  await accept(gamma);
  await goTo(gamma, 'Facts');
  await expect(gamma.getByText('Bear uses two servers.')).toBeVisible();
  await expect(gamma.getByText('Bear uses one server.')).toHaveCount(0);

  // Gamma has nothing for beta but a receipt.
  await goTo(gamma, 'Exchange');
  await expect(gamma.getByText('beta does not know yet that 2 drops it sent arrived here.')).toBeVisible();
  await gamma.getByRole('link', { name: 'Receipt' }).click();
  const out = region(peer(gamma, 'beta'), 'Take out');
  await expect(out).toContainText('This is a receipt');
  await copy(gamma, out);
  await paste(beta);
  await accept(beta);
  const row = beta.getByRole('listitem').filter({ has: beta.getByRole('link', { name: 'gamma', exact: true }) });
  await expect(row).toContainText('confirmed up to');
  await expect(row).toContainText('nothing to carry');
});
