/**
 * The page index: what must be known of a page without reading it. Ids, sequence numbers, what may be carried, origins,
 * domains. It is packed into a record of the store `twins`, so that 100,000 facts load at once (ARCHITECTURE "Pages").
 */
import { authorOf, isCarried, type StoredFact } from '../domain/fact.ts';
import type { PageIndexRecord } from './schema.ts';

export interface PageIndex {
  readonly no: number;
  readonly ids: readonly string[];
  readonly seqs: Float64Array;
  /** 1: the fact may go to a peer. */
  readonly carried: Uint8Array;
  /** The different peers that versions came from; null: this node. */
  readonly origins: readonly (string | null)[];
  /** For each fact its place in `origins`. */
  readonly originOf: Uint16Array;
  readonly domains: readonly string[];
  /** For each fact its place in `domains`. */
  readonly domainOf: Uint16Array;
}

export function packPageIndex(no: number, facts: readonly StoredFact[]): PageIndexRecord {
  const [origins, originOf] = packWords(facts, authorOf);
  const [domains, domainOf] = packWords(facts, (stored) => stored.fact.domain);
  return {
    no,
    ids: facts.map((stored) => stored.fact.id).join(''),
    lengths: Uint16Array.from(facts, (stored) => stored.fact.id.length),
    seqs: Float64Array.from(facts, (stored) => stored.seq),
    carried: Uint8Array.from(facts, (stored) => (isCarried(stored) ? 1 : 0)),
    origins,
    originOf,
    domains,
    domainOf,
  };
}

export function unpackPageIndex({ ids, lengths, ...packed }: PageIndexRecord): PageIndex {
  let at = 0;
  const list = Array.from(lengths, (length) => {
    at += length;
    return ids.slice(at - length, at);
  });
  return { ...packed, ids: list };
}

/** Every different word once, and for each fact the place of its word. */
function packWords<Word>(facts: readonly StoredFact[], wordOf: (stored: StoredFact) => Word) {
  const words = [...new Set(facts.map(wordOf))];
  const numberOf = new Map(words.map((word, index) => [word, index]));
  return [words, Uint16Array.from(facts, (stored) => numberOf.get(wordOf(stored)) ?? 0)] as const;
}
