import { expect, test } from 'vitest';
import type { Resonance } from '../../src/domain/document.ts';
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
])('%s from a real node', async ([, text, expected]) => {
  expect((await readingOf(text)).document).toMatchObject(expected);
});

test('a resonance carries the payload as if it came alone', async () => {
  const { payload } = (await readingOf(resonance)).document as Resonance;
  const alone = await readingOf(JSON.stringify(JSON.parse(resonance).sync_payload));
  expect(payload).toEqual(alone.document);
  expect(payload?.facts).toHaveLength(40);
});

test('a resonance of other genomes carries none', async () => {
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

test('an import report, alone and in MCP', async () => {
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

test.for<[Record<string, unknown>, object]>([
  [{ from_peer: '' }, { code: 'missing-field', place: '/from_peer' }],
  [{ imported: '3' }, { code: 'wrong-type', place: '/imported' }],
  [{ total_sent: 1.5 }, { code: 'bad-number', place: '/total_sent' }],
  [{ synced_at: 'today' }, { code: 'bad-time', place: '/synced_at' }],
  [{ total_sent: undefined }, { code: 'unknown-kind' }],
])('an import report with %j is refused', async ([change, expected]) => {
  expect(await refusalOf(JSON.stringify({ ...IMPORTED, ...change }))).toMatchObject(expected);
});

test('what is wrong inside is refused with its whole place', async () => {
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
