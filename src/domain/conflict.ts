/** Two versions of one fact, and what a person chooses between them. */
import { authorOf, type Fact, type StoredFact } from './fact.ts';
import type { Millis } from './time.ts';

/**
 * `ours`: theirs is put away. `theirs`: it takes the place of ours. `both`: theirs becomes a fact of its own, a variant
 * that names the fact it belongs to.
 */
export type ConflictChoice = 'ours' | 'theirs' | 'both';

/** One version of a fact: who it came from (null: this node), and when. */
export interface Version {
  readonly fact: Fact;
  readonly fromPeerId: string | null;
  readonly at: Millis;
}

export function versionOf(stored: StoredFact): Version {
  return { fact: stored.fact, fromPeerId: authorOf(stored), at: stored.editedAt ?? stored.origin.at };
}

export interface ConflictRow {
  readonly key: string;
  /** null: our version was deleted since. */
  readonly ours: Version | null;
  readonly theirs: Version;
}
