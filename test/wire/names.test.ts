/** Names in another case and names that stand twice: what Go's decoder makes of them is never what is shown here. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/domain/steps.ts';
import { nameTwice, parseJson } from '../../src/wire/parse-json.ts';
import { toJson } from '../../src/wire/write-document.ts';
import { anySyncPayload } from './any-document.ts';
import { inOtherCase, readFolding } from './folding-reader.ts';
import { readingOf, refusalOf } from './reading.ts';

const TIME = '2026-03-01T10:00:00Z';
const FACT = { id: 'f', content: 'harmless', level: 1, domain: 'd', module: 'm', is_gene: false, source: 's' };
const SYNAPSE = {
  receipts: [],
  variants: {},
  edits: { f: { public_key: 'k', replaces: [], signature: 's' } },
  number: 1,
};
const PAYLOAD = {
  version: '1.1',
  from_peer_id: 'p',
  genome_hash: 'h',
  facts: [{ ...FACT, created_at: TIME }],
  incidents: [
    { id: 'i', status: 's', severity: 's', title: 't', description: 'd', mitre_mapping: [], created_at: TIME },
  ],
  synced_at: TIME,
  synapse: SYNAPSE,
};
const REPORT = {
  local_hash: 'h',
  local_node: 'n',
  local_peer_id: 'p',
  match: true,
  remote_hash: 'h',
  trust: 'VERIFIED',
};
const DOCUMENTS: readonly object[] = [
  PAYLOAD,
  { from_peer_id: 'p', from_node: 'n', genome_hash: 'h', timestamp: 1, nonce: 'n', synapse: { number: 1 } },
  {
    to_peer_id: 'p',
    to_node: 'n',
    genome_hash: 'h',
    match: true,
    trust: 2,
    timestamp: 1,
    synapse: { in_reply_to: 'n' },
  },
  { peer_id: 'p', genome_hash: 'h', facts: PAYLOAD.facts, backed_up_at: TIME, reason: 'r', synapse: SYNAPSE },
  { from_peer_id: 'p', genome_hash: 'h', since: TIME, max_batch: 1 },
  { from_peer_id: 'p', genome_hash: 'h', facts: PAYLOAD.facts, synced_at: TIME, has_more: false },
  { version: '1.0', hash: 'h', genes: [{ id: 'g', content: 'c', domain: 'd' }] },
  { self_id: 'p', node_name: 'n', genome_hash: 'h' },
  { ...REPORT, remote_peer_id: 'q' },
  { ...REPORT, remote_peer_id: 'q', phase: 'p', sync_payload: PAYLOAD },
  { backups: [{ peer_id: 'p', genome_hash: 'h', facts: [], backed_up_at: TIME, reason: 'r' }], total_backups: 1 },
  { from_peer: 'p', synced_at: TIME, imported: 1, total_sent: 1, incidents_imported: 0, total_incidents: 0 },
  { content: [{ type: 'text', text: JSON.stringify(PAYLOAD) }] },
  { jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text: JSON.stringify(PAYLOAD) }] } },
];

type Path = readonly string[];

/**
 * Every name in a document that its reader knows. The names of `variants` and `edits` are ids; those of JSON-RPC are
 * not read.
 */
function namesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const isFree = Array.isArray(value) || /^(variants|edits)$/.test(path.at(-1) ?? '');
  return Object.entries(value).flatMap(([name, child]) => {
    const here = [...path, name];
    return [...(isFree || /^(jsonrpc|id)$/.test(here.join('/')) ? [] : [here]), ...namesIn(child, here)];
  });
}

/** A copy with a second member behind that at `path`. */
function withMember(document: object, path: Path, name: string, value: unknown): object {
  const copy = structuredClone(document);
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => node[key] as never, copy as never);
  holder[name] = value;
  return copy;
}

const NAMES = DOCUMENTS.flatMap((document) =>
  namesIn(document).map((path) => ({ document, path, at: path.join('/') })),
);

describe('a name in another case is refused at its place', () => {
  test.for(NAMES)('$at', async ({ document, path }) => {
    const known = path.at(-1) as string;
    for (const seed of [0, 37, 85, 170, 255]) {
      const name = inOtherCase(known, seed);
      const place = `/${[...path.slice(0, -1), name].join('/')}`;
      const refusal = { code: 'name-in-other-case', place, found: name, wanted: known };
      expect(await refusalOf(JSON.stringify(withMember(document, path, name, null)))).toMatchObject(refusal);
    }
  });

  test('also if the name as it should be is missing', async () => {
    const recased = JSON.stringify(PAYLOAD).replace('"from_peer_id"', '"From_Peer_ID"');
    expect(await refusalOf(recased)).toMatchObject({ code: 'name-in-other-case', place: '/From_Peer_ID' });
  });

  test('a name that only looks like one of ours is an unknown field', async () => {
    const others = { ' content': 1, content_: 2, 'c\u043entent': 3, 'cont\u00e9nt': 4, ids: 5, ı: 6 };
    const text = JSON.stringify({ ...PAYLOAD, facts: [{ ...FACT, ...others }] });
    expect((await readingOf(text)).document).toMatchObject({ facts: [{ content: 'harmless', unknown: others }] });
    expect((await readingOf(JSON.stringify({ ...PAYLOAD, x: { CONTENT: 1, content: 2 } }))).document).toBeTruthy();
  });

  test('ids may differ in their case alone', async () => {
    const synapse = { variants: { f: 'a', F: 'b' }, edits: { f: {}, F: {} } };
    expect((await readingOf(JSON.stringify({ ...PAYLOAD, synapse }))).document).toBeTruthy();
  });
});

describe('a name that stands twice is refused at its place', () => {
  const twice = (path: Path) => ({ code: 'name-twice', place: `/${path.join('/')}`, found: path.at(-1) });

  test.for(NAMES)('$at', async ({ document, path }) => {
    const known = path.at(-1) as string;
    const text = JSON.stringify(withMember(document, path, 'TWICE', null)).replace('"TWICE"', JSON.stringify(known));
    expect(await refusalOf(text)).toMatchObject(twice(path));
    expect(await refusalOf(`Bob: ${text}`)).toMatchObject(twice(path));
  });

  test.for<[string, string, string]>([
    ['written in two ways', '{"a":1,"\\u0061":2}', '/a'],
    ['with space before the colon', '{"a" \n:1,"b":{},"a"\t:2}', '/a'],
    ['deep inside', '{"x":[1,":",{"y~":[{"a":":","b":"\\":","a":{}}]}]}', '/x/2/y~0/0/a'],
    ['that is empty', '{"x":{"":1,"":2}}', '/x/'],
    ['that every object has', '{"__proto__":1,"__proto__":2}', '/__proto__'],
    ['with lone surrogates, which are one letter', '{"\\ud800":1,"\\udfff":2}', '/\ufffd'],
    ['with a lone surrogate and the letter that it becomes', '{"\ufffd":1,"\\udfff":2}', '/\ufffd'],
  ])('%s', async ([, text, place]) => {
    expect(await refusalOf(text)).toMatchObject({ code: 'name-twice', place });
  });

  test('inside of MCP', async () => {
    const text = JSON.stringify({ content: [{ text: '{"a":1,"a":2}' }] });
    expect(await refusalOf(text)).toMatchObject({ code: 'name-twice', place: '/content /a' });
  });
});

test('the names of a text are counted as JSON.parse takes them, in pieces of any size', () => {
  const countOf = (value: unknown): number =>
    typeof value !== 'object' || value === null
      ? 0
      : Object.values(value).reduce((sum: number, child) => sum + countOf(child), 0) +
        (Array.isArray(value) ? 0 : Object.keys(value).length);
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 5 }),
      fc.constantFrom(1, 8, 64, 1e6),
      fc.constantFrom('', '\t'),
      (json, piece, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const names = { count: 0 };
        atOnce(parseJson(text, names, piece));
        expect(names.count).toBe(countOf(JSON.parse(text)));
      },
    ),
  );
});

test('the place of a name that stands twice is found in any layout', () => {
  const path = atOnce(nameTwice('{ "a" : [ { "b" : "}" } , { "c" : 1 , "c" : 2 } ] }'));
  expect(path).toEqual(['a', 1, 'c']);
});

test('nothing that we write means something else to a reader that folds names and takes the last one', () => {
  const known = ['content', 'id', 'level', 'is_gene', 'source', 'created_at', 'title', 'status', 'facts', 'incidents'];
  const hostile = fc.dictionary(
    fc.tuple(fc.constantFrom(...known), fc.nat({ max: 255 })).map(([name, seed]) => inOtherCase(name, seed)),
    fc.constantFrom('evil', null, 7, [], true),
  );
  fc.assert(
    fc.property(anySyncPayload, hostile, hostile, (payload, one, other) => {
      const spoilt = {
        ...payload,
        facts: payload.facts.map((fact) => ({ ...fact, unknown: { ...one, ...fact.unknown } })),
        incidents: payload.incidents.map((incident) => ({ ...incident, unknown: { ...incident.unknown, ...other } })),
        unknown: { ...payload.unknown, ...other },
      };
      expect(readFolding(JSON.stringify(toJson(spoilt)))).toEqual(readFolding(JSON.stringify(toJson(payload))));
      const { unknown: _, ...plain } = payload;
      const bare = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, unknown: {} }));
      const withoutUnknown = { ...plain, facts: bare(payload.facts), incidents: bare(payload.incidents) };
      expect(readFolding(JSON.stringify(toJson(spoilt)))).toEqual(readFolding(JSON.stringify(toJson(withoutUnknown))));
    }),
  );
});
