import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, copy, goTo, openFile, pair, paste, peer, region, save, setPeerTimeout } from './support/person.ts';

const pages = usePages();

async function addFact(page: Page, content: string): Promise<void> {
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill(content);
  await page.getByRole('combobox', { name: 'Level' }).selectOption('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(content).first()).toBeVisible();
}

test('a silent peer expires; a person hands back its backup, which is cleared when it has all of it', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await addFact(alpha, 'The bridge is closed.');
  await pair(alpha, beta);
  await setPeerTimeout(alpha, 3);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('EXPIRED');
  await alpha.reload();
  await peer(alpha, 'beta').getByRole('button', { name: 'Backup' }).click();
  await expect(region(peer(alpha, 'beta'), 'Backup')).toContainText('The bridge is closed.');

  await setPeerTimeout(alpha, 3600);
  await pair(beta, alpha);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('VERIFIED');
  await peer(alpha, 'beta').getByRole('button', { name: 'Backup' }).click();
  const backup = region(peer(alpha, 'beta'), 'Backup');
  await backup.getByRole('button', { name: 'Take out backup' }).click();
  await copy(alpha, backup);
  await paste(beta);
  await expect(region(beta, 'Preview')).toContainText('1 new fact');
  await accept(beta);
  await goTo(beta, 'Peers');
  await peer(beta, 'alpha').getByRole('button', { name: 'Take out' }).click();
  await openFile(alpha, await save(beta, region(peer(beta, 'alpha'), 'Take out')));
  await accept(alpha);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta').getByRole('button', { name: 'Backup' })).toHaveCount(0);
});

test('a peer whose time ran out while the page was closed is EXPIRED when the page opens again', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await pair(alpha, beta);
  await setPeerTimeout(alpha, 1);
  await expect(alpha.getByRole('status').filter({ hasText: /./ }).first()).toBeVisible();
  const context = alpha.context();
  await alpha.close();
  const again = await pages.reopen(context);
  await goTo(again, 'Peers');
  await expect(peer(again, 'beta')).toContainText('EXPIRED');
});

test('a backup is cleared by hand only after a question', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await pair(alpha, beta);
  await setPeerTimeout(alpha, 1);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('EXPIRED');
  await peer(alpha, 'beta').getByRole('button', { name: 'Backup' }).click();
  await alpha.getByRole('button', { name: 'Clear backup' }).click();
  const question = alpha.getByRole('dialog');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(peer(alpha, 'beta').getByRole('button', { name: 'Backup', exact: true })).toBeVisible();
  await alpha.getByRole('button', { name: 'Clear backup' }).first().click();
  await question.getByRole('button', { name: 'Clear backup' }).click();
  await expect(peer(alpha, 'beta').getByRole('button', { name: 'Backup', exact: true })).toHaveCount(0);
});

test('a person can hand a backup to another trusted peer', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await addFact(alpha, 'The bridge is closed.');
  await pair(alpha, beta);
  await setPeerTimeout(alpha, 1);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('EXPIRED');
  await setPeerTimeout(alpha, 3600);
  const newBeta = await pages.openNode('beta-again');
  await pair(alpha, newBeta);
  await goTo(alpha, 'Peers');
  await peer(alpha, 'beta').getByRole('button', { name: 'Backup' }).click();
  const backup = region(peer(alpha, 'beta'), 'Backup');
  await backup.getByRole('combobox', { name: 'Hand to' }).selectOption({ label: 'beta-again' });
  await backup.getByRole('button', { name: 'Take out backup' }).click();
  await copy(alpha, backup);
  await paste(newBeta);
  await expect(region(newBeta, 'Preview')).toContainText('1 new fact');
});
