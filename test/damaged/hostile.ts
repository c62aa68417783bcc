/** Drops that are JSON and must not pass, or only in part: wrong types, wrong times, traps, too much of something. */
import genome from '../data/genome.json?raw';
import handshake from '../data/gomcp-handshake-request.json?raw';
import { type Drop, edited, FACT, PAYLOAD, type PayloadJson, withFact } from './drop.ts';

const DEPTH = 10_000;
const arrays = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
const objects = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`;
const mixed = `${'[{"a":'.repeat(DEPTH / 2)}1${'}]'.repeat(DEPTH / 2)}`;
/** The payload with this JSON in an unknown field of its first fact. */
const factWith = (raw: string) => withFact({ extra: '@' }).replace('"@"', () => raw);
const deep = { code: 'too-deep', wanted: '64' } as const;

export const TOO_DEEP: readonly Drop[] = [
  { name: '10,000 arrays deep', make: () => arrays, ...deep, place: '/0'.repeat(64) },
  { name: '10,000 objects deep', make: () => objects, ...deep, place: '/a'.repeat(64) },
  { name: '10,000 deep, mixed', make: () => mixed, ...deep, place: '/0/a'.repeat(32) },
  {
    name: '10,000 deep in an unknown field of a fact',
    make: () => factWith(mixed),
    ...deep,
    place: `/facts/${FACT}/extra${'/0/a'.repeat(30)}/0`,
  },
  {
    name: '10,000 deep under synapse',
    make: () => edited((payload) => Object.assign(payload, { synapse: { receipts: '@' } })).replace('"@"', arrays),
    ...deep,
    place: `/synapse/receipts${'/0'.repeat(62)}`,
  },
  {
    name: '10,000 objects deep in a chat',
    make: () => `Bob: ${objects}`,
    ...deep,
    place: `character ${5 + 64 * 5 + 1}`,
  },
  { name: '10,000 objects deep and cut off', make: () => objects.slice(0, 5 * DEPTH), ...deep, place: 'character 321' },
];

const VERSION = { place: '/version', wanted: '1.1' } as const;
const version = (text: unknown) => () => edited((payload) => Object.assign(payload, { version: text }));
const long = 'x'.repeat(2 * 1024 * 1024);

export const OVER_LIMITS: readonly Drop[] = [
  {
    name: '2 MiB of content',
    make: () => withFact({ content: long }),
    code: 'too-long',
    place: `/facts/${FACT}/content`,
    found: '2097152',
    wanted: '1048576',
  },
  {
    name: '2 MiB of an id',
    make: () => withFact({ id: long }),
    code: 'too-long',
    place: `/facts/${FACT}/id`,
    found: '2097152',
    wanted: '512',
  },
  { name: 'version 2.0', make: version('2.0'), code: 'newer-version', found: '2.0', ...VERSION },
  { name: 'version banana', make: version('banana'), code: 'bad-version', found: 'banana', ...VERSION },
  { name: 'version 0.9', make: version('0.9'), code: 'bad-version', found: '0.9', ...VERSION },
  { name: 'version 1.1 as a number', make: version(1.1), code: 'wrong-type', place: '/version', found: 'number' },
  {
    name: 'a number that nothing can hold',
    make: () => withFact({ level: '@' }).replace('"@"', '1e999'),
    code: 'bad-number',
    place: `/facts/${FACT}/level`,
  },
  {
    name: 'a number that nothing can hold, in an unknown field',
    make: () => factWith('[-1e999]'),
    code: 'bad-number',
    place: `/facts/${FACT}/extra/0`,
  },
  {
    name: 'a genome with one word changed',
    make: () => genome.replace('carries every payload', 'carries no payload'),
    code: 'tampered-genome',
    place: '/hash',
    found: '38063b8cd2c9c6444729a7684906026f389c7922f5b5bad5ab35ba21e9e5fb91',
  },
  {
    name: 'a genome that names a gene twice',
    make: () => genome.replace('GENE_02_TRUST', 'GENE_01_CARRIAGE'),
    code: 'duplicate-id',
    place: '/genes/1/id',
    found: 'GENE_01_CARRIAGE',
  },
];

/** A handshake with one wrong field. */
const shaken = (name: string, value: unknown, code: 'wrong-type' | 'bad-number' | 'missing-field' | 'too-long') =>
  ({
    name: `handshake: ${name} ${JSON.stringify(value).slice(0, 20)}`,
    make: () => JSON.stringify({ ...JSON.parse(handshake), [name]: value }),
    code,
    place: `/${name}`,
  }) satisfies Drop;

const typed = (name: string, place: string, change: (payload: PayloadJson) => void, found: string, wanted: string) =>
  ({ name, make: () => edited(change), code: 'wrong-type', place, found, wanted }) satisfies Drop;

export const WRONG_TYPES: readonly Drop[] = [
  shaken('from_peer_id', 12, 'wrong-type'),
  shaken('from_peer_id', '', 'missing-field'),
  shaken('from_peer_id', null, 'missing-field'),
  shaken('from_node', ['alice'], 'wrong-type'),
  shaken('from_node', 'x'.repeat(129), 'too-long'),
  shaken('genome_hash', { hash: 'h' }, 'wrong-type'),
  shaken('timestamp', '1772000000', 'wrong-type'),
  shaken('timestamp', true, 'wrong-type'),
  shaken('timestamp', 1772000000.5, 'bad-number'),
  shaken('timestamp', 1e300, 'bad-number'),
  shaken('nonce', 0, 'wrong-type'),
  typed('facts as an object', '/facts', (p) => Object.assign(p, { facts: { 0: {} } }), 'object', 'list'),
  typed('a fact that is a text', '/facts/40', (p) => p.facts.push('f' as never), 'text', 'object'),
  typed(
    'a level as a text',
    '/facts/5/level',
    (p) => Object.assign(p.facts[5] ?? {}, { level: '1' }),
    'text',
    'whole number',
  ),
  typed(
    'is_gene as a number',
    '/facts/5/is_gene',
    (p) => Object.assign(p.facts[5] ?? {}, { is_gene: 0 }),
    'number',
    'true or false',
  ),
  typed(
    'a list in a MITRE mapping',
    '/incidents/0/mitre_mapping/0',
    (p) => Object.assign(p.incidents[0] ?? {}, { mitre_mapping: [[]] }),
    'list',
    'text',
  ),
  typed('synapse as a text', '/synapse', (p) => Object.assign(p, { synapse: 'x' }), 'text', 'object'),
  typed(
    'variants as a list',
    '/synapse/variants',
    (p) => Object.assign(p, { synapse: { variants: [] } }),
    'list',
    'object',
  ),
];

const CREATED = `/facts/${FACT}/created_at`;
const WRONG_TIMES: readonly string[] = [
  '',
  'yesterday',
  '2025-12-18',
  '18.12.2025 06:35',
  '12/18/2025 6:35 AM',
  'Thu, 18 Dec 2025 06:35:15 GMT',
  '2025-12-18 06:35:15Z',
  '2025-12-18T06:35:15',
  '2025-12-18T06:35Z',
  '2025-12-18t06:35:15z',
  '2025-12-18T06:35:15+3',
  '2025-12-18T06:35:15+0300',
  '2025-12-18T06:35:15+24:00',
  '2025-12-18T06:35:15,5Z',
  '2025-12-18T06:35:15.Z',
  '2025-12-18T06:35:15.0123456789Z',
  '2025-12-18T24:00:00Z',
  '2025-12-18T06:60:15Z',
  '2025-12-18T06:35:60Z',
  '2025-02-29T06:35:15Z',
  '2025-13-18T06:35:15Z',
  '2025-00-18T06:35:15Z',
  '12025-12-18T06:35:15Z',
  '-2025-12-18T06:35:15Z',
  '2025–12–18T06:35:15Z',
  '2025-12-18T06:35:15Z ',
  '\u200e2025-12-18T06:35:15Z',
  '٢٠٢٥-12-18T06:35:15Z',
  '1772000000',
];

export const BAD_TIMES: readonly Drop[] = [
  ...WRONG_TIMES.map(
    (time): Drop => ({
      name: `a time written ${JSON.stringify(time)}`,
      make: () => withFact({ created_at: time }),
      code: 'bad-time',
      place: CREATED,
      found: time,
      wanted: 'RFC 3339',
    }),
  ),
  {
    name: 'a time as a number',
    make: () => withFact({ created_at: 1772000000 }),
    code: 'wrong-type',
    place: CREATED,
    found: 'number',
  },
  {
    name: 'dashes made smart in the time of the payload',
    make: () => edited((payload) => Object.assign(payload, { synced_at: '2026—02—25T06:13:20Z' })),
    code: 'bad-time',
    place: '/synced_at',
    found: '2026—02—25T06:13:20Z',
  },
];

const trap = { constructor: { prototype: { polluted: true } }, toString: 1 };
/** The text with a name that an object literal cannot have. */
const withTrap = (text: string) => text.replace('"constructor"', '"__proto__": { "polluted": true },\n"constructor"');
const names = ['__proto__', 'constructor', 'toString'];
const payloadTaken = { takes: 'sync_payload', means: PAYLOAD } as const;

export const TRAPS: readonly Drop[] = [
  {
    name: '__proto__ and constructor as keys of a payload',
    make: () => withTrap(edited((payload) => Object.assign(payload, trap))),
    ...payloadTaken,
    unknown: names,
  },
  {
    name: '__proto__ and constructor as keys of a fact',
    make: () => withTrap(withFact(trap)),
    ...payloadTaken,
    unknown: names,
  },
  {
    name: '__proto__ and constructor as keys under synapse',
    make: () => withTrap(edited((payload) => Object.assign(payload, { synapse: trap }))),
    ...payloadTaken,
  },
  {
    name: 'a handshake under __proto__',
    make: () => `{"__proto__":${handshake}}`,
    code: 'unknown-kind',
    place: '',
    found: '__proto__',
  },
  {
    name: 'bidi overrides in a node name',
    make: () => handshake.replace('sentinel-mcp', 'ecila\u202e\u2066'),
    takes: 'handshake_request',
    means: handshake.replace('sentinel-mcp', 'ecila\\u202e\\u2066'),
  },
  {
    name: 'lone surrogates, escaped',
    make: () => withFact({ content: '@' }).replace('"@"', '"a\\ud800b\\udfff"'),
    takes: 'sync_payload',
    means: withFact({ content: 'a\ufffdb\ufffd' }),
  },
  {
    name: 'lone surrogates, as they are',
    make: () => withFact({ content: '@' }).replace('@', 'a\ud800b\udfff'),
    takes: 'sync_payload',
    means: withFact({ content: 'a\ufffdb\ufffd' }),
  },
  {
    name: 'a count of 1e9 events',
    make: () => PAYLOAD.replace(/"event_count": \d+/, '"event_count": 1e9'),
    takes: 'sync_payload',
    means: PAYLOAD.replace(/"event_count": \d+/, '"event_count": 1000000000'),
  },
  {
    name: 'a batch of 1e9',
    make: () => '{"from_peer_id":"p","genome_hash":"h","since":"2026-03-01T10:00:00Z","max_batch":1e9}',
    takes: 'delta_sync_request',
    means: '{"from_peer_id":"p","genome_hash":"h","since":"2026-03-01T10:00:00Z","max_batch":1000000000}',
  },
];

/** The payload with more facts behind its 40. */
const andFacts = (...facts: readonly object[]) =>
  edited((payload) => payload.facts.push(...(facts as Record<string, unknown>[])));
const row = { id: 'row', content: 'as it was', level: 1, created_at: '2026-03-01T10:00:00Z' };

/** The payload is taken, and this row of it is refused. */
function rowRefused(name: string, rows: readonly object[], refused: object): Drop {
  const make = () => andFacts(...rows);
  return { name, make, takes: 'sync_payload', means: make(), rows: [refused as { code: 'duplicate-id' }] };
}

export const REFUSED_ROWS: readonly Drop[] = [
  rowRefused('one id with two contents', [row, { ...row, content: 'otherwise' }], {
    code: 'duplicate-id',
    place: '/facts/41/id',
    found: 'row',
  }),
  rowRefused('a level of 1e9', [{ ...row, level: 1e9 }], {
    code: 'level-not-carried',
    place: '/facts/40/level',
    found: '1000000000',
  }),
  rowRefused('a level below all', [{ ...row, level: -1 }], { code: 'level-not-carried', place: '/facts/40/level' }),
  rowRefused('a row without an id', [{ ...row, id: null }], { code: 'empty-id', place: '/facts/40/id' }),
  rowRefused('a row without content', [{ ...row, content: '' }], { code: 'empty-content', place: '/facts/40/content' }),
  rowRefused('a gene nobody has', [{ ...row, is_gene: true }], { code: 'foreign-gene', place: '/facts/40/is_gene' }),
  rowRefused('a gene of ours in other words', [{ ...row, id: 'GENE_02_TRUST', is_gene: true }], {
    code: 'gene-changed',
    place: '/facts/40/content',
    found: 'GENE_02_TRUST',
  }),
];
