import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredFact } from '../../src/domain/fact.ts';
import { PAGE_SIZE } from '../../src/store/fact-pages.ts';
import { NodeStore } from '../../src/store/node-store.ts';

type Act =
  | { readonly act: 'put' | 'delete'; readonly id: string }
  | { readonly act: 'append'; readonly count: number }
  | { readonly act: 'dropAll'; readonly every: number }
  | { readonly act: 'reopen' };

/** So small that a few facts fill, empty and fold several pages. */
const SMALL_PAGE = 4;

// Ids of facts that were put one by one, and of facts that were appended.
const ids = fc.tuple(fc.constantFrom('id', 'new'), fc.integer({ min: 0, max: 20 })).map(([kind, n]) => `${kind}-${n}`);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constantFrom('put' as const, 'delete' as const), id: ids }),
  fc.record({ act: fc.constant('append' as const), count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ act: fc.constant('dropAll' as const), every: fc.integer({ min: 1, max: 5 }) }),
  fc.constant({ act: 'reopen' as const }),
);

/** Every third fact is of the domain `d0`. */
function stored(id: string, seq: number, content = `${id} ${seq}`): StoredFact {
  return {
    fact: {
      id,
      content,
      level: 1,
      domain: `d${seq % 3}`,
      module: '',
      isGene: false,
      source: '',
      createdAt: '2026-01-01T00:00:00Z',
    },
    seq,
    stale: false,
    archived: seq % 7 === 0,
    origin: { peerId: seq % 2 ? 'peer_a' : null, dropId: null, at: 0 },
    editedAt: null,
  };
}

async function opened(name: string, pageSize?: number): Promise<NodeStore> {
  const events = { committed: () => undefined, movedElsewhere: () => undefined, hashLine: () => 'hash' };
  const store = new NodeStore(name, events, pageSize);
  await store.refresh();
  return store;
}

async function everything(store: NodeStore): Promise<readonly StoredFact[]> {
  const found = await Promise.all([
    store.search.find({ search: '' }, 0, 100_000),
    store.search.find({ search: '', mark: 'archived' }, 0, 100_000),
  ]);
  return found.flatMap(({ rows }) => rows).sort((a, b) => b.seq - a.seq);
}

test('pages and overlay hold what a map holds, after any changes, appends and reopenings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const model = new Map<string, StoredFact>();
      const name = `pages-${crypto.randomUUID()}`;
      let store = await opened(name, SMALL_PAGE);
      let appended = 0;
      for (const one of acts) {
        if (one.act === 'reopen') {
          await store.close();
          store = await opened(name, SMALL_PAGE);
        } else if (one.act === 'append') {
          const fresh = Array.from({ length: one.count }, () => `new-${appended++}`).filter((id) => !model.has(id));
          await store.transact({ pages: (facts) => facts.pagesToAppend() }, ({ pages }) => {
            const first = store.nextSeq(fresh.length);
            const facts = fresh.map((id, index) => stored(id, first + index));
            for (const fact of facts) model.set(fact.fact.id, fact);
            store.facts.append(facts, pages);
          });
        } else if (one.act === 'dropAll') {
          const dropped = new Set([...model.keys()].filter((_, index) => index % one.every === 0));
          await store.transact({ pages: (facts) => facts.pagesHolding(dropped) }, ({ pages }) => {
            store.facts.deleteAll(dropped, pages);
          });
          for (const id of dropped) model.delete(id);
        } else {
          await store.transact({}, () => {
            if (one.act === 'delete') {
              model.delete(one.id);
              store.facts.delete(one.id);
            } else {
              const fact = stored(one.id, store.nextSeq());
              model.set(one.id, fact);
              store.facts.put(fact);
            }
          });
        }
        expect(store.facts.count).toBe(model.size);
      }
      expect(await everything(store)).toEqual([...model.values()].sort((a, b) => b.seq - a.seq));
      const waiting = [...model.values()].filter(
        (fact) => fact.seq > 5 && !fact.archived && fact.origin.peerId !== 'peer_a',
      );
      expect(store.facts.countWaiting(5, 'peer_a')).toBe(waiting.length);
      const without = waiting.filter(({ fact }) => fact.domain !== 'd0');
      expect(store.facts.countWaiting(5, 'peer_a', new Set(['d0', 'elsewhere']))).toBe(without.length);
      await store.close();
    }),
    { numRuns: 100 },
  );
});

test('a large drop fills pages of one size, and the next drop continues the last page', async () => {
  const store = await opened(`pages-${crypto.randomUUID()}`);
  const append = (prefix: string, count: number) =>
    store.transact({ pages: (facts) => facts.pagesToAppend() }, ({ pages }) => {
      const first = store.nextSeq(count);
      const facts = Array.from({ length: count }, (_, index) => stored(`${prefix}${index}`, first + index));
      store.facts.append(facts, pages);
      return pages.size;
    });
  expect(await append('a', PAGE_SIZE * 2 + 10)).toBe(0);
  expect(store.facts.numbers.map((no) => store.facts.page(no)?.ids.length)).toEqual([PAGE_SIZE, PAGE_SIZE, 10]);
  expect(await append('b', PAGE_SIZE)).toBe(1);
  expect(store.facts.numbers.map((no) => store.facts.page(no)?.ids.length)).toEqual([
    PAGE_SIZE,
    PAGE_SIZE,
    PAGE_SIZE,
    10,
  ]);
  await store.transact({}, () => store.facts.delete('a5'));
  expect(await append('c', 1)).toBe(2);
  expect(store.facts.numbers.map((no) => store.facts.page(no)?.ids.length)).toEqual([
    PAGE_SIZE - 1,
    PAGE_SIZE,
    PAGE_SIZE,
    11,
  ]);
  await store.close();
});

test('search finds parts of words in any case, the newest change first, in windows', async () => {
  const store = await opened(`pages-${crypto.randomUUID()}`);
  await store.transact({ pages: (facts) => facts.pagesToAppend() }, ({ pages }) => {
    const first = store.nextSeq(3);
    store.facts.append(
      ['APT28 bears', 'Ведомость', 'apt29 bears'].map((content, at) => stored(`id${at}`, first + at, content)),
      pages,
    );
  });
  const contents = async (search: string, offset = 0, limit = 10) =>
    (await store.search.find({ search }, offset, limit)).rows.map((row) => row.fact.content);
  expect(await contents('apt2')).toEqual(['apt29 bears', 'APT28 bears']);
  expect(await contents('apt2', 1, 1)).toEqual(['APT28 bears']);
  expect(await contents('вЕДОМ')).toEqual(['Ведомость']);
  await store.transact({}, () => store.facts.put(stored('id0', store.nextSeq(), 'APT28, edited')));
  expect(await contents('apt2')).toEqual(['APT28, edited', 'apt29 bears']);
  expect(await contents('APT28 bears')).toEqual([]);
  await store.close();
});

test('a fold that empties the last page leaves the one before it whole', async () => {
  const store = await opened(`pages-${crypto.randomUUID()}`, SMALL_PAGE);
  const append = (ids: readonly string[]) =>
    store.transact({ pages: (facts) => facts.pagesToAppend() }, ({ pages }) => {
      const first = store.nextSeq(ids.length);
      store.facts.append(
        ids.map((id, index) => stored(id, first + index)),
        pages,
      );
    });
  await append(['a', 'b', 'c', 'd', 'e', 'f']);
  await store.transact({}, () => {
    store.facts.delete('e');
    store.facts.delete('f');
  });
  await append(['g']);
  const again = await opened(store.name, SMALL_PAGE);
  expect((await everything(again)).map((row) => row.fact.id)).toEqual(['g', 'd', 'c', 'b', 'a']);
  await store.close();
  await again.close();
});

test('a fold that empties the only page does not bring back an outdated fact', async () => {
  const store = await opened(`pages-${crypto.randomUUID()}`, SMALL_PAGE);
  const append = (id: string) =>
    store.transact({ pages: (facts) => facts.pagesToAppend() }, ({ pages }) =>
      store.facts.append([stored(id, store.nextSeq())], pages),
    );
  await append('a');
  await store.transact({}, () => store.facts.put(stored('a', store.nextSeq(), 'a, edited')));
  await append('b');
  expect((await everything(store)).map((row) => row.fact.content)).toEqual(['b 3', 'a, edited']);
  await store.close();
});
