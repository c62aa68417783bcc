/** What a payload holds, and what stays here and why: for a person to see before it is carried. */
import { HIGHEST_CARRIED_LEVEL, isCarried, type StoredFact } from './fact.ts';

export interface Contents {
  readonly genes: number;
  /** Facts that go, genes not counted; lowest level first. */
  readonly levels: readonly { readonly level: number; readonly count: number }[];
  /** Those that go and those that were left out by hand, with what would go of them; largest first. */
  readonly domains: readonly DomainCount[];
  /** Each fact under the first reason that keeps it. */
  readonly heldBack: readonly { readonly why: HeldBackWhy; readonly count: number }[];
}

export interface DomainCount {
  /** Empty: the facts that have none. */
  readonly domain: string;
  readonly count: number;
  readonly leftOut: boolean;
}

/** In this order. left-out: its domain, by a person's hand. */
const REASONS = ['level', 'stale', 'archived', 'left-out'] as const;
export type HeldBackWhy = (typeof REASONS)[number];

export interface SortedOut {
  readonly leaving: readonly StoredFact[];
  readonly contents: Omit<Contents, 'genes'>;
}

/** `leftOut`: domains that do not go. */
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
