/** One page as it is known without being read: its ids, sequence numbers, what may be carried, origins, domains. Packed into a twin record. */
import { authorOf, isCarried, type StoredFact } from '../domain/fact.ts';
import type { PageIndexRecord } from './schema.ts';

export interface PageIndex {
  readonly no: number;
  readonly ids: readonly string[];
  readonly seqs: Float64Array;
  readonly carried: Uint8Array;
  readonly origins: readonly (string | null)[];
  readonly originOf: Uint16Array;
  readonly domains: readonly string[];
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

/** Every word once, and for each fact which one. */
function packWords<Word>(facts: readonly StoredFact[], wordOf: (stored: StoredFact) => Word) {
  const words = [...new Set(facts.map(wordOf))];
  const numberOf = new Map(words.map((word, index) => [word, index]));
  return [words, Uint16Array.from(facts, (stored) => numberOf.get(wordOf(stored)) ?? 0)] as const;
}
