/**
 * Domains that a person keeps back from one peer, and what that makes of "confirmed" (DESIGN 5.5). What a peer is known
 * to have is one number for all domains, so that it may only grow by drops that held back nothing but what is still
 * held back, and shrinks where a domain goes again.
 */
import { authorOf, type Fact, isCarried, type StoredFact } from './fact.ts';
import type { Millis } from './time.ts';

export interface LeftOut {
  /** Empty: the facts that have none. */
  readonly domain: string;
  /** What was confirmed when it was left out: of this domain nothing later is known to have arrived. */
  readonly since: number;
  /** When the drop was handed over that `since` comes from. */
  readonly sinceAt?: Millis;
}

/**
 * What a peer is known to have. Everything up to `confirmedUpTo`, of a domain that is left out everything up to its
 * `since`.
 */
export interface Confirmed {
  /** A sequence number. */
  readonly confirmedUpTo: number;
  /** When the drop was handed over that `confirmedUpTo` comes from. */
  readonly confirmedAt?: Millis;
  /** Domains that do not go to the peer, in the order in which they were left out. */
  readonly leftOut?: readonly LeftOut[];
}

/** What may be new for a peer. */
export interface News {
  /** Facts with a higher sequence number may be new for the peer. */
  readonly past: number;
  /** Whether a fact is. A fact of a domain that is left out is judged as if the domain went. */
  isNew(stored: StoredFact): boolean;
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

/**
 * The domain goes again: what was carried without it is not known to be all. That more than needed is new by that is
 * harmless.
 */
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

/**
 * Does the receipt of a drop speak for all that goes to this peer? Not where it was made without a domain that goes by
 * now.
 */
export function speaksForAll({ without = [] }: { readonly without?: readonly string[] }, known: Confirmed): boolean {
  return without.every((domain) => isLeftOut(known, domain));
}

export function leftOutDomains({ leftOut: out = [] }: Confirmed): ReadonlySet<string> {
  return new Set(out.map(({ domain }) => domain));
}

/** Tells of a fact that may be carried whether it goes to the peer. Genes always go. */
export function goesTo(known: Confirmed): (fact: Fact) => boolean {
  const stays = leftOutDomains(known);
  return (fact) => fact.isGene || !stays.has(fact.domain);
}

export function newsFor({ peerId, confirmedUpTo, leftOut: out = [] }: Confirmed & { readonly peerId: string }): News {
  const confirmedOf = new Map(out.map(({ domain, since }) => [domain, Math.min(since, confirmedUpTo)]));
  return {
    past: Math.min(confirmedUpTo, ...confirmedOf.values()),
    isNew: (stored) => {
      const confirmed = isCarried(stored) ? confirmedOf.get(stored.fact.domain) : undefined;
      return stored.seq > (confirmed ?? confirmedUpTo) && authorOf(stored) !== peerId;
    },
  };
}

/** What the ledger remembers of a drop that is made for the peer now: the domains that are left out of it, if there are any. */
export function madeWithout(known: Confirmed): { readonly without?: readonly string[] } {
  const without = [...leftOutDomains(known)];
  return without.length > 0 ? { without } : {};
}
