import type { Locator, Page } from 'playwright/test';
import { test } from 'vitest';
import { contextOf, rpcLine } from '../data/gomcp/with-context.ts';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import {
  accept,
  copy,
  dataText,
  fillClipboard,
  GENOME_HASH,
  goTo,
  paste,
  peer,
  refusal,
  region,
  type,
} from './support/person.ts';

const pages = usePages();
const FACT = 'The bridge is closed.';

/** A node that trusts GoMCP and has a fact that is new for it, with the panel of tool calls open. */
async function openCalls(): Promise<{ page: Page; panel: Locator; selfId: string }> {
  const page = await pages.openNode('alpha');
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill(FACT);
  await page.getByRole('combobox', { name: 'Level' }).selectOption('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(FACT).first()).toBeVisible();
  await fillClipboard(page, await dataText('gomcp-peer-status.json'));
  await paste(page);
  await accept(page);
  const { peer_id } = JSON.parse(await copiedText(page, region(page, 'Reply'))).arguments;
  return { page, panel: await openPanel(page), selfId: peer_id };
}

async function openPanel(page: Page): Promise<Locator> {
  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'What to type there' }).click();
  const panel = region(peer(page, 'sentinel-mcp'), 'What to type there');
  await expect(panel).toBeVisible();
  return panel;
}

const step = (panel: Locator, title: string) =>
  panel.getByRole('listitem').filter({ has: panel.page().getByRole('heading', { name: title }) });

/** What GoMCP prints after it imported the payload of a call. */
function importResult(call: string): string {
  const payload = JSON.parse(JSON.parse(call).arguments.payload_json);
  const result = {
    from_peer: payload.from_peer_id,
    imported: 1,
    incidents_imported: 0,
    synced_at: payload.synced_at.replace(/\.?0+Z$/, 'Z'),
    total_incidents: payload.incidents?.length ?? 0,
    total_sent: payload.facts.length,
  };
  return JSON.stringify({ content: [{ type: 'text', text: JSON.stringify(result, null, 2) }] });
}

async function copiedText(page: Page, from: Locator): Promise<string> {
  await fillClipboard(page, '');
  await copy(page, from);
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a person copies the tool calls and pastes GoMCP’s import result, which counts once', async () => {
  const { page, panel, selfId } = await openCalls();
  expect(JSON.parse(await copiedText(page, step(panel, 'Make it trust this node')))).toEqual({
    name: 'peer_handshake',
    arguments: { peer_id: selfId, peer_node: 'alpha', peer_genome_hash: GENOME_HASH },
  });
  expect(JSON.parse(await copiedText(page, step(panel, 'Get what it has')))).toEqual({
    name: 'sync_facts',
    arguments: { mode: 'export', peer_id: selfId },
  });
  expect(JSON.parse(await copiedText(page, step(panel, 'Get back what it kept')))).toEqual({
    name: 'peer_backup',
    arguments: { peer_id: selfId },
  });
  expect(JSON.parse(await copiedText(page, step(panel, 'Trust and facts in one call')))).toEqual({
    name: 'force_resonance_handshake',
    arguments: { peer_id: selfId, peer_node: 'alpha', peer_genome_hash: GENOME_HASH },
  });
  expect(JSON.parse(await copiedText(page, step(panel, 'Get only what is newer')))).toEqual({
    name: 'delta_sync',
    arguments: { since: '0001-01-01T00:00:00Z', max_batch: 100 },
  });

  const give = step(panel, 'Give it what is new');
  await expect(give.getByRole('radio', { name: 'New for sentinel-mcp' })).toBeChecked();
  await expect(give.getByRole('button', { name: 'It arrived' })).toHaveCount(0);
  const call = await copiedText(page, give);
  expect(JSON.parse(call)).toMatchObject({ name: 'sync_facts', arguments: { mode: 'import', peer_id: selfId } });
  expect(JSON.parse(call).arguments.payload_json).toContain(FACT);
  await expect(give.getByRole('button', { name: 'It arrived' })).toBeVisible();

  await fillClipboard(page, importResult(call));
  await paste(page);
  const preview = region(page, 'Preview');
  await expect(preview).toContainText('It arrived at sentinel-mcp');
  await expect(preview).toContainText('It took in 1 of 6 facts');
  await expect(preview).toContainText('The other facts were there already');
  await accept(page);
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'sentinel-mcp' }) });
  await expect(row).toContainText(/nothing to carry · confirmed up to/);
  await paste(page);
  await expect(preview).toContainText('There is nothing to do');
  await expect(preview.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  await expect(step(await openPanel(page), 'Give it what is new')).toContainText('It has everything');
  await goTo(page, 'Journal');
  await expect(page.getByText('What was handed over to sentinel-mcp arrived')).toHaveCount(1);
});

test('a person says that a payload arrived, on the peer card and on Exchange', async () => {
  const { page, panel } = await openCalls();
  const give = step(panel, 'Give it what is new');
  await give.getByText('Everything').click();
  await expect(give).toContainText('only if it has nothing of yours yet');
  await copy(page, give);
  await give.getByRole('button', { name: 'It arrived' }).click();
  await expect(give).toContainText('It has everything');
  await expect(give.getByRole('button', { name: 'It arrived' })).toHaveCount(0);
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill('The bridge is open.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The bridge is open.').first()).toBeVisible();
  await copy(page, step(await openPanel(page), 'Give it what is new'));
  await goTo(page, 'Exchange');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'sentinel-mcp', exact: true }) });
  await expect(row).toContainText('1 fact new for sentinel-mcp');
  await row.getByRole('button', { name: 'It arrived' }).click();
  await expect(row).toContainText('nothing to carry');
  await expect(row.getByRole('button', { name: 'It arrived' })).toHaveCount(0);
});

test('each error of GoMCP has its own refusal, and its handshake report needs no Accept', async () => {
  const { page, selfId } = await openCalls();
  for (const [text, code] of [
    ['Error: peer ID is not trusted (handshake first)', 'gomcp-not-trusted'],
    ['{"content":[{"type":"text","text":"Error: peer ID is not trusted"}],"isError":true}', 'gomcp-not-trusted'],
    ['Error: genome hash mismatch: payload=38063b8cd2c9c644 local=0000000000000000', 'gomcp-other-genome'],
    [`{"status":"no backup found for ${selfId}"}`, 'gomcp-no-backup'],
    ['Error: payload_json required for import', 'gomcp-no-payload'],
    ['Error: disk I/O error', 'gomcp-error'],
  ] as const) {
    await type(page, text);
    await expect(refusal(page)).toHaveAttribute('data-code', code);
  }
  const report = {
    local_hash: GENOME_HASH,
    local_node: 'sentinel-mcp',
    local_peer_id: 'peer_5f3a9c0e7b1d24688ace0135',
    match: true,
    remote_hash: GENOME_HASH,
    remote_peer_id: selfId,
    trust: 'VERIFIED',
    trusted_peers: 1,
  };
  await type(page, JSON.stringify(report));
  await expect(region(page, 'Preview')).toContainText('sentinel-mcp says that it trusts this node');
  await expect(region(page, 'Preview').getByRole('button', { name: 'Accept' })).toHaveCount(0);
});

test('what goes back to GoMCP is a call; a document for another program can be opened', async () => {
  const { page } = await openCalls();
  const page1 = { ...JSON.parse(await dataText('gomcp-delta.json')), has_more: true };
  await type(page, JSON.stringify(page1));
  await accept(page);
  const reply = region(page, 'Reply');
  await expect(reply).toContainText('Run this call there, and read the next page here');
  await expect(reply).toContainText('A running GoMCP leaves out level 1');
  expect(JSON.parse(await copiedText(page, reply))).toEqual({
    name: 'delta_sync',
    arguments: { since: '0001-01-01T00:00:00Z', max_batch: page1.facts.length * 10 },
  });
  await reply.getByText('As a document, for another program').click();
  await expect(reply).toContainText('Carry this request there');
  await expect(reply.getByRole('button', { name: 'Save file' })).toBeVisible();
  await reply.getByRole('button', { name: 'Close' }).click();

  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Ask again' }).click();
  const handshake = region(peer(page, 'sentinel-mcp'), 'Handshake');
  expect(JSON.parse(await copiedText(page, handshake)).name).toBe('peer_handshake');
});

test('a person is warned where a running GoMCP does less than it could', async () => {
  const { page, panel } = await openCalls();
  await expect(step(panel, 'Make it trust this node')).toContainText('forgets everybody when it is started anew');
  await expect(step(panel, 'Give it what is new')).toContainText('GoMCP makes every fact it is given anew');
  await expect(step(panel, 'Get only what is newer')).toContainText('A running GoMCP leaves out level 1');
  await expect(step(panel, 'Get back what it kept')).toContainText('A running GoMCP makes no backups by itself');

  await goTo(page, 'Incidents');
  await page.getByRole('button', { name: 'Add incident' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Leak in the hall');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Leak in the hall').first()).toBeVisible();
  const call = await copiedText(page, step(await openPanel(page), 'Give it what is new'));
  await type(page, importResult(call));
  const preview = region(page, 'Preview');
  await expect(preview).toContainText('It took in 0 of 1 incident');
  await expect(preview).toContainText('All stay new for it here');
});

test('nobody is told to open a genome at GoMCP: its genes are asked for', async () => {
  const page = await pages.openNode('alpha');
  const other = { ...JSON.parse(await dataText('gomcp-peer-status.json')), genome_hash: '0'.repeat(64) };
  await type(page, JSON.stringify(other));
  await expect(region(page, 'Preview')).toContainText('Run list_genes there');
  await accept(page);
  const genes = { name: 'list_genes', arguments: {} };
  expect(JSON.parse(await copiedText(page, region(page, 'Reply')))).toEqual(genes);
  const panel = await openPanel(page);
  await expect(peer(page, 'sentinel-mcp').getByText('The genome of a GoMCP node is built in').first()).toBeVisible();
  expect(JSON.parse(await copiedText(page, step(panel, 'Get its genome')))).toEqual(genes);
  for (const text of [
    '{"local_hash":"a","match":false,"phase":"handshake","remote_hash":"b","sync":null,"trust":"REJECTED"}',
    'Error: genome hash mismatch: payload=38063b8cd2c9c644 local=0000000000000000',
  ]) {
    await type(page, text);
    await expect(refusal(page)).toContainText('Run list_genes there');
    await expect(refusal(page)).not.toContainText('Open the same genome');
  }
});

test('the calls are accessible at 320 px in both themes; a PENDING peer is only asked who it is', async () => {
  const { page, panel } = await openCalls();
  await page.setViewportSize({ width: 320, height: 740 });
  await copy(page, step(panel, 'Give it what is new'));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await complaintsOf(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Ask again' }).click();
  await expect(peer(page, 'sentinel-mcp')).toContainText('PENDING');
  const again = await openPanel(page);
  await expect(again.getByRole('heading', { name: 'Have it say who it is' })).toBeVisible();
  await expect(again.getByRole('heading', { name: 'Give it what is new' })).toHaveCount(0);
  expect(JSON.parse(await copiedText(page, step(again, 'Have it say who it is')))).toEqual({
    name: 'peer_status',
    arguments: {},
  });
});

test('a line of JSON-RPC with the context of GoMCP is read, and the preview says what was left out', async () => {
  const page = await pages.openNode('alpha');
  const status = await dataText('gomcp-peer-status.json');
  await type(page, rpcLine(`${status.trim()}${contextOf('Answer {} from the quay')}`));
  await expect(region(page, 'Preview')).toContainText('GoMCP’s own context was left out.');
  await accept(page);
  await type(page, status);
  await expect(region(page, 'Preview')).not.toContainText('left out');
});

test('an import report that names nobody is told, and there is nothing to accept', async () => {
  const page = await pages.openNode('alpha');
  const counts = { imported: 2, total_sent: 6, incidents_imported: 0, total_incidents: 0 };
  await type(page, JSON.stringify({ from_peer: '', synced_at: '0001-01-01T00:00:00Z', ...counts }));
  const preview = region(page, 'Preview');
  await expect(preview).toContainText('It took in 2 of 6 facts');
  await expect(preview).toContainText('without saying from whom');
  await expect(preview.getByRole('button', { name: 'Accept' })).toHaveCount(0);
});

test('if the clipboard is denied, a refusal says so and the call can be selected by hand', async () => {
  const { page, panel } = await openCalls();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  const trust = step(panel, 'Make it trust this node');
  await trust.getByRole('button', { name: 'Copy' }).click();
  await expect(refusal(page)).toHaveAttribute('data-code', 'clipboard-denied');
  await expect(trust.getByRole('textbox', { name: 'Text to copy by hand' })).toHaveValue(/"name": "peer_handshake"/);
});
