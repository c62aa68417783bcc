/**
 * What a record of each store looks like, as a table: what comes back out of an archive is held against it, and made anew from what was checked
 * (never a cast of parsed JSON). Bytes stand there as base64url.
 */
import { fromBase64url, toBase64url } from '../domain/base64url.ts';
import type { ArchivedStore, StoredRecord } from './whole-store.ts';

type Shape =
  | 'text'
  | 'number'
  | 'flag'
  | 'bytes'
  /** Any JSON: fields of a newer version, kept as they are. */
  | 'json'
  | { readonly list: Shape }
  | { readonly orNull: Shape }
  | { readonly mayLack: Shape }
  | { readonly mapOf: Shape }
  | { readonly oneOf: readonly Shape[] }
  | Fields;
interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
}

/** At least one byte, and no rest of a byte. */
const BASE64URL = /^(?:[\w-]{4})*(?:[\w-]{2,3})?$/;

const of = (fields: Fields['fields']): Fields => ({ fields });
const list = (shape: Shape): Shape => ({ list: shape });
const orNull = (shape: Shape): Shape => ({ orNull: shape });
const mayLack = (shape: Shape): Shape => ({ mayLack: shape });

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
const COUNTS: Shape = { mapOf: 'number' };

const SHAPES: Readonly<Record<ArchivedStore, Shape>> = {
  self: {
    oneOf: [
      of({
        id: 'text',
        peerId: 'text',
        nodeName: 'text',
        publicKey: 'bytes',
        secret: mayLack(of({ seed: 'bytes' })),
        startedAt: 'number',
      }),
      of({ id: 'text', timeout: 'number', forgetAfter: orNull('number') }),
      of({ id: 'text', hash: 'text' }),
      of({
        id: 'text',
        revision: 'number',
        seq: 'number',
        number: mayLack('number'),
        journal: 'number',
        journalHead: 'text',
      }),
    ],
  },
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
};

/** A record of that store, made of what was checked; or the place in it (RFC 6901) of the first thing that is not as it has to be. */
export function recordOf(
  store: ArchivedStore,
  value: unknown,
): { readonly record: StoredRecord } | { readonly misfit: string } {
  try {
    return { record: fitted(value, SHAPES[store], '') as StoredRecord };
  } catch (error) {
    if (error instanceof Misfit) return { misfit: error.message };
    throw error;
  }
}

/** As a record stands in an archive; for JSON.stringify. */
export function archivedForm(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? toBase64url(value) : value;
}

class Misfit extends Error {} // The message is the place.

function fitted(value: unknown, shape: Shape, place: string): unknown {
  if (typeof shape === 'string') return fitSimple(value, shape, place);
  if ('orNull' in shape) return value === null ? null : fitted(value, shape.orNull, place);
  if ('mayLack' in shape) return fitted(value, shape.mayLack, place);
  if ('oneOf' in shape) return fitOneOf(value, shape.oneOf, place);
  if ('list' in shape) {
    if (!Array.isArray(value)) throw new Misfit(place);
    return value.map((item, index) => fitted(item, shape.list, `${place}/${index}`));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Misfit(place);
  const entries = Object.entries(value);
  if ('mapOf' in shape) {
    return Object.fromEntries(entries.map(([key, item]) => [key, fitted(item, shape.mapOf, `${place}/${key}`)]));
  }
  return fitFields(value as Readonly<Record<string, unknown>>, shape.fields, place);
}

/** A field that nobody knows is a misfit too: what would be lost without a word is not restored. */
function fitFields(value: Readonly<Record<string, unknown>>, fields: Fields['fields'], place: string): unknown {
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!shape) throw new Misfit(`${place}/${name}`);
    result[name] = fitted(value[name], shape, `${place}/${name}`);
  }
  for (const [name, shape] of Object.entries(fields)) {
    const mayLack = typeof shape !== 'string' && 'mayLack' in shape;
    if (!mayLack && !Object.hasOwn(result, name)) throw new Misfit(`${place}/${name}`);
  }
  return result;
}

/** By the names of the fields: two of these shapes never have the same. */
function fitOneOf(value: unknown, shapes: readonly Shape[], place: string): unknown {
  for (const shape of shapes) {
    try {
      return fitted(value, shape, place);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
    }
  }
  throw new Misfit(place);
}

function fitSimple(value: unknown, shape: Extract<Shape, string>, place: string): unknown {
  switch (shape) {
    case 'text':
      if (typeof value === 'string') return value;
      break;
    case 'number':
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      break;
    case 'flag':
      if (typeof value === 'boolean') return value;
      break;
    case 'bytes':
      if (typeof value === 'string' && BASE64URL.test(value)) return fromBase64url(value);
      break;
    case 'json':
      return value;
  }
  throw new Misfit(place);
}
