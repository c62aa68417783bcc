import type { Fact, StoredFact } from '../../src/domain/fact.ts';
import { type Gene, geneOf } from '../../src/domain/genome.ts';

export function aFact(change: Partial<Fact> = {}): Fact {
  return {
    id: 'f1',
    content: 'Water boils at 100 °C.',
    level: 1,
    domain: 'physics',
    module: '',
    isGene: false,
    source: 'manual',
    createdAt: '2026-03-01T10:00:00.123456789+03:00',
    ...change,
  };
}

/** As it is kept where it was made. */
export function aStored(fact: Fact): StoredFact {
  return {
    fact,
    seq: 1,
    stale: false,
    archived: false,
    origin: { peerId: null, dropId: null, at: 0 },
    editedAt: null,
  };
}

export function genesOf(...genes: readonly (readonly [id: string, content: string])[]): readonly Gene[] {
  return genes.map(([id, content]) => geneOf(id, content, ''));
}
