/**
 * Edits that travel: the node that wrote a fact first says it better, and whoever receives that can tell it from anybody else's words (DESIGN 4.2, 5.4).
 * No clock decides: an edit names every version it takes the place of.
 */
import type { Fact } from './fact.ts';

/** Hex SHA-256 of what an edit can change. */
export type HashOf = (fact: Fact) => string;

/**
 * Does `newer` come after `older` by the hand that wrote both? `older` has to stand at its own place among what is replaced: at the first, which the fact's
 * id is made of, where it has no proof of another. A writer can name anybody's words there; that does not make them its own.
 */
export function isEditOf({ edit }: Fact, older: Fact, hashOf: HashOf): boolean {
  // Few facts were ever edited: the hash is asked for only then.
  return edit !== undefined && edit.replaces[older.edit?.replaces.length ?? 0] === hashOf(older);
}
