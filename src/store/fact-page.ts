/** One page as it is known without being read: its ids, sequence numbers and what may be carried. Packed into a twin record. */
import { authorOf, isCarried, type StoredFact } from '../domain/fact.ts';
import type { TwinRecord } from './schema.ts';

export interface PageIndex {
  readonly no: number;
  readonly ids: readonly string[];
  readonly seqs: Float64Array;
  readonly carried: Uint8Array;
  readonly origins: readonly (string | null)[];
  readonly originOf: Uint16Array;
}

export function packTwin(no: number, facts: readonly StoredFact[]): TwinRecord {
  const origins = [...new Set(facts.map(authorOf))];
  const numberOf = new Map(origins.map((origin, index) => [origin, index]));
  return {
    no,
    ids: facts.map((stored) => stored.fact.id).join(''),
    lengths: Uint16Array.from(facts, (stored) => stored.fact.id.length),
    seqs: Float64Array.from(facts, (stored) => stored.seq),
    carried: Uint8Array.from(facts, (stored) => (isCarried(stored) ? 1 : 0)),
    origins,
    originOf: Uint16Array.from(facts, (stored) => numberOf.get(authorOf(stored)) ?? 0),
  };
}

export function unpackTwin({ no, ids, lengths, seqs, carried, origins, originOf }: TwinRecord): PageIndex {
  let at = 0;
  const list = Array.from(lengths, (length) => {
    at += length;
    return ids.slice(at - length, at);
  });
  return { no, ids: list, seqs, carried, origins, originOf };
}
