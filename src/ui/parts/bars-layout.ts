/** Where bars stand: figures in, shares and lengths out. Knows neither words nor the screen. */
import type { MonthCount } from '../../peer-api.ts';

/** Of the longest bar: less than this would not be seen, and what is there has to be. */
const LEAST = 0.015;
const MOST_COLUMNS = 24;
const MONTHS_A_YEAR = 12;

/** The length of each bar, 0 to 1: the largest figure fills it, none is none. */
export function lengthsOf(figures: readonly number[], largest = largestOf(figures)): readonly number[] {
  return figures.map((figure) => (figure <= 0 ? 0 : Math.max(LEAST, figure / largest)));
}

export function largestOf(figures: readonly number[]): number {
  return figures.reduce((largest, figure) => Math.max(largest, figure), 1);
}

/** One column of time: a month (`2026-01`), a year (`2026`), or that and all before it (`isUntil`). */
export interface Column {
  readonly time: string;
  readonly count: number;
  readonly isUntil: boolean;
}

/**
 * Time without gaps, from the first month that has something to the last: by month where that is two years at most, else by year; what lies further back
 * than the columns reach is in the first of them.
 */
export function columnsOf(months: readonly MonthCount[]): readonly Column[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const byMonth = numberOf(last.month) - numberOf(first.month) < MOST_COLUMNS;
  const [unitOf, nameOf] = byMonth ? [numberOf, monthOf] : [yearOf, String];
  const end = unitOf(last.month);
  const begin = Math.max(unitOf(first.month), end - MOST_COLUMNS + 1);
  const counts = new Array<number>(end - begin + 1).fill(0);
  for (const { month, count } of months) {
    const slot = Math.max(0, unitOf(month) - begin);
    counts[slot] = (counts[slot] ?? 0) + count;
  }
  const isUntil = unitOf(first.month) < begin;
  return counts.map((count, slot) => ({ time: nameOf(begin + slot), count, isUntil: isUntil && slot === 0 }));
}

/** Both over the same time, so that two charts can be held against each other. */
export function alike(one: readonly MonthCount[], other: readonly MonthCount[]): readonly (readonly MonthCount[])[] {
  const months = [...new Set([...one, ...other].map(({ month }) => month))].sort();
  return [one, other].map((counts) => {
    const known = new Map(counts.map(({ month, count }) => [month, count]));
    return months.map((month) => ({ month, count: known.get(month) ?? 0 }));
  });
}

function yearOf(month: string): number {
  return Number(month.slice(0, 4));
}

function numberOf(month: string): number {
  return yearOf(month) * MONTHS_A_YEAR + Number(month.slice(5)) - 1;
}

function monthOf(number: number): string {
  const year = `${Math.floor(number / MONTHS_A_YEAR)}`.padStart(4, '0');
  return `${year}-${`${(number % MONTHS_A_YEAR) + 1}`.padStart(2, '0')}`;
}
