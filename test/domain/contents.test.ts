import { describe, expect, test } from 'vitest';
import { sortOut } from '../../src/domain/contents.ts';
import type { Fact, StoredFact } from '../../src/domain/fact.ts';
import { aFact, aStored } from './a-fact.ts';

const one = (fact: Partial<Fact>, marks: Partial<StoredFact> = {}): StoredFact => ({
  ...aStored(aFact(fact)),
  ...marks,
});
const sort = (facts: readonly StoredFact[], ...leftOut: readonly string[]) => sortOut(facts, new Set(leftOut));

describe('a fact that stays here has one reason, the first that holds', () => {
  const stale = { stale: true };
  const archived = { archived: true };
  test.for<[string, StoredFact, string | null]>([
    ['level 0', one({ level: 0 }), null],
    ['level 1', one({ level: 1 }), null],
    ['level 2', one({ level: 2 }), 'level'],
    ['level 3, and every other reason', one({ level: 3, domain: 'out' }, { ...stale, ...archived }), 'level'],
    ['stale', one({}, stale), 'stale'],
    ['stale and archived', one({}, { ...stale, ...archived }), 'stale'],
    ['archived', one({}, archived), 'archived'],
    ['archived, of a domain that is left out', one({ domain: 'out' }, archived), 'archived'],
    ['of a domain that is left out', one({ domain: 'out' }), 'left-out'],
    ['without a domain, if that is left out', one({ domain: '' }), 'left-out'],
  ])('%s: %s', ([, stored, why]) => {
    const { leaving, contents } = sort([stored], 'out', '');
    expect(leaving).toEqual(why === null ? [stored] : []);
    expect(contents.heldBack).toEqual(why === null ? [] : [{ why, count: 1 }]);
  });
});

test('facts are counted by level and domain, and a domain that is left out with what would go', () => {
  const facts = [
    one({ id: '1', level: 1, domain: 'roads' }),
    one({ id: '2', level: 0, domain: 'roads' }),
    one({ id: '3', level: 1, domain: '' }),
    one({ id: '4', level: 1, domain: 'bridges' }),
    one({ id: '5', level: 1, domain: 'tunnels' }),
    one({ id: '6', level: 1, domain: 'tunnels' }),
    one({ id: '7', level: 1, domain: 'tunnels' }),
    one({ id: '8', level: 2, domain: 'cellars' }),
    one({ id: '9', level: 1, domain: 'tunnels' }, { archived: true }),
  ];
  const { leaving, contents } = sortOut(facts, new Set(['tunnels', 'empty']));
  expect(leaving.map(({ fact }) => fact.id)).toEqual(['1', '2', '3', '4']);
  expect(contents).toEqual({
    levels: [
      { level: 0, count: 1 },
      { level: 1, count: 3 },
    ],
    domains: [
      { domain: 'tunnels', count: 3, leftOut: true },
      { domain: 'roads', count: 2, leftOut: false },
      { domain: '', count: 1, leftOut: false },
      { domain: 'bridges', count: 1, leftOut: false },
      { domain: 'empty', count: 0, leftOut: true },
    ],
    heldBack: [
      { why: 'level', count: 1 },
      { why: 'archived', count: 1 },
      { why: 'left-out', count: 3 },
    ],
  });
});

test('without facts every list is empty', () => {
  expect(sort([]).contents).toEqual({ levels: [], domains: [], heldBack: [] });
});
