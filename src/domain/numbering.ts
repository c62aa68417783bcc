/**
 * Whoever signs numbers its documents, each with the next whole number. Two documents with one number were signed by
 * two that know nothing of each other: a copy of the key on another device, or the same device set back to an older
 * state. That says nothing of trust, and nothing is refused for it.
 */
import type { Millis } from './time.ts';

export interface Numbered {
  readonly number: number;
  readonly dropId: string;
}

/** When two documents with that number were first held against each other. */
export interface Cloned {
  readonly number: number;
  readonly at: Millis;
}

/** Documents of one signer that are remembered: a hand carries no more between two meetings. */
const REMEMBERED = 200;

/**
 * Was this number given to another document? The same document once more is no clash, and neither is one that comes
 * late: hands keep no order.
 */
export function clashes(seen: readonly Numbered[], { number, dropId }: Numbered): boolean {
  return !isAmong(seen, dropId) && seen.some((one) => one.number === number);
}

/**
 * Those seen last, in the order they came. Both of a clash stay, so that neither of them is news when it comes again.
 */
export function withSeen(seen: readonly Numbered[], document: Numbered): readonly Numbered[] {
  return isAmong(seen, document.dropId) ? seen : [...seen, document].slice(-REMEMBERED);
}

function isAmong(seen: readonly Numbered[], dropId: string): boolean {
  return seen.some((one) => one.dropId === dropId);
}
