import { expect, type Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { accept, copy, goTo, pair, paste, peer, region } from './support/person.ts';

const pages = usePages();

/** What is new for that peer, onto the clipboard. */
async function carryNew(from: Page, to: string): Promise<void> {
  await goTo(from, 'Exchange');
  await from.getByRole('link', { name: `New for ${to}` }).click();
  const out = region(peer(from, to), 'Take out');
  await copy(from, out);
}

test('an edit goes from phone to phone as an update, and a receipt goes back alone', async () => {
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
  const carryOn = async () => {
    await carryNew(alpha, 'beta');
    await paste(beta);
    await accept(beta);
    await carryNew(beta, 'gamma');
    await paste(gamma);
  };
  await carryOn();
  await accept(gamma);

  await goTo(alpha, 'Facts');
  await alpha.getByRole('button', { name: /^Edit/ }).first().click();
  await alpha.getByRole('textbox', { name: 'Content' }).fill('Bear uses two servers.');
  await alpha.getByRole('button', { name: 'Save' }).click();
  await carryOn();
  const preview = region(gamma, 'Preview');
  await expect(preview).toContainText('1 fact edited by its writer');
  await expect(preview).toContainText('Accept takes in 1 edit.');
  await preview.getByText('1 fact edited by its writer').click();
  await expect(preview).toContainText('Bear uses');
  await accept(gamma);
  await goTo(gamma, 'Facts');
  await expect(gamma.getByText('Bear uses two servers.')).toBeVisible();
  await expect(gamma.getByText('Bear uses one server.')).toHaveCount(0);

  // Gamma has nothing for beta but the word that it arrived.
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
