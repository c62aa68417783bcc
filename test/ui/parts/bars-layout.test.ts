import { describe, expect, test } from 'vitest';
import { columnsOf, lengthsOf, overSameMonths } from '../../../src/ui/parts/bars-layout.ts';

describe('the length of bars', () => {
  test.for([
    [[], []],
    [
      [0, 0],
      [0, 0],
    ],
    [[7], [1]],
    [
      [1, 2, 4],
      [0.25, 0.5, 1],
    ],
    // One beside a million has a bar that can be seen; none has no bar.
    [
      [1_000_000, 1, 0],
      [1, 0.015, 0],
    ],
  ])('of %j is as expected', ([counts, lengths]) => expect(lengthsOf(counts as number[])).toEqual(lengths));

  test('is measured against a scale that other charts share', () => expect(lengthsOf([1, 2], 4)).toEqual([0.25, 0.5]));
});

describe('the columns of time', () => {
  const month = (name: string, count: number) => ({ month: name, count });
  const shown = (months: Parameters<typeof columnsOf>[0]) => columnsOf(months).map(({ time, count }) => [time, count]);

  test('are none without months, and one for one month', () => {
    expect(columnsOf([])).toEqual([]);
    expect(shown([month('2026-11', 3)])).toEqual([['2026-11', 3]]);
  });

  test('include the empty months between others, across a new year', () => {
    expect(shown([month('2025-11', 1), month('2026-02', 2)])).toEqual([
      ['2025-11', 1],
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 2],
    ]);
  });

  test('are months up to 24, and years beyond', () => {
    expect(shown([month('2024-01', 1), month('2025-12', 1)])).toHaveLength(24);
    expect(shown([month('2024-01', 1), month('2025-12', 2), month('2026-01', 4)])).toEqual([
      ['2024', 1],
      ['2025', 2],
      ['2026', 4],
    ]);
  });

  test('that would be too many are summed in the first, which is marked as such', () => {
    const many = Array.from({ length: 9999 }, (_, year) => month(`${year}`.padStart(4, '0').concat('-06'), 1));
    const columns = columnsOf(many);
    expect(columns).toHaveLength(24);
    expect(columns[0]).toEqual({ time: '9975', count: 9976, isUntil: true });
    expect(columns.at(-1)).toEqual({ time: '9998', count: 1, isUntil: false });
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(9999);
  });

  test('of two series are made over the same months', () => {
    expect(overSameMonths([month('2026-01', 1)], [month('2025-12', 2)])).toEqual([
      [month('2025-12', 0), month('2026-01', 1)],
      [month('2025-12', 2), month('2026-01', 0)],
    ]);
  });
});
