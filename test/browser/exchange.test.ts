import { writeFile } from 'node:fs/promises';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import {
  accept,
  copy,
  dataFile,
  dataText,
  fillClipboard,
  GENOME_HASH,
  goTo,
  openFile,
  pair,
  paste,
  peer,
  refusal,
  region,
  save,
  type,
} from './support/person.ts';

const pages = usePages();

test('a person pastes GoMCP’s handshake: it is VERIFIED, and the reply can be copied and saved', async () => {
  const page = await pages.openNode('alpha');
  await fillClipboard(page, await dataText('gomcp-handshake-request.json'));
  await paste(page);
  await expect(region(page, 'Preview')).toContainText('from sentinel-mcp');
  await expect(region(page, 'Preview')).toContainText('Genome: same');
  await accept(page);
  const reply = region(page, 'Reply');
  await copy(page, reply);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ to_node: 'alpha', match: true, trust: 2, genome_hash: GENOME_HASH });
  const saved = await pages.textOf(await save(page, reply));
  expect(saved).toBe(copied);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('VERIFIED');
});

test('a person types in a handshake of another genome: the peer is REJECTED, with both hashes', async () => {
  const page = await pages.openNode('alpha');
  const other = await dataText('gomcp-handshake-request-other-genome.json');
  await type(page, other);
  const preview = region(page, 'Preview');
  await expect(preview).toContainText('Genome: different');
  await expect(preview).toContainText(GENOME_HASH);
  await expect(preview).toContainText(JSON.parse(other).genome_hash);
  await accept(page);
  await expect(region(page, 'Reply')).toBeVisible();
  await goTo(page, 'Peers');
  await expect(peer(page, 'stranger')).toContainText('REJECTED');
  await expect(peer(page, 'stranger')).toContainText(GENOME_HASH);
  await expect(peer(page, 'stranger')).toContainText(JSON.parse(other).genome_hash);
});

test('a node’s own request is refused, and a peer status counts as a handshake', async () => {
  const page = await pages.openNode('alpha');
  await page.getByRole('button', { name: 'New handshake' }).click();
  await copy(page, region(page, 'Handshake'));
  await paste(page);
  await expect(refusal(page)).toHaveAttribute('data-code', 'self-handshake');
  await type(page, await dataText('gomcp-peer-status.json'));
  await accept(page);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('VERIFIED');
});

test('984 facts of a file are previewed, stored and found, and the same file again brings nothing', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  const preview = region(page, 'Preview');
  for (const words of ['984 new facts', '5 genes already here', 'from sentinel-mcp', 'VERIFIED', 'Genome: same']) {
    await expect(preview).toContainText(words);
  }
  await preview.getByText('984 new facts').click();
  await expect(preview.getByText('APT1', { exact: false }).first()).toBeVisible();
  await accept(page);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('984 facts');
  await expect(peer(page, 'sentinel-mcp')).toContainText('Last sync: now');
  await goTo(page, 'Facts');
  const found = page.getByRole('status', { name: 'Facts found' });
  await expect(found).toHaveText('989');
  await page.getByRole('searchbox', { name: 'Search facts' }).fill('APT28');
  await expect(found).toHaveText('5');
  await openFile(page, dataFile('threat-actors.json'));
  await expect(region(page, 'Preview')).toContainText('984 facts already here');
  await expect(region(page, 'Preview')).toContainText('Taken in before');
  await expect(region(page, 'Preview').getByRole('button', { name: 'Accept' })).toHaveCount(0);
});

test('a payload of an unknown peer or of another genome is refused, and nothing is stored', async () => {
  const page = await pages.openNode('alpha');
  await openFile(page, dataFile('threat-actors.json'));
  await expect(refusal(page)).toHaveAttribute('data-code', 'not-trusted');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  const other = `${pages.folder}/other-genome.json`;
  await writeFile(other, (await dataText('threat-actors.json')).replace(GENOME_HASH, `0${GENOME_HASH.slice(1)}`));
  await openFile(page, other);
  await expect(refusal(page)).toHaveAttribute('data-code', 'hash-mismatch');
  await goTo(page, 'Facts');
  await expect(page.getByRole('status', { name: 'Facts found' })).toHaveText('5');
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('0 facts');
});

test('Exchange says what is new for a peer and leads to it, until the peer confirms it', async () => {
  const [alice, bob] = [await pages.openNode('alice'), await pages.openNode('bob')];
  await pair(alice, bob);
  const rowOfBob = alice.getByRole('listitem').filter({ has: alice.getByRole('link', { name: 'bob', exact: true }) });
  await goTo(alice, 'Exchange');
  await expect(rowOfBob).toContainText('nothing to carry');
  await goTo(alice, 'Facts');
  await alice.getByRole('button', { name: 'Add fact' }).click();
  await alice.getByRole('textbox', { name: 'Content' }).fill('The bridge is closed.');
  await alice.getByRole('button', { name: 'Save' }).click();
  await goTo(alice, 'Exchange');
  await expect(rowOfBob).toContainText('1 fact new for bob · nothing confirmed yet');
  await rowOfBob.getByRole('link', { name: 'New for bob' }).click();
  const out = region(peer(alice, 'bob'), 'Take out');
  await expect(out.getByRole('radio', { name: 'New for bob' })).toBeChecked();
  await copy(alice, out);
  await paste(bob);
  await accept(bob);
  await goTo(bob, 'Exchange');
  await bob.getByRole('link', { name: 'Everything' }).click();
  await copy(bob, region(peer(bob, 'alice'), 'Take out'));
  await paste(alice);
  await accept(alice);
  await expect(rowOfBob).toContainText(/nothing to carry · confirmed up to/);
});
