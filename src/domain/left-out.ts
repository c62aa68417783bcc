/**
 * Domains that a person keeps back from one peer, and what that makes of "confirmed" (DESIGN 5.5). What a peer is known to have is one number for all
 * domains, so that it may only grow by drops that held back nothing but what is still held back, and shrinks where a domain goes again.
 */
import type { Millis } from './time.ts';

export interface LeftOut {
  /** Empty: the facts that have none. */
  readonly domain: string;
  /** What was confirmed when it was left out: of this domain nothing later is known to have arrived. */
  readonly since: number;
  /** When the drop was handed over that `since` comes from. */
  readonly sinceAt?: Millis;
}

/** What a peer is known to have. Everything up to `confirmedUpTo`, of a domain that is left out everything up to its `since`. */
export interface Confirmed {
  readonly confirmedUpTo: number;
  readonly confirmedAt?: Millis;
  readonly leftOut?: readonly LeftOut[];
}

export function isLeftOut({ leftOut = [] }: Confirmed, domain: string): boolean {
  return leftOut.some((one) => one.domain === domain);
}

/** The domain does not go any more. */
export function leftOut(known: Confirmed, domain: string): Confirmed {
  const { confirmedUpTo, confirmedAt, leftOut: before = [] } = known;
  const since = { domain, since: confirmedUpTo, ...(confirmedAt !== undefined && { sinceAt: confirmedAt }) };
  return { ...known, leftOut: [...before, since] };
}

/** The domain goes again: what was carried without it is not known to be all. That more than needed is new by that is harmless. */
export function putBack(known: Confirmed, domain: string): Confirmed {
  const { confirmedUpTo, confirmedAt, leftOut: before = [] } = known;
  const found = before.find((one) => one.domain === domain);
  const isBehind = found !== undefined && found.since < confirmedUpTo;
  const at = isBehind ? found.sinceAt : confirmedAt;
  return {
    confirmedUpTo: isBehind ? found.since : confirmedUpTo,
    ...(at !== undefined && { confirmedAt: at }),
    leftOut: before.filter((one) => one !== found),
  };
}

/** Does the receipt of a drop speak for all that goes to this peer? Not where it was made without a domain that goes by now. */
export function speaksForAll({ without = [] }: { readonly without?: readonly string[] }, known: Confirmed): boolean {
  return without.every((domain) => isLeftOut(known, domain));
}
