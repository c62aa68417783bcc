/**
 * A signer gives each of its documents the next whole number. If two different documents of one key have the same
 * number, two devices sign with that key, or one device was set back to an older state. The person is told. Trust does
 * not change and nothing is refused (PROTOCOL "Numbers").
 *
 * Example: documents a, b and c come with the numbers 1, 3 and 3. a and b do not clash: 2 may still come, since a
 * person carries documents in any order. c clashes with b. If c comes a second time, that is nothing new.
 */
import type { Millis } from './time.ts';

export interface Numbered {
  readonly number: number;
  readonly dropId: string;
}

/** The number that two documents share, and when that was first noticed. */
export interface Cloned {
  readonly number: number;
  readonly at: Millis;
}

/** How many documents of one signer are remembered. A person carries fewer of them between two meetings. */
const REMEMBERED = 200;

/**
 * Whether another document has this number. The same document once more is no clash, and a lower number that comes late
 * is none.
 */
export function clashes(seen: readonly Numbered[], { number, dropId }: Numbered): boolean {
  return !isAmong(seen, dropId) && seen.some((one) => one.number === number);
}

/**
 * The remembered documents with one more, in order of arrival. Both documents of a clash stay, so neither is news
 * again.
 */
export function withSeen(seen: readonly Numbered[], document: Numbered): readonly Numbered[] {
  return isAmong(seen, document.dropId) ? seen : [...seen, document].slice(-REMEMBERED);
}

function isAmong(seen: readonly Numbered[], dropId: string): boolean {
  return seen.some((one) => one.dropId === dropId);
}
