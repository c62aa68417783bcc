import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterDelta } from '../../src/domain/delta.ts';
import { NEVER } from '../../src/domain/time.ts';

const at = (createdAt: string) => ({ createdAt });
const many = (count: number) => Array.from({ length: count }, () => at('2026-03-01T10:00:00Z'));

describe('created after', () => {
  test.for<[string, string, boolean]>([
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z', false],
    ['2026-03-01T10:00:00.000000001Z', '2026-03-01T10:00:00Z', true],
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000000001Z', false],
    ['2026-03-01T10:00:00Z', '2026-03-01T12:00:00+02:00', false],
    ['2026-03-01T10:00:01Z', '2026-03-01T12:00:00+02:00', true],
    ['2026-03-01T10:00:00Z', NEVER, true],
    [NEVER, NEVER, false],
    ['1969-01-01T00:00:00Z', NEVER, true],
  ])('%s after %s: %s', ([createdAt, since, isNewer]) => {
    expect(filterDelta([at(createdAt)], since, 10).facts).toHaveLength(isNewer ? 1 : 0);
  });
});

describe('batches', () => {
  test.for<[facts: number, maxBatch: number, taken: number, hasMore: boolean]>([
    [0, 1, 0, false],
    [2, 3, 2, false],
    [3, 3, 3, true],
    [4, 3, 3, true],
    [99, 0, 99, false],
    [100, 0, 100, true],
    [101, -5, 100, true],
  ])('%i facts, at most %i: %i and more: %s', ([count, maxBatch, taken, hasMore]) => {
    const delta = filterDelta(many(count), NEVER, maxBatch);
    expect([delta.facts.length, delta.hasMore]).toEqual([taken, hasMore]);
  });
});

test('it is always the beginning of what is newer, in the given order', () => {
  const fact = fc.record({ createdAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-01T11:00:00Z', NEVER) });
  fc.assert(
    fc.property(fc.array(fact), fc.integer({ min: 1, max: 5 }), (facts, maxBatch) => {
      const newer = facts.filter(({ createdAt }) => createdAt === '2026-03-01T11:00:00Z');
      expect(filterDelta(facts, '2026-03-01T10:30:00Z', maxBatch).facts).toEqual(newer.slice(0, maxBatch));
    }),
  );
});
