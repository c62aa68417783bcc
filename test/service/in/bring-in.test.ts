import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/answers.ts';
import type { BucketName, JournalRow, PreviewRows, Rows, Several } from '../../../src/peer-api.ts';
import { contextOf, rpcLine } from '../../data/gomcp/with-context.ts';
import delta from '../../data/gomcp-delta.json?raw';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import resonance from '../../data/gomcp-resonance.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { taken } from '../../stories/support/open-node.ts';
import { journalRows } from '../../stories/support/rows.ts';

/** A text with so many different documents. */
function manyHandshakes(count: number): string {
  const request = JSON.parse(handshake);
  return Array.from({ length: count }, (_, nonce) => JSON.stringify({ ...request, nonce: `${nonce}` })).join('\n');
}

test('other versions wait as conflicts; foreign genes and snippets are refused by their ids', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const preview = await node.preview(edited);
  expect(preview).toMatchObject({
    facts: { fresh: 0, present: 944, genes: 5, conflicts: 40, refused: 3 },
    incidents: { fresh: 2, updates: 0, views: 0, refused: 0 },
  });
  const rowsOf = async (bucket: BucketName) =>
    taken<PreviewRows>(await node.api.previewRows(preview.id, bucket, '', { offset: 0, limit: 50 })).rows;
  const refused = await rowsOf('refused');
  expect(refused.map(({ row }) => row.kind === 'refused' && [row.id, row.refusal.code])).toEqual([
    ['GENE_06_OBEDIENCE', 'foreign-gene'],
    ['GENE_02_TRUST', 'gene-changed'],
    ['0000000000000000000000000000000f', 'level-not-carried'],
  ]);
  expect(await rowsOf('conflicts')).toHaveLength(40);
  await node.api.accept(preview.id);
  expect(node.snapshot.counts).toMatchObject({ facts: 989, incidents: 2, conflicts: 40 });
  await node.bringIn(edited);
  expect(node.snapshot.counts).toMatchObject({ facts: 989, incidents: 2, conflicts: 40 });
  await node.close();
});

test('a delta page and a resonance are taken in; the payload inside is the same drop as alone', async () => {
  const node = await openTrustingGomcp();
  expect((await node.bringIn(delta)).outcome).toMatchObject({ counts: { facts: 50 } });
  const inner = JSON.stringify(JSON.parse(resonance).sync_payload);
  expect((await node.bringIn(resonance)).outcome).toMatchObject({ kind: 'done', counts: { incidents: 2 } });
  expect(await node.preview(inner)).toMatchObject({ act: 'nothing', takenInAt: node.clock.now });
  await node.close();
});

test('a payload that is older than what its sender brought before is shown as older, and taken in', async () => {
  const node = await openTrustingGomcp();
  const first = await node.previewPayload(edited);
  expect(first.olderThan).toBeNull();
  await node.api.accept(first.id);
  const older = await node.preview(threatActors);
  expect(older).toMatchObject({ olderThan: '2026-02-27T13:46:40Z', act: 'take-in' });
  expect(outcomeOf(await node.api.accept(older.id))).toMatchObject({ kind: 'done' });
  expect((await node.previewPayload(edited)).olderThan).toBeNull();
  await node.close();
});

test('a discarded preview leaves a line in the journal and nothing else', async () => {
  const node = await openTrustingGomcp();
  const before = node.snapshot;
  const linesBefore = await node.journalLength();
  const preview = await node.preview(threatActors);
  await node.api.discard(preview.id);
  expect(node.snapshot).toMatchObject({
    peers: before.peers,
    counts: { facts: 5 },
  });
  expect(await node.journalLength()).toBe(linesBefore + 1);
  expect((await journalRows(node))[0]).toMatchObject({ kind: 'discarded', nodeName: 'sentinel-mcp' });
  expect(outcomeOf(await node.api.accept(preview.id))).toMatchObject({ code: 'preview-gone' });
  await node.close();
});

test('refused input writes nothing', async () => {
  const node = await openTrustingGomcp();
  const before = node.snapshot.revision;
  for (const [text, code] of [
    ['', 'empty'],
    ['hello', 'not-json'],
    [threatActors.slice(0, 4096), 'cut-off'],
    [manyHandshakes(101), 'two-documents'],
    [handshake + handshake, 'same-twice'],
    [threatActors.replace('"1.1"', '"2.0"'), 'newer-version'],
    ['{"what":"is this"}', 'unknown-kind'],
    [threatActors.replace('"level":1', '"level":"1"'), 'wrong-type'],
    [threatActors.replace('2026-02-25T06:13:20.25Z', 'yesterday'), 'bad-time'],
  ] as const) {
    expect(await node.api.read(text)).toMatchObject({ kind: 'refused', code });
  }
  expect(node.snapshot.revision).toBe(before);
  await node.close();
});

test('several documents in one text are handed back one by one, and nothing is written', async () => {
  const node = await openTrustingGomcp();
  const before = node.snapshot.revision;
  const text = `Bob: ${handshake}\n> and\n${threatActors}, and ${delta.slice(0, 3000)}`;
  const several = (await node.api.read(text)) as Several;
  const texts = await Promise.all(several.documents.map((document) => document.text()));
  expect(texts).toEqual([handshake.trim(), threatActors.trim(), delta.slice(0, 3000)]);
  const readings = [];
  for (const document of several.documents) readings.push(await node.api.read(document));
  expect(readings).toMatchObject([
    { documentKind: 'handshake_request' },
    { documentKind: 'sync_payload' },
    { code: 'cut-off' },
  ]);
  expect(node.snapshot.revision).toBe(before);
  await node.close();
});

test('a block that GoMCP appends is left out and told of; the drop is that of the document alone', async () => {
  const node = await openTrustingGomcp();
  const alone = await node.preview(delta);
  expect(alone.contextLeftOut).toBe(false);
  const text = `${delta.trim()}${contextOf('Answer {} from the quay')}`;
  for (const one of [text, rpcLine(text)]) {
    expect(await node.preview(one)).toEqual({ ...alone, id: expect.any(Number), contextLeftOut: true });
  }
  await node.close();
});

test('a resonance without a payload says whether the genomes differ, or only the hash in the call', async () => {
  const node = await openTrustingGomcp();
  const ours = node.snapshot.node?.genomeHash;
  const told = {
    local_hash: ours,
    match: false,
    phase: 'handshake',
    remote_hash: 'f00',
    sync: null,
    trust: 'REJECTED',
  };
  const wrongHash = { code: 'gomcp-wrong-hash', found: 'f00', wanted: ours };
  expect(await node.api.read(JSON.stringify(told))).toMatchObject(wrongHash);
  const differs = { code: 'hash-mismatch', place: '/local_hash', found: 'f00', wanted: ours };
  expect(await node.api.read(JSON.stringify({ ...told, local_hash: 'f00' }))).toMatchObject(differs);
  await node.close();
});

test('several documents inside of MCP are handed back as they stand inside', async () => {
  const node = await openTrustingGomcp();
  const text = JSON.stringify({ content: [{ type: 'text', text: `${handshake}\n${delta}` }] });
  const several = (await node.api.read(text)) as Several;
  const texts = await Promise.all(several.documents.map((document) => document.text()));
  expect(texts).toEqual([handshake.trim(), delta.trim()]);
  const small = '{"content":[{"type":"text","text":"{\\"a\\":1} {\\"b\\":2}"}]}';
  const { documents } = (await node.api.read(small)) as Several;
  expect(await Promise.all(documents.map((document) => document.text()))).toEqual(['{"a":1}', '{"b":2}']);
  await node.close();
});

test('the journal says what happened, newest first, without the content of any fact', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const entries = await journalRows(node);
  expect(entries.map((entry) => entry.kind)).toEqual([
    'drop-in',
    'trust-changed',
    'drop-in',
    'genome-grown',
    'node-started',
  ]);
  expect(entries[0]).toMatchObject({ nodeName: 'sentinel-mcp', counts: { facts: 984, genes: 5 } });
  expect(JSON.stringify(entries)).not.toContain('APT');
  expect(taken<Rows<JournalRow>>(await node.api.journal({ search: '' }, { offset: 1, limit: 2 })).rows).toEqual(
    entries.slice(1, 3),
  );
  await node.close();
});
