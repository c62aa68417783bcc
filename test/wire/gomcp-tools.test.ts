import { describe, expect, test } from 'vitest';
import type { Resonance } from '../../src/domain/document.ts';
import { importCall, type ToolName, toolCall } from '../../src/wire/gomcp-tools.ts';
import { contextOf, rpcLine } from '../data/gomcp/with-context.ts';
import delta from '../data/gomcp-delta.json?raw';
import request from '../data/gomcp-handshake-request.json?raw';
import otherGenome from '../data/gomcp-handshake-request-other-genome.json?raw';
import status from '../data/gomcp-peer-status.json?raw';
import resonance from '../data/gomcp-resonance.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { readingOf, refusalOf } from './reading.ts';

const GENOME = '38063b8cd2c9c6444729a7684906026f389c7922f5b5bad5ab35ba21e9e5fb91';
const SENTINEL = 'peer_5f3a9c0e7b1d24688ace0135';

test.for<[string, string, object]>([
  ['a status', status, { kind: 'tool_peer_status', selfId: SENTINEL, nodeName: 'sentinel-mcp', genomeHash: GENOME }],
  [
    'a request',
    request,
    { kind: 'handshake_request', fromPeerId: SENTINEL, fromNode: 'sentinel-mcp', genomeHash: GENOME, nonce: '' },
  ],
  ['a request of another genome', otherGenome, { kind: 'handshake_request', fromNode: 'stranger' }],
  ['a delta', delta, { kind: 'delta_sync_response', fromPeerId: SENTINEL, genomeHash: GENOME }],
  ['a payload', threatActors, { kind: 'sync_payload', version: '1.1', fromPeerId: SENTINEL, genomeHash: GENOME }],
  ['a resonance', resonance, { kind: 'tool_force_resonance_handshake', match: true, localPeerId: SENTINEL }],
])('%s from a real node is read', async ([, text, expected]) => {
  expect((await readingOf(text)).document).toMatchObject(expected);
});

test('the payload inside a resonance reads as it does alone', async () => {
  const { payload } = (await readingOf(resonance)).document as Resonance;
  const alone = await readingOf(JSON.stringify(JSON.parse(resonance).sync_payload));
  expect(payload).toEqual(alone.document);
  expect(payload?.facts).toHaveLength(40);
});

test('a resonance between different genomes holds no payload', async () => {
  const text = '{"local_hash":"a","match":false,"phase":"handshake","remote_hash":"b","sync":null,"trust":"REJECTED"}';
  const expected = { match: false, trust: 'REJECTED', localHash: 'a', remoteHash: 'b', payload: null };
  expect((await readingOf(text)).document).toMatchObject(expected);
});

const IMPORTED = {
  from_peer: 'peer_self',
  imported: 3,
  incidents_imported: 1,
  synced_at: '2026-11-23T12:00:00.5Z',
  total_incidents: 2,
  total_sent: 8,
};

test('an import report is read, alone and inside MCP', async () => {
  const expected = {
    kind: 'tool_sync_facts',
    fromPeerId: 'peer_self',
    syncedAt: '2026-11-23T12:00:00.5Z',
    imported: 3,
    totalSent: 8,
    incidentsImported: 1,
    totalIncidents: 2,
  };
  const text = JSON.stringify(IMPORTED, null, 2);
  expect((await readingOf(text)).document).toEqual(expected);
  expect((await readingOf(JSON.stringify({ content: [{ type: 'text', text }] }))).document).toEqual(expected);
});

test('an import report of a gene backup names nobody', async () => {
  for (const from_peer of ['', null, undefined]) {
    const { document } = await readingOf(JSON.stringify({ ...IMPORTED, from_peer, synced_at: '0001-01-01T00:00:00Z' }));
    expect(document).toMatchObject({ kind: 'tool_sync_facts', fromPeerId: '', imported: 3, totalSent: 8 });
  }
});

test.for<[Record<string, unknown>, object]>([
  [{ imported: '3' }, { code: 'wrong-type', place: '/imported' }],
  [{ total_sent: 1.5 }, { code: 'bad-number', place: '/total_sent' }],
  [{ synced_at: 'today' }, { code: 'bad-time', place: '/synced_at' }],
  [{ total_sent: undefined }, { code: 'unknown-kind' }],
])('an import report with %j is refused', async ([change, expected]) => {
  expect(await refusalOf(JSON.stringify({ ...IMPORTED, ...change }))).toMatchObject(expected);
});

test('a wrong field inside a tool’s output is refused with its whole place', async () => {
  const inPayload = resonance.replace('"level": 0', '"level": "0"');
  expect(await refusalOf(inPayload)).toMatchObject({ code: 'wrong-type', place: '/sync_payload/facts/0/level' });
  const inVersion = resonance.replace('"version": "1.1"', '"version": "2.0"');
  expect(await refusalOf(inVersion)).toMatchObject({ code: 'newer-version', place: '/sync_payload/version' });
  const inBackup = '{"backups":[{"peer_id":"p","facts":[{"created_at":"now"}]}],"total_backups":1}';
  expect(await refusalOf(inBackup)).toMatchObject({
    code: 'bad-time',
    place: '/backups/0/facts/0/created_at',
    found: 'now',
  });
});

const NOT_TRUSTED = 'Error: peer peer_9 is not trusted (handshake first)';
const MISMATCH = 'Error: genome hash mismatch: payload=38063b8cd2c9c644 local=ffffffffffffffff';
const VERIFIED = '{\n  "gene_count": 6,\n  "genome_hash": "38",\n  "status": "verified"\n}';
const rpcError = (message: string) => JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code: -32602, message } });
const mcp = (text: string, more = {}) => JSON.stringify({ content: [{ type: 'text', text }], isError: true, ...more });

describe('an error that GoMCP prints gets a code', () => {
  test.for<[string, string, object]>([
    ['not trusted, at export', NOT_TRUSTED, { code: 'gomcp-not-trusted', found: 'peer_9' }],
    ['not trusted, at import', 'Error: peer peer_9 is not trusted', { code: 'gomcp-not-trusted', found: 'peer_9' }],
    [
      'another genome',
      MISMATCH,
      { code: 'gomcp-other-genome', found: 'payload=38063b8cd2c9c644 local=ffffffffffffffff' },
    ],
    ['itself', 'Error: cannot handshake with self', { code: 'gomcp-self' }],
    [
      'no hash',
      'Error: peer_genome_hash is required',
      { code: 'gomcp-bad-call', found: 'peer_genome_hash is required' },
    ],
    ['no peer', 'Error: peer_id required for import', { code: 'gomcp-bad-call' }],
    ['no payload', 'Error: payload_json required for import', { code: 'gomcp-no-payload' }],
    [
      'a payload that was cut',
      'Error: invalid payload: unexpected end of JSON input',
      { code: 'gomcp-bad-payload', found: 'unexpected end of JSON input' },
    ],
    [
      'a mode it does not know',
      "Error: mode must be 'export' or 'import'",
      { code: 'gomcp-bad-call', found: "mode must be 'export' or 'import'" },
    ],
    [
      'a time it does not know',
      'Error: invalid RFC3339 timestamp: parsing time "noon" as "2006-01-02T15:04:05Z07:00": cannot parse "noon"',
      { code: 'gomcp-bad-time', found: '"noon"' },
    ],
    ['something else', 'Error: the disk is full', { code: 'gomcp-error', found: 'the disk is full' }],
    [
      'an error of JSON-RPC',
      rpcError("tool 'x' not found"),
      { code: 'gomcp-rpc-error', found: /^tool 'x' not found \(-32602\)$/ },
    ],
    ['a known one as an error of JSON-RPC', rpcError('peer peer_9 is not trusted'), { code: 'gomcp-not-trusted' }],
    ['what verify_genome prints', VERIFIED, { code: 'gomcp-own-genome', found: 'verified, 6, 38' }],
    ['what verify_genome prints, with context', rpcLine(VERIFIED + contextOf('{}')), { code: 'gomcp-own-genome' }],
    ['a long one is cut', `Error: ${'x'.repeat(500)}`, { code: 'gomcp-error', found: 'x'.repeat(200) }],
    ['space around', `\ufeff\r\n  ${NOT_TRUSTED}\n\n`, { code: 'gomcp-not-trusted' }],
    ['a fence', `\`\`\`\n${NOT_TRUSTED}\n\`\`\``, { code: 'gomcp-not-trusted' }],
    ['a fence with a language', `\`\`\`text\n${MISMATCH}\n\`\`\``, { code: 'gomcp-other-genome' }],
    ['single backticks', `\`${NOT_TRUSTED}\``, { code: 'gomcp-not-trusted' }],
    ['quotation marks', `“${MISMATCH}”`, { code: 'gomcp-other-genome', found: /local=f{16}$/ }],
    ['a quoted line', `> ${MISMATCH}`, { code: 'gomcp-other-genome', found: /local=f{16}$/ }],
    ['a JSON text', JSON.stringify(MISMATCH), { code: 'gomcp-other-genome', found: /local=f{16}$/ }],
    ['MCP', mcp(NOT_TRUSTED), { code: 'gomcp-not-trusted' }],
    ['MCP that does not call it an error', mcp(NOT_TRUSTED, { isError: undefined }), { code: 'gomcp-not-trusted' }],
    ['MCP in JSON-RPC', `{"jsonrpc":"2.0","id":1,"result":${mcp(MISMATCH)}}`, { code: 'gomcp-other-genome' }],
    ['no backup', '{"status":"no backup found for peer_1"}', { code: 'gomcp-no-backup', found: 'peer_1' }],
    ['no backup, in MCP', mcp('{\n  "status": "no backup found for peer_1"\n}'), { code: 'gomcp-no-backup' }],
  ])('%s', async ([, text, expected]) => {
    const { found, ...rest } = expected as { found?: string | RegExp };
    const refusal = await refusalOf(text);
    expect(refusal).toMatchObject(rest);
    if (found !== undefined) expect(refusal.found).toMatch(found instanceof RegExp ? found : new RegExp(`^${found}$`));
  });
});

describe('a text that is not an error of GoMCP', () => {
  test.for<[string, string, string]>([
    ['an error further down', `Look what it says:\n${NOT_TRUSTED}`, 'not-json'],
    ['the word alone', 'Error', 'not-json'],
    ['nothing behind it', 'Error: ', 'not-json'],
    ['in other letters', 'error: peer ID is not trusted', 'not-json'],
    ['a document behind it that breaks off', `${NOT_TRUSTED}\n${request.slice(0, 100)}`, 'cut-off'],
    ['an error that is no text', '{"jsonrpc":"2.0","error":{"code":1,"message":2}}', 'unknown-kind'],
    ['an error of another program', '{"error":{"code":1,"message":"x"}}', 'unknown-kind'],
    ['another status', '{"status":"no backup"}', 'unknown-kind'],
    ['a status that is no text', '{"status":{"no backup found for":1}}', 'unknown-kind'],
    ['an empty list of backups', '{"status":"no backup found for x","backups":3}', 'wrong-type'],
  ])('%s', async ([, text, code]) => {
    expect(await refusalOf(text)).toMatchObject({ code });
  });

  test('a document behind an error is read', async () => {
    expect((await readingOf(`${NOT_TRUSTED}\n${request}`)).document.kind).toBe('handshake_request');
  });

  test('a million spaces take less than a second', async () => {
    const start = performance.now();
    expect(await refusalOf(`Error: x${' '.repeat(1_000_000)}y`)).toMatchObject({ code: 'gomcp-error', found: 'x' });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

const SELF = 'peer_0123456789abcdef01234567';

test('a call is the params of tools/call, with a line for each member', () => {
  const text = toolCall('peer_handshake', { peer_id: SELF, peer_node: 'al"pha', peer_genome_hash: '38' });
  expect(text.split('\n').slice(0, 4)).toEqual([
    '{',
    '  "name": "peer_handshake",',
    '  "arguments": {',
    `    "peer_id": "${SELF}",`,
  ]);
  const args = { peer_id: SELF, peer_node: 'al"pha', peer_genome_hash: '38' };
  expect(JSON.parse(text)).toEqual({ name: 'peer_handshake', arguments: args });
  expect(JSON.parse(toolCall('peer_status'))).toEqual({ name: 'peer_status', arguments: {} });
});

test.for<[ToolName, object]>([
  ['delta_sync', { since: '2026-11-23T12:00:00.5Z', max_batch: 100 }],
  ['force_resonance_handshake', { peer_id: SELF, peer_node: 'alice', peer_genome_hash: GENOME }],
  ['list_genes', {}],
])('the call of %s is a name and its arguments, as tools/call takes them', ([name, args]) => {
  const shown = Object.entries(args).map(([key, value]) => `    "${key}": ${JSON.stringify(value)}`);
  const members = shown.length > 0 ? `{\n${shown.join(',\n')}\n  }` : '{}';
  expect(toolCall(name, { ...args })).toBe(`{\n  "name": "${name}",\n  "arguments": ${members}\n}`);
});

test('a payload inside a call is the same text, whatever the size of its parts', async () => {
  const { before, after, inside } = importCall(SELF);
  for (const size of [threatActors.length, 4096, 7]) {
    const parts = threatActors.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
    const call = JSON.parse(before + parts.map(inside).join('') + after);
    expect(call).toEqual({
      name: 'sync_facts',
      arguments: { mode: 'import', peer_id: SELF, payload_json: threatActors },
    });
    expect((await readingOf(call.arguments.payload_json)).document).toEqual((await readingOf(threatActors)).document);
  }
});
