/** Counting facts for whoever would rather look than read: one walk, one number a level, a domain, a month. */
import type { Fact } from './fact.ts';
import { NEVER, type WireTime } from './time.ts';

/** `month`: `2026-01`. */
export interface MonthCount {
  readonly month: string;
  readonly count: number;
}

export interface FactCounts {
  readonly kind: 'fact-counts';
  readonly total: number;
  /** By level, 0 to 3. */
  readonly levels: readonly number[];
  /** The largest, largest first. An empty domain: facts that have none. */
  readonly domains: readonly { readonly domain: string; readonly count: number }[];
  /** What is of none of these. */
  readonly rest: { readonly domains: number; readonly count: number };
  /** Of their making, as their makers wrote it; oldest first, months without facts left out. */
  readonly months: readonly MonthCount[];
  /** Facts whose maker wrote no time. */
  readonly undated: number;
}

/** Domains that are counted by name. */
export const NAMED_DOMAINS = 8;
const MONTHS_A_YEAR = 12;

/** The month as its maker wrote it, in months since year 0: a small number instead of a text for each of 100,000 facts. -1: never set. */
export function monthOf(createdAt: WireTime): number {
  if (createdAt.startsWith(NEVER.slice(0, 10))) return -1;
  return Number(createdAt.slice(0, 4)) * MONTHS_A_YEAR + Number(createdAt.slice(5, 7)) - 1;
}

/** `2026-01`, from months since year 0. */
export function monthName(month: number): string {
  const year = `${Math.floor(month / MONTHS_A_YEAR)}`.padStart(4, '0');
  return `${year}-${`${(month % MONTHS_A_YEAR) + 1}`.padStart(2, '0')}`;
}

export class FactTally {
  readonly #levels = [0, 0, 0, 0];
  readonly #domains = new Map<string, number>();
  readonly #months = new Map<number, number>();
  #total = 0;

  add({ level, domain }: Pick<Fact, 'level' | 'domain'>, month: number): void {
    this.#total++;
    this.#levels[level] = (this.#levels[level] ?? 0) + 1;
    this.#domains.set(domain, (this.#domains.get(domain) ?? 0) + 1);
    this.#months.set(month, (this.#months.get(month) ?? 0) + 1);
  }

  counts(): FactCounts {
    const domains = [...this.#domains]
      .map(([domain, count]) => ({ domain, count }))
      .sort((a, b) => b.count - a.count || (a.domain < b.domain ? -1 : 1));
    const others = domains.slice(NAMED_DOMAINS);
    return {
      kind: 'fact-counts',
      total: this.#total,
      levels: this.#levels,
      domains: domains.slice(0, NAMED_DOMAINS),
      rest: { domains: others.length, count: others.reduce((sum, { count }) => sum + count, 0) },
      months: monthCounts(this.#months),
      undated: this.#months.get(-1) ?? 0,
    };
  }
}

/** Oldest first; what was never set is left out. */
export function monthCounts(months: ReadonlyMap<number, number>): readonly MonthCount[] {
  return [...months]
    .filter(([month]) => month >= 0)
    .sort(([a], [b]) => a - b)
    .map(([month, count]) => ({ month: monthName(month), count }));
}
