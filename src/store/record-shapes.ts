/**
 * What a record of each store looks like in an archive, as a table: a record that is read from one is checked against
 * it. The schema and this table are tied: a field that only one of them has does not compile. Bytes are base64url
 * there.
 */
import type { StoreValue } from 'idb';
import { toBase64url } from '../domain/bytes.ts';
import type { Identity, SelfRecord, SynapseDb } from './schema.ts';
import { list, mayLack, of, orNull, type Shape, type ShapeOf, shaped } from './shape.ts';
import type { ArchivedStore, StoredRecord } from './whole-store.ts';

const UNKNOWN = mayLack({ mapOf: 'json' });
const GENE = of({ id: 'text', content: 'text', domain: 'text', module: 'text', source: 'text', createdAt: 'text' });
const FACT = of({
  id: 'text',
  content: 'text',
  level: 'number',
  domain: 'text',
  module: 'text',
  isGene: 'flag',
  source: 'text',
  createdAt: 'text',
  edit: mayLack(of({ publicKey: 'text', replaces: list('text'), signature: 'text' })),
  unknown: UNKNOWN,
});
const ORIGIN = of({ peerId: orNull('text'), dropId: orNull('text'), at: 'number' });
const STORED_FACT = of({
  fact: FACT,
  seq: 'number',
  stale: 'flag',
  archived: 'flag',
  origin: ORIGIN,
  editedAt: orNull('number'),
  alsoFrom: mayLack(list(ORIGIN)),
  variantOf: mayLack('text'),
});
const PEER = of({
  peerId: 'text',
  nodeName: 'text',
  genomeHash: 'text',
  trust: 'number',
  lastSeen: orNull('number'),
  lastSyncAt: orNull('number'),
  factCount: 'number',
  handshakeAt: orNull('number'),
});
const INCIDENT = of({
  id: 'text',
  status: 'text',
  severity: 'text',
  title: 'text',
  description: 'text',
  eventCount: 'number',
  correlationRule: 'text',
  killChainPhase: 'text',
  mitreMapping: list('text'),
  createdAt: 'text',
  sourcePeerId: 'text',
  unknown: UNKNOWN,
});
const STATEMENT = of({
  incident: INCIDENT,
  speaker: 'text',
  statedAt: 'text',
  dropId: orNull('text'),
  at: 'number',
});
const COUNTS = { mapOf: 'number' } as const;

/** The identity in an archive: with the seed of its key in place of the key, or without a key. */
export type ArchivedIdentity = Omit<Identity, 'secret'> & {
  readonly secret?: { readonly seed: Uint8Array<ArrayBuffer> };
};

type ArchivedSelf = ArchivedIdentity | Exclude<SelfRecord, Identity>;

/** Records of the store `self`, by their ids. */
export const SELF_SHAPES = {
  identity: of({
    id: 'text',
    peerId: 'text',
    nodeName: 'text',
    publicKey: 'bytes',
    secret: mayLack(of({ seed: 'bytes' })),
    startedAt: 'number',
  }),
  settings: of({ id: 'text', timeout: 'number', forgetAfter: orNull('number') }),
  genome: of({ id: 'text', hash: 'text' }),
  counters: of({
    id: 'text',
    revision: 'number',
    seq: 'number',
    number: mayLack('number'),
    journal: 'number',
    journalHead: 'text',
  }),
} satisfies { readonly [Id in SelfRecord['id']]: ShapeOf<Extract<ArchivedSelf, { readonly id: Id }>> };

/** Records of every other archived store. */
export const SHAPES = {
  genes: GENE,
  peers: PEER,
  exchanges: of({
    peerId: 'text',
    sentUpTo: 'number',
    confirmedUpTo: 'number',
    lastTakenOutAt: orNull('number'),
    confirmedAt: mayLack('number'),
    incidentsUpTo: mayLack('number'),
    toldAt: orNull('text'),
    receipts: list('text'),
    untold: mayLack(list('text')),
    leftOut: mayLack(list(of({ domain: 'text', since: 'number', sinceAt: mayLack('number') }))),
  }),
  signers: of({
    peerId: 'text',
    publicKey: 'bytes',
    signedSince: 'number',
    compared: mayLack(of({ matched: 'flag', at: 'number' })),
    seen: mayLack(list(of({ number: 'number', dropId: 'text' }))),
    cloned: mayLack(of({ at: 'number', number: 'number' })),
  }),
  handshakes: of({
    nonce: 'text',
    peerId: orNull('text'),
    at: 'number',
    request: of({
      kind: 'text',
      fromPeerId: 'text',
      fromNode: 'text',
      genomeHash: 'text',
      timestamp: 'number',
      nonce: 'text',
    }),
    trustBefore: orNull('number'),
    number: mayLack('number'),
  }),
  backups: of({
    peerId: 'text',
    genomeHash: 'text',
    facts: of({ keptId: 'text', count: 'number' }),
    backedUpAt: 'number',
    reason: 'text',
  }),
  kept: of({ keptId: 'text', facts: list(FACT) }),
  incidents: of({
    key: 'text',
    seq: 'number',
    statements: list(STATEMENT),
    agreed: mayLack(list(STATEMENT)),
  }),
  conflicts: of({
    key: 'text',
    broughtBy: list(of({ peerId: orNull('text'), dropId: 'text', at: 'number' })),
    choice: orNull('text'),
    decidedIn: orNull('text'),
    replaced: mayLack(STORED_FACT),
    fact: FACT,
  }),
  drops: of({
    dropId: 'text',
    direction: 'text',
    documentKind: 'text',
    peerId: orNull('text'),
    at: 'number',
    upTo: mayLack('number'),
    keptId: mayLack('text'),
    madeAt: mayLack('text'),
    without: mayLack(list('text')),
    reply: mayLack(
      of({
        kind: 'text',
        toPeerId: 'text',
        toNode: 'text',
        genomeHash: 'text',
        match: 'flag',
        trust: 'number',
        timestamp: 'number',
        inReplyTo: mayLack('text'),
      }),
    ),
    replyNumber: mayLack('number'),
    before: mayLack(of({ peer: PEER, genes: list(GENE) })),
    factCount: mayLack('number'),
  }),
  journal: of({
    at: 'number',
    kind: 'text',
    peerId: mayLack('text'),
    nodeName: mayLack('text'),
    documentKind: mayLack('text'),
    dropId: mayLack('text'),
    trust: mayLack('text'),
    reason: mayLack('text'),
    counts: mayLack(COUNTS),
    refusals: mayLack(COUNTS),
    subject: mayLack('text'),
    before: 'text',
  }),
  overlay: of({ id: 'text', stored: orNull(STORED_FACT) }),
  pages: of({ no: 'number', facts: list(STORED_FACT) }),
} satisfies { readonly [Store in Exclude<ArchivedStore, 'self'>]: ShapeOf<StoreValue<SynapseDb, Store>> };

const SELF: Shape = { oneOf: Object.values(SELF_SHAPES) };

/** A fresh record of what was checked, or the place (RFC 6901) of the first misfit. */
export function recordOf(
  store: ArchivedStore,
  value: unknown,
): { readonly record: StoredRecord } | { readonly misfit: string } {
  const result = shaped(value, store === 'self' ? SELF : SHAPES[store]);
  return 'misfit' in result ? result : { record: result.value as StoredRecord };
}

/** The replacer for JSON.stringify: how a value of a record is written into an archive. */
export function archivedForm(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toBase64url(value) : value;
}
