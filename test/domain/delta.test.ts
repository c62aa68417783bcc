import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterDelta, pageOfDelta, requestAfter } from '../../src/domain/delta.ts';
import { NEVER } from '../../src/domain/time.ts';

const at = (createdAt: string) => ({ createdAt });
const many = (count: number) => Array.from({ length: count }, () => at('2026-03-01T10:00:00Z'));

describe('the filter takes what was created after a time', () => {
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

describe('the filter takes at most one batch', () => {
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

test('the filter takes the first of what is newer, in the given order', () => {
  const fact = fc.record({ createdAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-01T11:00:00Z', NEVER) });
  fc.assert(
    fc.property(fc.array(fact), fc.integer({ min: 1, max: 5 }), (facts, maxBatch) => {
      const newer = facts.filter(({ createdAt }) => createdAt === '2026-03-01T11:00:00Z');
      expect(filterDelta(facts, '2026-03-01T10:30:00Z', maxBatch).facts).toEqual(newer.slice(0, maxBatch));
    }),
  );
});

/** Facts that were made at these minutes. Every second one is written with another offset. */
const made = (...minutes: readonly number[]) =>
  minutes.map((minute, index) => ({
    id: `${minute}.${index}`,
    createdAt: index % 2 ? `2026-03-01T12:${10 + minute}:00+02:00` : `2026-03-01T10:${10 + minute}:00Z`,
  }));
const minutesOf = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => Number.parseInt(id, 10));

describe('a page begins with the oldest fact and ends between two instants', () => {
  test.for<[readonly number[], batch: number, readonly number[], hasMore: boolean]>([
    [[3, 1, 2], 2, [1, 2], true],
    [[3, 1, 2], 3, [1, 2, 3], true],
    [[3, 1, 2], 4, [1, 2, 3], false],
    [[1, 2, 2, 3], 2, [1], true],
    [[1, 2, 2, 3], 3, [1, 2, 2], true],
    [[2, 2, 2, 3], 2, [2, 2, 2], true],
    [[2, 2, 2], 2, [2, 2, 2], true],
    [[], 2, [], false],
  ])('%j by %i: %j', ([minutes, batch, expected, hasMore]) => {
    const page = pageOfDelta(made(...minutes), NEVER, batch);
    expect([minutesOf(page.facts), page.hasMore]).toEqual([expected, hasMore]);
  });

  test('asking page after page skips no fact, with our pages and with those of the reference', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (minutes, batch, isOurs) => {
          const pageOf = isOurs ? pageOfDelta : filterDelta<ReturnType<typeof made>[number]>;
          const facts = made(...minutes);
          const seen = new Set<string>();
          let request: ReturnType<typeof requestAfter> = { since: NEVER, maxBatch: batch };
          for (let trips = 0; request; trips++) {
            expect(trips).toBeLessThan(60);
            const page = pageOf(facts, request.since, request.maxBatch);
            for (const { id } of page.facts) seen.add(id);
            request = page.hasMore ? requestAfter(page.facts, isOurs) : null;
          }
          expect(seen.size).toBe(facts.length);
        },
      ),
    );
  });
});

describe('the request after a page', () => {
  const [first] = made(1).map(({ createdAt }) => createdAt);
  test.for<[string, readonly number[], object | null]>([
    ['in order: it begins at the last instant again', [1, 2], { since: first, maxBatch: 100 }],
    ['several facts at the last instant', [1, 2, 2], { since: first, maxBatch: 100 }],
    ['many facts', Array.from({ length: 300 }, (_, index) => Math.floor(index / 100)), { maxBatch: 300 }],
    ['all of one instant: a larger page from the beginning', [1, 1], { since: NEVER, maxBatch: 100 }],
    [
      'of a sender without an order: a larger page from the beginning',
      Array.from({ length: 30 }, (_, index) => index),
      { since: NEVER, maxBatch: 300 },
    ],
    ['empty: there is none', [], null],
  ])('%s', ([name, minutes, expected]) => {
    const request = requestAfter(made(...minutes), !name.startsWith('of a sender'));
    if (expected === null) expect(request).toBeNull();
    else expect(request).toMatchObject(expected);
  });
});
