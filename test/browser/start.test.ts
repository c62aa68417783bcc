import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { copy, dataFile, GENOME_HASH, goTo, openGenome, pair, peer, refusal, region, start } from './support/person.ts';
import { serveBelow } from './support/serve-below.ts';

const pages = usePages();

test('a person names a node and starts it; its peer id is the same after a reload', async () => {
  const page = await pages.open();
  await start(page, 'alpha');
  await expect(page.getByRole('heading', { level: 1, name: 'Exchange' })).toBeFocused();
  await goTo(page, 'Node');
  const peerId = page.getByText(/^peer_[0-9a-f]{24}$/).first();
  const before = await peerId.textContent();
  await page.reload();
  await expect(peerId).toHaveText(before as string);
  await expect(page.getByText('alpha').first()).toBeVisible();
});

test('an empty name is refused, and no node is made', async () => {
  const page = await pages.open();
  await page.getByRole('textbox', { name: 'Node name' }).fill('   ');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'empty-name');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
});

test('a genome file brings 5 genes and their hash, and a tampered one is refused', async ({ task }) => {
  const page = await pages.open();
  await start(page, 'alpha');
  const tampered = `${pages.folder}/${task.id}.json`;
  await writeFile(tampered, (await readFile(dataFile('genome.json'), 'utf8')).replace('by hand', 'by air'));
  await goTo(page, 'Node');
  await page.getByLabel('Open genome file').setInputFiles(tampered);
  await expect(refusal(page)).toHaveAttribute('data-code', 'tampered-genome');
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).toHaveValue('');
  await openGenome(page);
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).toHaveValue(GENOME_HASH);
  await expect(page.getByText('5 genes').first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Genome hash' })).toHaveValue(GENOME_HASH);
});

test('before a gene is added, the form names who must shake hands again; then they are not trusted', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await pair(alpha, beta);
  await goTo(alpha, 'Node');
  await alpha.getByRole('button', { name: 'Add gene' }).click();
  await alpha.getByRole('textbox', { name: 'Content' }).fill('Nobody is hurried.');
  await expect(alpha.getByText(/beta will have to shake hands again/)).toBeVisible();
  await alpha.getByRole('button', { name: 'Save' }).click();
  await expect(alpha.getByText('6 genes').first()).toBeVisible();
  await expect(alpha.getByRole('textbox', { name: 'Genome hash' })).not.toHaveValue(GENOME_HASH);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('REJECTED');
});

test('the first steps say what comes next until something was exchanged; a tap shows a time exactly', async () => {
  const alpha = await pages.open();
  await start(alpha, 'alpha');
  const currentStep = region(alpha, 'First steps').locator('[aria-current="step"]');
  await expect(currentStep).toContainText('Open a genome');
  await currentStep.getByRole('link', { name: 'To the genome' }).click();
  await openGenome(alpha);
  await goTo(alpha, 'Exchange');
  await expect(region(alpha, 'First steps').getByText('done')).toHaveCount(1);
  await currentStep.getByRole('link', { name: 'New handshake' }).click();
  await expect(alpha.getByRole('button', { name: 'New handshake' })).toBeFocused();
  const beta = await pages.openNode('beta');
  await pair(alpha, beta);
  await currentStep.getByRole('link', { name: 'To the peers' }).click();
  await peer(alpha, 'beta').getByRole('button', { name: 'Take out' }).click();
  await copy(alpha, region(alpha, 'Take out'));
  const time = peer(alpha, 'beta').getByRole('button', { name: 'now', exact: true });
  await time.click();
  await expect(peer(alpha, 'beta')).toContainText(/Last taken out: \d+ \w+ \d{4} at \d\d:\d\d:\d\d/);
  await goTo(alpha, 'Exchange');
  await expect(region(alpha, 'Bring in')).toBeVisible();
  await expect(region(alpha, 'First steps')).toHaveCount(0);
});

test('at an insecure address nothing can be started, and a refusal says what to do', async () => {
  const server = await serveBelow('/', '0.0.0.0');
  const page = await pages.open(server.url);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(refusal(page)).toHaveAttribute('data-code', 'insecure');
  await expect(refusal(page)).toContainText('Open Synapse at such an address.');
  await expect(page.getByRole('button')).toHaveCount(0);
  await server.stop();
});
