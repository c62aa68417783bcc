import { authorOf, type Fact, type StoredFact } from './fact.ts';
import type { Millis } from './time.ts';

/** ours: theirs is put away; theirs: it takes the place of ours; both: theirs becomes a fact of its own that says what it is a variant of. */
export type ConflictChoice = 'ours' | 'theirs' | 'both';

/** One version of a fact: who it came from (null: this node) and when it came. */
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
  /** null where ours is gone by now. */
  readonly ours: Version | null;
  readonly theirs: Version;
}
