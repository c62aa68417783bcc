import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../src/domain/document.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { splitText } from '../../src/wire/read-document.ts';
import wire from '../vectors/wire.json';
import { readingOf, refusalOf } from './reading.ts';

const TIME = '2026-03-01T10:00:00Z';
const FACT = {
  id: 'f',
  content: 'c',
  level: 1,
  domain: 'd',
  module: 'm',
  is_gene: false,
  source: 's',
  created_at: TIME,
};
const INCIDENT = {
  id: 'i',
  status: 's',
  severity: 's',
  title: 't',
  description: 'd',
  event_count: 1,
  correlation_rule: 'c',
  kill_chain_phase: 'k',
  mitre_mapping: ['T1'],
  created_at: TIME,
  source_peer_id: 'p',
};
const PAYLOAD = {
  version: '1.1',
  from_peer_id: 'p',
  genome_hash: 'h',
  facts: [FACT],
  incidents: [INCIDENT],
  synced_at: TIME,
  synapse: { receipts: ['d'], variants: { f: 'g' } },
};
const RESPONSE = {
  to_peer_id: 'p',
  to_node: 'n',
  genome_hash: 'h',
  match: true,
  trust: 2,
  timestamp: 1,
  synapse: { in_reply_to: 'n' },
};
const REPORT = {
  local_hash: 'h',
  local_node: 'n',
  local_peer_id: 'p',
  match: true,
  remote_hash: 'h',
  remote_peer_id: 'q',
  trust: 'VERIFIED',
};

/** One good document of each kind, with every field that is read. */
const GOOD: Partial<Record<DocumentKind, object>> = {
  handshake_request: { from_peer_id: 'p', from_node: 'n', genome_hash: 'h', timestamp: 1, nonce: 'n' },
  handshake_response: RESPONSE,
  sync_payload: PAYLOAD,
  gene_backup: { peer_id: 'p', genome_hash: 'h', facts: [FACT], backed_up_at: TIME, reason: 'r' },
  delta_sync_request: { from_peer_id: 'p', genome_hash: 'h', since: TIME, max_batch: 1 },
  delta_sync_response: { from_peer_id: 'p', genome_hash: 'h', facts: [FACT], synced_at: TIME, has_more: false },
  tool_peer_status: { self_id: 'p', node_name: 'n', genome_hash: 'h' },
  tool_peer_handshake: REPORT,
  tool_peer_backup: { backups: [{ peer_id: 'p', genome_hash: 'h', facts: [], backed_up_at: TIME, reason: '' }] },
  tool_force_resonance_handshake: { ...REPORT, phase: 'p', sync_payload: PAYLOAD },
};

type Path = readonly (string | number)[];

/** Every value inside a document, with its path. */
function valuesOf(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const key = (name: string) => (Array.isArray(value) ? Number(name) : name);
  return [
    ...(path.length > 0 ? [[path, value] as const] : []),
    ...inner.flatMap(([name, child]) => valuesOf(child, [...path, key(name)])),
  ];
}

/** A copy of `document` with another value at `path`. */
function changed(document: object, path: Path, value: unknown): object {
  const copy = structuredClone(document);
  const holder = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((node, key) => node[key] as never, copy as never);
  holder[path.at(-1) as string | number] = value;
  return copy;
}

const FIELDS = Object.entries(GOOD).flatMap(([kind, document]) =>
  valuesOf(document).map(([path, value]) => ({ kind, document, path, value, place: `/${path.join('/')}` })),
);
const read = FIELDS.filter(({ place }) => !/phase|sync_payload.|\/local_hash$/.test(place));

describe('a field of another type is refused at its place', () => {
  test.for(read)('$kind $place', async ({ document, path, value, place }) => {
    const wrongs = ['x', 5, true, {}, ['x']].filter(
      (wrong) => typeof wrong !== typeof value || Array.isArray(wrong) !== Array.isArray(value),
    );
    for (const wrong of wrongs) {
      const refusal = await refusalOf(JSON.stringify(changed(document, path, wrong)));
      expect(refusal, JSON.stringify(wrong)).toMatchObject({
        code: expect.stringMatching(/wrong-type|bad-time/),
        place,
      });
      expect(refusal.found).not.toMatch(/JSON|Unexpected|token|position/i);
    }
  });
});

describe('a null field reads as the zero value, and is refused if it is required', () => {
  const identities = /^\/(from_peer_id|to_peer_id|peer_id|self_id|local_peer_id|remote_peer_id|backups\/0\/peer_id)$/;
  const rows = /\/\d+$|\/trust$|\/variants\/f$/;
  test.for(read.filter(({ place }) => !rows.test(place)))('$kind $place', async ({ kind, document, path, place }) => {
    const text = JSON.stringify(changed(document, path, null));
    if (identities.test(place) && kind !== 'tool_force_resonance_handshake') {
      expect(await refusalOf(text)).toMatchObject({ code: 'missing-field', place });
    } else {
      expect((await readingOf(text)).document.kind).toBe(kind);
    }
  });

  test('a fact without any field reads as zero values', async () => {
    const { document } = await readingOf(JSON.stringify({ ...PAYLOAD, facts: [{}], incidents: null }));
    const fact = {
      id: '',
      content: '',
      level: 0,
      domain: '',
      module: '',
      isGene: false,
      source: '',
      createdAt: '0001-01-01T00:00:00Z',
    };
    expect(document).toMatchObject({ facts: [fact], incidents: [] });
  });
});

describe('versions', () => {
  test.for(['1', '1.0', '1.1', '1.7', '1.12', '1.1.1', '01.0'])('%s is read', async (version) => {
    expect((await readingOf(JSON.stringify({ ...PAYLOAD, version }))).document).toMatchObject({ version });
  });

  test.for<[string, string]>([
    ['2.0', 'newer-version'],
    ['2', 'newer-version'],
    ['10.0', 'newer-version'],
    ['0.9', 'bad-version'],
    ['banana', 'bad-version'],
    ['1.x', 'bad-version'],
    ['v1.1', 'bad-version'],
    ['-1', 'bad-version'],
    ['1.', 'bad-version'],
    [' 1.1', 'bad-version'],
  ])('%s is refused as %s', async ([version, code]) => {
    const refused = { code, place: '/version', found: version, wanted: '1.1' };
    expect(await refusalOf(JSON.stringify({ ...PAYLOAD, version }))).toMatchObject(refused);
    expect(await refusalOf(JSON.stringify({ ...PAYLOAD, version, facts: 'of a later form' }))).toMatchObject(refused);
  });

  test('a newer 1.x may have fields that another kind has', async () => {
    const newer = { ...PAYLOAD, version: '1.9', genes: [], content: [{ text: '{}' }], result: { content: [] } };
    const { document } = await readingOf(JSON.stringify(newer));
    expect(document).toMatchObject({ kind: 'sync_payload', unknown: { genes: [], content: [{ text: '{}' }] } });
  });
});

describe('inside an MCP result', () => {
  const inner = JSON.stringify(PAYLOAD, null, 2);
  const wrapped = { content: [{ type: 'text', text: inner }] };
  test.for<[string, unknown]>([
    ['alone', wrapped],
    ['in a JSON-RPC result', { jsonrpc: '2.0', id: 1, result: wrapped }],
    [
      'between a picture and a note',
      { content: [{ type: 'image', data: '' }, null, ...wrapped.content, { text: 'done' }] },
    ],
    ['in two parts', { content: [{ text: '{' }, { text: inner.slice(1) }] }],
    ['in a fence', { content: [{ type: 'text', text: `Result:\n\`\`\`json\n${inner}\n\`\`\`` }] }],
  ])('%s', async ([, value]) => {
    expect((await readingOf(JSON.stringify(value))).document).toEqual((await readingOf(inner)).document);
  });

  test.for<[string, string, object]>([
    ['nothing', '', { code: 'empty', place: '/content' }],
    ['a sentence', 'peer not found', { code: 'not-json', place: '/content character 1', found: 'peer not found' }],
    ['a cut text', inner.slice(0, 50), { code: 'cut-off', place: '/content character 51' }],
    ['a list', '[1]', { code: 'wrong-type', place: '/content', found: 'list' }],
    ['a refusal of ours', '{"kind":"refused","code":"store-full"}', { code: 'unknown-kind' }],
    ['a wrong field', inner.replace('"level": 1', '"level": "1"'), { code: 'wrong-type', place: '/facts/0/level' }],
  ])('%s inside', async ([, text, refusal]) => {
    expect(await refusalOf(JSON.stringify({ content: [{ type: 'text', text }] }))).toMatchObject(refusal);
  });
});

describe('a text with several documents is split where the second one was found', () => {
  const mcp = (text: string) => JSON.stringify({ content: [{ type: 'text', text }] });
  test.for<[string, string, readonly string[]]>([
    ['around', 'see {"a":1} and {"b":2}', ['{"a":1}', '{"b":2}']],
    ['inside MCP', mcp('{"a":1} {"b":2}'), ['{"a":1}', '{"b":2}']],
    ['inside MCP in JSON-RPC, in a chat', `Bob: {"result":${mcp('{"a":1}\n{"b":"}"}')}}`, ['{"a":1}', '{"b":"}"}']],
    ['around MCP', `${mcp('{}')} {"b":2}`, [mcp('{}'), '{"b":2}']],
    ['inside MCP, the second cut off', mcp('{"a":1} {"b":'), ['{"a":1}', '{"b":']],
  ])('%s', async ([, text, parts]) => {
    expect(await refusalOf(text)).toMatchObject({ code: 'two-documents' });
    expect(atOnce(splitText(text, 9))).toEqual(parts);
    expect(atOnce(splitText(text, 1))).toBeNull();
  });

  test.for(['{"a":1}', mcp('{"a":1}').slice(0, -1), 'hello', ''])('%s is not split into itself', (text) => {
    expect(atOnce(splitText(text, 9))).toBeNull();
  });
});

describe('JSON that is not a document of ours is refused', () => {
  test.for<[string, object]>([
    ['{}', { code: 'unknown-kind', place: '', found: '' }],
    ['{"b":1,"a":2}', { code: 'unknown-kind', place: '', found: 'b, a' }],
    ['{"from_peer_id":"p"}', { code: 'unknown-kind', found: 'from_peer_id' }],
    ['{"kind":"refused","code":"store-full"}', { code: 'unknown-kind' }],
    ['null', { code: 'wrong-type', place: '', found: 'null', wanted: 'object' }],
    ['[]', { code: 'wrong-type', place: '', found: 'list' }],
    ['"hello"', { code: 'wrong-type', place: '', found: 'text' }],
    ['42', { code: 'wrong-type', place: '', found: 'number' }],
    ['true', { code: 'wrong-type', place: '', found: 'true or false' }],
    [JSON.stringify({ ...RESPONSE, trust: 5 }), { code: 'unknown-trust', place: '/trust', found: '5' }],
    [JSON.stringify({ ...REPORT, trust: 'verified' }), { code: 'unknown-trust', place: '/trust', found: 'verified' }],
  ])('%s', async ([text, refusal]) => {
    expect(await refusalOf(text)).toMatchObject(refusal);
  });

  test('a refusal does not show long names', async () => {
    const { found } = await refusalOf(JSON.stringify({ ['x'.repeat(1000)]: 1 }));
    expect(found?.length).toBeLessThanOrEqual(LIMITS.nodeName);
  });
});

test.for(wire.filter(({ kind }) => kind.startsWith('tool_')))(
  '$name is read inside chat text',
  async ({ kind, text }) => {
    expect((await readingOf(`Bob: here it is\n${text}\n:-)`)).document.kind).toBe(kind);
  },
);
