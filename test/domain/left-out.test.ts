import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Confirmed, isLeftOut, leftOut, putBack, speaksForAll } from '../../src/domain/left-out.ts';

describe('what is known to have arrived', () => {
  const out = (domain: string, since: number, sinceAt?: number) => ({
    domain,
    since,
    ...(sinceAt !== undefined && { sinceAt }),
  });
  test.for<[string, Confirmed, Confirmed]>([
    ['of nothing confirmed', leftOut({ confirmedUpTo: 0 }, 'a'), { confirmedUpTo: 0, leftOut: [out('a', 0)] }],
    [
      'stays when a domain is left out',
      leftOut({ confirmedUpTo: 9, confirmedAt: 5, leftOut: [out('b', 2)] }, 'a'),
      { confirmedUpTo: 9, confirmedAt: 5, leftOut: [out('b', 2), out('a', 9, 5)] },
    ],
    [
      'goes back to what it was then when the domain is put back',
      putBack({ confirmedUpTo: 40, confirmedAt: 8, leftOut: [out('b', 2), out('a', 9, 5)] }, 'a'),
      { confirmedUpTo: 9, confirmedAt: 5, leftOut: [out('b', 2)] },
    ],
    [
      'is nothing again where nothing was then',
      putBack({ confirmedUpTo: 40, confirmedAt: 8, leftOut: [out('a', 0)] }, 'a'),
      { confirmedUpTo: 0, leftOut: [] },
    ],
    [
      'does not grow by that',
      putBack({ confirmedUpTo: 2, confirmedAt: 3, leftOut: [out('a', 9, 5)] }, 'a'),
      { confirmedUpTo: 2, confirmedAt: 3, leftOut: [] },
    ],
    [
      'stays where the domain was never left out',
      putBack({ confirmedUpTo: 7, leftOut: [out('a', 1)] }, 'b'),
      { confirmedUpTo: 7, leftOut: [out('a', 1)] },
    ],
  ])('%s', ([, made, wanted]) => expect(made).toEqual(wanted));
});

describe('whether a receipt speaks for all that goes', () => {
  test.for<[without: readonly string[] | undefined, leftOutNow: readonly string[], boolean]>([
    [undefined, [], true],
    [undefined, ['a'], true],
    [[], ['a'], true],
    [['a'], ['a'], true],
    [['a'], ['a', 'b'], true],
    [['a'], [], false],
    [['a', 'b'], ['a'], false],
    [[''], ['a'], false],
    [[''], [''], true],
  ])('made without %j, left out now %j: %s', ([without, domains, speaks]) => {
    const known = domains.reduce(leftOut, { confirmedUpTo: 3 });
    expect(speaksForAll(without === undefined ? {} : { without }, known)).toBe(speaks);
  });
});

interface Sent {
  readonly upTo: number;
  readonly without: readonly string[];
  readonly holds: readonly number[];
}

/** Facts, drops that go astray, receipts that come late, domains in and out: in any order. */
test('nothing that goes counts as known before it has arrived, and in the end all of it arrives', () => {
  const domain = fc.constantFrom('', 'a');
  const act = fc.oneof(
    fc.record({ act: fc.constantFrom('add' as const, 'turn' as const), domain }),
    fc.record({ act: fc.constant('make' as const), everything: fc.boolean() }),
    fc.record({ act: fc.constantFrom('arrive' as const, 'confirm' as const), pick: fc.nat() }),
  );
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), (acts) => {
      let known: Confirmed = { confirmedUpTo: 0 };
      const facts: string[] = [];
      const theirs = new Set<number>();
      const drops: Sent[] = [];
      const arrived: Sent[] = [];
      const goes = (seq: number) => !isLeftOut(known, facts[seq - 1] as string);
      const numbers = () => facts.map((_, index) => index + 1);
      const make = (since: number) => {
        const without = (known.leftOut ?? []).map((one) => one.domain);
        const drop = { upTo: facts.length, without, holds: numbers().filter((seq) => seq > since && goes(seq)) };
        drops.push(drop);
        return drop;
      };
      const arrive = (drop: Sent) => {
        for (const seq of drop.holds) theirs.add(seq);
        arrived.push(drop);
      };
      for (const one of acts) {
        if ('domain' in one) {
          if (one.act === 'add') facts.push(one.domain);
          else known = (isLeftOut(known, one.domain) ? putBack : leftOut)(known, one.domain);
        } else if ('everything' in one) make(one.everything ? 0 : known.confirmedUpTo);
        else if (one.act === 'arrive') {
          const drop = drops[one.pick % drops.length];
          if (drop) arrive(drop);
        } else {
          const drop = arrived[one.pick % arrived.length];
          if (drop && speaksForAll(drop, known))
            known = { ...known, confirmedUpTo: Math.max(known.confirmedUpTo, drop.upTo) };
        }
        const missing = numbers().filter((seq) => seq <= known.confirmedUpTo && goes(seq) && !theirs.has(seq));
        expect(missing).toEqual([]);
      }
      for (const { domain } of known.leftOut ?? []) known = putBack(known, domain);
      arrive(make(known.confirmedUpTo));
      expect(numbers().filter((seq) => !theirs.has(seq))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
