/**
 * Domains that a person does not let go to one peer, and what a peer is then known to have. `confirmedUpTo` is one
 * sequence number for all domains. So a receipt may raise it only if its drop left out nothing that goes by now, and it
 * falls if a domain goes again.
 *
 * Example: the peer has confirmed everything up to 10. The person leaves `roads` out: `roads` stands at 10 from then
 * on. A drop without `roads` is confirmed up to 20. Now the peer is known to have `roads` up to 10 and the rest up to
 * 20. The person lets `roads` go again: `confirmedUpTo` falls to 10. Facts 11 to 20 of the other domains are sent a
 * second time, which is harmless.
 */
import { authorOf, type Fact, isCarried, type StoredFact } from './fact.ts';
import type { Millis } from './time.ts';

export interface LeftOut {
  /** Empty: facts without a domain. */
  readonly domain: string;
  /** `confirmedUpTo` when the domain was left out. Nothing later of this domain is known to have arrived. */
  readonly since: number;
  /** When the drop that confirmed `since` was handed over. */
  readonly sinceAt?: Millis;
}

/**
 * What a peer is known to have: everything up to `confirmedUpTo`, but of a domain that is left out only up to its
 * `since`.
 */
export interface Confirmed {
  /** A sequence number. */
  readonly confirmedUpTo: number;
  /** When the drop that confirmed `confirmedUpTo` was handed over. */
  readonly confirmedAt?: Millis;
  /** Domains that do not go to the peer, in the order in which they were left out. */
  readonly leftOut?: readonly LeftOut[];
}

/** What may be new for a peer. */
export interface News {
  /** Facts with a higher sequence number may be new for the peer. */
  readonly past: number;
  /** Whether the fact is new. A fact of a domain that is left out is judged as if the domain went. */
  isNew(stored: StoredFact): boolean;
}

export function isLeftOut({ leftOut = [] }: Confirmed, domain: string): boolean {
  return leftOut.some((one) => one.domain === domain);
}

/** The same, from now on without this domain. */
export function withDomainLeftOut(known: Confirmed, domain: string): Confirmed {
  const { confirmedUpTo, confirmedAt, leftOut: before = [] } = known;
  const since = { domain, since: confirmedUpTo, ...(confirmedAt !== undefined && { sinceAt: confirmedAt }) };
  return { ...known, leftOut: [...before, since] };
}

/** The same, with this domain again. `confirmedUpTo` falls to what is known of this domain. */
export function withDomainBack(known: Confirmed, domain: string): Confirmed {
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

/** Whether the receipt of a drop may raise `confirmedUpTo`. `without`: the domains that were left out of that drop. */
export function speaksForAll({ without = [] }: { readonly without?: readonly string[] }, known: Confirmed): boolean {
  return without.every((domain) => isLeftOut(known, domain));
}

/** The domains that do not go, in the order in which they were left out. */
export function leftOutDomains({ leftOut: out = [] }: Confirmed): ReadonlySet<string> {
  return new Set(out.map(({ domain }) => domain));
}

/** Returns a function that says whether a fact that may be carried goes to the peer. Genes always go. */
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

/** What the ledger remembers of a drop that is made for the peer now: the domains that are left out of it, if any. */
export function madeWithout(known: Confirmed): { readonly without?: readonly string[] } {
  const without = [...leftOutDomains(known)];
  return without.length > 0 ? { without } : {};
}
