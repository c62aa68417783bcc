import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Confirmed,
  goesTo,
  isLeftOut,
  leftOutDomains,
  madeWithout,
  newsFor,
  speaksForAll,
  withDomainBack,
  withDomainLeftOut,
} from '../../src/domain/left-out.ts';
import { aFact, aStored } from './a-fact.ts';

describe('what a peer is known to have', () => {
  const out = (domain: string, since: number, sinceAt?: number) => ({
    domain,
    since,
    ...(sinceAt !== undefined && { sinceAt }),
  });
  test.for<[string, Confirmed, Confirmed]>([
    [
      'is nothing, if nothing was confirmed',
      withDomainLeftOut({ confirmedUpTo: 0 }, 'a'),
      { confirmedUpTo: 0, leftOut: [out('a', 0)] },
    ],
    [
      'stays if a domain is left out',
      withDomainLeftOut({ confirmedUpTo: 9, confirmedAt: 5, leftOut: [out('b', 2)] }, 'a'),
      { confirmedUpTo: 9, confirmedAt: 5, leftOut: [out('b', 2), out('a', 9, 5)] },
    ],
    [
      'falls to what it was then if the domain is put back',
      withDomainBack({ confirmedUpTo: 40, confirmedAt: 8, leftOut: [out('b', 2), out('a', 9, 5)] }, 'a'),
      { confirmedUpTo: 9, confirmedAt: 5, leftOut: [out('b', 2)] },
    ],
    [
      'is nothing again if it was nothing then',
      withDomainBack({ confirmedUpTo: 40, confirmedAt: 8, leftOut: [out('a', 0)] }, 'a'),
      { confirmedUpTo: 0, leftOut: [] },
    ],
    [
      'does not grow if a domain is put back',
      withDomainBack({ confirmedUpTo: 2, confirmedAt: 3, leftOut: [out('a', 9, 5)] }, 'a'),
      { confirmedUpTo: 2, confirmedAt: 3, leftOut: [] },
    ],
    [
      'stays if the domain was not left out',
      withDomainBack({ confirmedUpTo: 7, leftOut: [out('a', 1)] }, 'b'),
      { confirmedUpTo: 7, leftOut: [out('a', 1)] },
    ],
  ])('%s', ([, made, wanted]) => expect(made).toEqual(wanted));
});

describe('whether a receipt may raise what is confirmed', () => {
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
  ])('drop made without %j, left out now %j: %s', ([without, domains, speaks]) => {
    const known = domains.reduce(withDomainLeftOut, { confirmedUpTo: 3 });
    expect(speaksForAll(without === undefined ? {} : { without }, known)).toBe(speaks);
  });
});

/** Bob has everything up to 40, and of the domains that are left out for him what was confirmed before. */
const BOB = {
  peerId: 'bob',
  confirmedUpTo: 40,
  leftOut: [
    { domain: 'a', since: 9 },
    { domain: '', since: 60 },
  ],
};
const ALL_GO = { peerId: 'bob', confirmedUpTo: 40 };

describe('what goes to a peer', () => {
  test.for<[string, Confirmed, domain: string, isGene: boolean, boolean]>([
    ['everything if nothing is left out', ALL_GO, 'a', false, true],
    ['no fact of a domain that is left out', BOB, 'a', false, false],
    ['no fact without a domain if those are left out', BOB, '', false, false],
    ['a fact of any other domain', BOB, 'b', false, true],
    ['a gene of a domain that is left out', BOB, 'a', true, true],
  ])('%s', ([, known, domain, isGene, goes]) => {
    expect(goesTo(known)(aFact({ domain, isGene }))).toBe(goes);
  });

  test('the domains that are left out are in the order in which they were', () => {
    expect([...leftOutDomains(BOB)]).toEqual(['a', '']);
    expect([...leftOutDomains(ALL_GO)]).toEqual([]);
  });

  test('the ledger remembers them with a drop, and nothing if there are none', () => {
    expect(madeWithout(BOB)).toEqual({ without: ['a', ''] });
    expect(madeWithout(ALL_GO)).toEqual({});
  });
});

describe('what is new for a peer', () => {
  test('may lie past the least that is confirmed of any domain', () => {
    expect(newsFor(BOB).past).toBe(9);
    expect(newsFor(ALL_GO).past).toBe(40);
    expect(newsFor({ ...BOB, leftOut: [{ domain: 'a', since: 60 }] }).past).toBe(40);
  });

  test.for<[string, domain: string, seq: number, boolean]>([
    ['a fact past what is confirmed', 'b', 41, true],
    ['no fact that is confirmed', 'b', 40, false],
    ['a fact of a left-out domain past what was confirmed when it was left out', 'a', 10, true],
    ['no fact of a left-out domain that was confirmed by then', 'a', 9, false],
    ['no fact of a left-out domain that is confirmed since: another domain was put back', '', 40, false],
    ['a fact of such a domain past what is confirmed', '', 41, true],
  ])('is %s', ([, domain, seq, isNew]) => {
    expect(newsFor(BOB).isNew({ ...aStored(aFact({ domain })), seq })).toBe(isNew);
  });

  test('is no fact that came from the peer, unless it was edited here', () => {
    const fromBob = { ...aStored(aFact()), seq: 41, origin: { peerId: 'bob', dropId: 'drop', at: 0 } };
    expect(newsFor(BOB).isNew(fromBob)).toBe(false);
    expect(newsFor(BOB).isNew({ ...fromBob, editedAt: 1 })).toBe(true);
  });

  test('is by its own number if it is not carried: it is only counted as what stays here', () => {
    const stale = { ...aStored(aFact({ domain: 'a' })), seq: 10, stale: true };
    expect(newsFor(BOB).isNew(stale)).toBe(false);
    expect(newsFor(BOB).isNew({ ...stale, seq: 41 })).toBe(true);
  });
});

interface Sent {
  readonly upTo: number;
  readonly without: readonly string[];
  readonly holds: readonly number[];
}

/** New facts, lost drops, late receipts, domains that are left out and put back, in any order. */
test('no fact counts as known before it has arrived, and in the end every fact has arrived', () => {
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
          else known = (isLeftOut(known, one.domain) ? withDomainBack : withDomainLeftOut)(known, one.domain);
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
      for (const { domain } of known.leftOut ?? []) known = withDomainBack(known, domain);
      arrive(make(known.confirmedUpTo));
      expect(numbers().filter((seq) => !theirs.has(seq))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
