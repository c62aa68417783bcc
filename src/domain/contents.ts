/** What goes into a payload, what stays here, and why. A person sees it before the payload is carried. */
import { HIGHEST_CARRIED_LEVEL, isCarried, type StoredFact } from './fact.ts';

export interface Contents {
  readonly genes: number;
  /** Facts that go, without genes. The lowest level comes first. */
  readonly levels: readonly { readonly level: number; readonly count: number }[];
  /**
   * Domains that go, and domains that a person left out. `count` of a domain that is left out: how many of its facts
   * would go. The largest domain comes first.
   */
  readonly domains: readonly DomainCount[];
  /** Facts that stay here. A fact with several reasons counts under the first one. */
  readonly heldBack: readonly { readonly why: HeldBackWhy; readonly count: number }[];
  /** Incidents that stay here, because a GoMCP node has them and takes no change of them. */
  readonly incidentsHeldBack: number;
}

export interface DomainCount {
  /** Empty: facts without a domain. */
  readonly domain: string;
  readonly count: number;
  readonly leftOut: boolean;
}

/** In the order in which they are checked. `left-out`: a person leaves its domain out. */
const REASONS = ['level', 'stale', 'archived', 'left-out'] as const;
export type HeldBackWhy = (typeof REASONS)[number];

export interface SortedOut {
  readonly leaving: readonly StoredFact[];
  readonly contents: Omit<Contents, 'genes' | 'incidentsHeldBack'>;
}

/** Sorts facts into those that go and those that stay. `leftOut`: domains that stay. */
export function sortOut(facts: readonly StoredFact[], leftOut: ReadonlySet<string>): SortedOut {
  const leaving: StoredFact[] = [];
  const levels = new Map<number, number>();
  const domains = new Map<string, number>([...leftOut].map((domain) => [domain, 0]));
  const held = new Map<HeldBackWhy, number>();
  for (const stored of facts) {
    const { level, domain } = stored.fact;
    const why = whyHeldBack(stored, leftOut);
    if (why === null) {
      leaving.push(stored);
      add(levels, level);
    } else add(held, why);
    if (why === null || why === 'left-out') add(domains, domain);
  }
  return {
    leaving,
    contents: {
      levels: [...levels].sort(([a], [b]) => a - b).map(([level, count]) => ({ level, count })),
      domains: [...domains]
        .sort(([a, some], [b, more]) => more - some || (a < b ? -1 : 1))
        .map(([domain, count]) => ({ domain, count, leftOut: leftOut.has(domain) })),
      heldBack: REASONS.flatMap((why) => {
        const count = held.get(why);
        return count === undefined ? [] : { why, count };
      }),
    },
  };
}

function whyHeldBack(stored: StoredFact, leftOut: ReadonlySet<string>): HeldBackWhy | null {
  if (isCarried(stored)) return leftOut.has(stored.fact.domain) ? 'left-out' : null;
  if (stored.fact.level > HIGHEST_CARRIED_LEVEL) return 'level';
  return stored.stale ? 'stale' : 'archived';
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
