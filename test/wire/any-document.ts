/** Any document of the wire, for property tests: everything that our types and the limits allow. */
import fc from 'fast-check';
import type { SyncPayload, WireDocument } from '../../src/domain/document.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { geneOf, genomeHash } from '../../src/domain/genome.ts';
import type { Incident } from '../../src/domain/incident.ts';

const text = fc.string({ unit: 'binary', maxLength: 40 });
const word = fc.oneof(fc.constant(''), text);
const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const whole = fc.maxSafeInteger();

const two = (min: number, max: number) => fc.integer({ min, max }).map((figure) => `${figure}`.padStart(2, '0'));
const fraction = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 9 }).map((digits) => `.${digits}`),
);
const zone = fc.oneof(
  fc.constant('Z'),
  fc
    .tuple(fc.constantFrom('+', '-'), two(0, 23), two(0, 59))
    .map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const time = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), two(1, 12), two(1, 28), two(0, 23), two(0, 59), two(0, 59), fraction, zone)
  .map(([y, mo, d, h, mi, s, f, z]) => `${`${y}`.padStart(4, '0')}-${mo}-${d}T${h}:${mi}:${s}${f}${z}`);

/** Fields of a newer 1.x: any JSON under any name that we do not know, also `__proto__`. */
const unknown = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'toString', '0'),
      fc.string({ unit: 'binary' }).map((key) => `x${key}`),
    ),
    fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value))),
    { minKeys: 1, maxKeys: 4, noNullPrototype: true },
  )
  .map((fields) => ({ unknown: fields }));
const maybeUnknown = fc.oneof(fc.constant({}), unknown);

const fact: fc.Arbitrary<Fact> = fc
  .tuple(
    fc.record({
      id: word,
      content: text,
      level: whole,
      domain: word,
      module: word,
      isGene: fc.boolean(),
      source: word,
      createdAt: time,
    }),
    maybeUnknown,
  )
  .map(([known, rest]) => ({ ...known, ...rest }));
const edit = fc.record({ publicKey: word, replaces: fc.array(word, { maxLength: 3 }), signature: word });
/** An edit belongs to a fact by its id. So no two facts may have one id here: both would get the edit. */
const facts = fc.oneof(
  fc.array(fact, { maxLength: 5 }),
  fc.uniqueArray(
    fc.tuple(fact, edit).map(([words, by]) => ({ ...words, edit: by })),
    { selector: ({ id }) => id, maxLength: 4 },
  ),
);

const incident: fc.Arbitrary<Incident> = fc
  .tuple(
    fc.record({
      id: word,
      status: word,
      severity: word,
      title: text,
      description: text,
      eventCount: whole,
      correlationRule: word,
      killChainPhase: word,
      mitreMapping: fc.array(word, { maxLength: 3 }),
      createdAt: time,
      sourcePeerId: word,
    }),
    maybeUnknown,
  )
  .map(([known, rest]) => ({ ...known, ...rest }));

const variants = fc
  .array(fc.tuple(fc.oneof(fc.constant('__proto__'), word), word), { minLength: 1, maxLength: 3 })
  .map((pairs) => new Map(pairs));

export const anySyncPayload: fc.Arbitrary<SyncPayload> = fc
  .tuple(
    fc.record({
      kind: fc.constant('sync_payload' as const),
      version: fc.constantFrom('', '1', '1.0', '1.1', '1.7'),
      fromPeerId: name,
      genomeHash: word,
      facts,
      incidents: fc.array(incident, { maxLength: 3 }),
      syncedAt: time,
      receipts: fc.array(word, { maxLength: 3 }),
    }),
    maybeUnknown,
  )
  .chain(([known, rest]) =>
    fc
      .oneof(
        fc.constant({}),
        variants.map((some) => ({ variants: some })),
      )
      .map((more) => ({ ...known, ...rest, ...more })),
  );

const anyOther: fc.Arbitrary<WireDocument> = fc.oneof(
  fc.record({
    kind: fc.constant('handshake_request' as const),
    fromPeerId: name,
    fromNode: text,
    genomeHash: word,
    timestamp: whole,
    nonce: word,
  }),
  fc.record(
    {
      kind: fc.constant('handshake_response' as const),
      toPeerId: name,
      toNode: text,
      genomeHash: word,
      match: fc.boolean(),
      trust: fc.integer({ min: 0, max: 4 }),
      timestamp: whole,
      inReplyTo: name,
    },
    { requiredKeys: ['kind', 'toPeerId', 'toNode', 'genomeHash', 'match', 'trust', 'timestamp'] },
  ),
  fc.record({
    kind: fc.constant('gene_backup' as const),
    peerId: name,
    genomeHash: word,
    facts,
    backedUpAt: time,
    reason: word,
  }),
  fc.record({
    kind: fc.constant('delta_sync_request' as const),
    fromPeerId: name,
    genomeHash: word,
    since: time,
    maxBatch: whole,
  }),
  fc.record({
    kind: fc.constant('delta_sync_response' as const),
    fromPeerId: name,
    genomeHash: word,
    facts,
    syncedAt: time,
    hasMore: fc.boolean(),
  }),
);

const someGenes = fc.uniqueArray(fc.tuple(name, text, word), { selector: ([id]) => id, minLength: 1, maxLength: 4 });

const anyDocument = fc.oneof(anySyncPayload, anyOther);

/** A genome file is made apart, because it must state the hash of its genes. */
export const anyDocumentOrGenes = fc.oneof(
  { weight: 6, arbitrary: anyDocument.map((document) => async () => document) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(someGenes, fc.constantFrom('', '1.0'))
      .map(([rows, version]) => async (): Promise<WireDocument> => {
        const genes = rows.map(([id, content, domain]) => geneOf(id, content, domain));
        return { kind: 'genome_file', version, hash: await genomeHash(genes), genes };
      }),
  },
);
