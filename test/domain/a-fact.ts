/** Facts, genes and edits for tests of the rules. */
import type { Edit, Fact, StoredFact } from '../../src/domain/fact.ts';
import { type Gene, geneOf } from '../../src/domain/genome.ts';
import type { LocalFacts } from '../../src/domain/sort-payload.ts';

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

/** A fact as the node stores it that made it. */
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

/** A node without facts. Its hash of the words is a plain text, so that tests can write it down. */
export const NOTHING_HERE: LocalFacts = {
  ours: () => undefined,
  isDecided: () => false,
  isEcho: () => false,
  hashOf: ({ content, level, domain, module }) => [content, level, domain, module].join(' | '),
};

/** The fact with this content, as an edit by its writer that replaces these earlier contents. */
export function anEdit(content: string, ...before: readonly string[]): Fact {
  const replaces = before.map((earlier) => NOTHING_HERE.hashOf(aFact({ content: earlier })));
  const edit: Edit = { publicKey: 'key', replaces, signature: 'proven' };
  return aFact({ content, edit });
}
