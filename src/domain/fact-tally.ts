/** Counts facts by level, domain and month in one walk, for the charts. */
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
  /** The largest domains, the largest one first. An empty name: facts without a domain. */
  readonly domains: readonly { readonly domain: string; readonly count: number }[];
  /** All other domains together. */
  readonly rest: { readonly domains: number; readonly count: number };
  /** By the month in which a fact was made, as its maker wrote it. Oldest first, without empty months. */
  readonly months: readonly MonthCount[];
  /** Facts whose time was never set. */
  readonly undated: number;
}

/** How many domains are counted by name. */
export const NAMED_DOMAINS = 8;
const MONTHS_A_YEAR = 12;

/**
 * The month as written, in months since year 0; -1: never set. A number takes less memory than a text for each fact.
 */
export function monthOf(createdAt: WireTime): number {
  if (createdAt.startsWith(NEVER.slice(0, 10))) return -1;
  return Number(createdAt.slice(0, 4)) * MONTHS_A_YEAR + Number(createdAt.slice(5, 7)) - 1;
}

/** `month`: in months since year 0. Returns `2026-01`. */
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

/** Oldest first, without facts whose time was never set. */
export function monthCounts(months: ReadonlyMap<number, number>): readonly MonthCount[] {
  return [...months]
    .filter(([month]) => month >= 0)
    .sort(([a], [b]) => a - b)
    .map(([month, count]) => ({ month: monthName(month), count }));
}
