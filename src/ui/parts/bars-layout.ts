/** Layout of charts: from counts to lengths and columns. Knows neither words nor pixels. */
import type { MonthCount } from '../../peer-api.ts';

/** Length of the shortest bar, as a part of the longest. A shorter one could not be seen. */
const SHORTEST = 0.015;
const MOST_COLUMNS = 24;
const MONTHS_A_YEAR = 12;

/** The length of each bar from 0 to 1. The largest count has length 1, and only a count of 0 has length 0. */
export function lengthsOf(counts: readonly number[], largest = largestOf(counts)): readonly number[] {
  return counts.map((count) => (count <= 0 ? 0 : Math.max(SHORTEST, count / largest)));
}

/** The largest count, at least 1. */
export function largestOf(counts: readonly number[]): number {
  return counts.reduce((largest, count) => Math.max(largest, count), 1);
}

export interface Column {
  /** A month (`2026-01`) or a year (`2026`). */
  readonly time: string;
  readonly count: number;
  /** The count holds everything before this time too. */
  readonly isUntil: boolean;
}

/**
 * Columns from the first month to the last, without gaps; `months` are sorted. They are months if that makes at most 24
 * columns, else years. If even the years are too many, the first column counts everything before it too.
 */
export function columnsOf(months: readonly MonthCount[]): readonly Column[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const byMonth = monthNumberOf(last.month) - monthNumberOf(first.month) < MOST_COLUMNS;
  const [unitOf, nameOf] = byMonth ? [monthNumberOf, monthOf] : [yearOf, String];
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

/** Adds months with a count of 0, so that both series have the same months and their charts can be compared. */
export function overSameMonths(
  one: readonly MonthCount[],
  other: readonly MonthCount[],
): readonly (readonly MonthCount[])[] {
  const months = [...new Set([...one, ...other].map(({ month }) => month))].sort();
  return [one, other].map((counts) => {
    const known = new Map(counts.map(({ month, count }) => [month, count]));
    return months.map((month) => ({ month, count: known.get(month) ?? 0 }));
  });
}

function yearOf(month: string): number {
  return Number(month.slice(0, 4));
}

/** Months since the year 0. */
function monthNumberOf(month: string): number {
  return yearOf(month) * MONTHS_A_YEAR + Number(month.slice(5)) - 1;
}

/** The month with such a number, as `2026-01`. */
function monthOf(number: number): string {
  const year = `${Math.floor(number / MONTHS_A_YEAR)}`.padStart(4, '0');
  return `${year}-${`${(number % MONTHS_A_YEAR) + 1}`.padStart(2, '0')}`;
}
