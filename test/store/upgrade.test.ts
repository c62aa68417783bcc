/** Memories that an older Synapse wrote are opened by this one. */
import { type IDBPDatabase, openDB } from 'idb';
import { expect, test } from 'vitest';
import type { StoredFact } from '../../src/domain/fact.ts';
import { NodeStore } from '../../src/store/node-store.ts';
import { packPageIndex } from '../../src/store/page-index.ts';
import { KEY_PATHS } from '../../src/store/schema.ts';

const PAGE = 100;

function stored(seq: number): StoredFact {
  const domain = ['', 'roads', 'bridges'][seq % 3] as string;
  const words = { content: `${seq}`, level: 1, domain, module: '', isGene: false, source: '', createdAt: '' };
  const origin = { peerId: seq % 2 ? 'peer_a' : null, dropId: null, at: 0 };
  return { fact: { id: `id-${seq}`, ...words }, seq, stale: false, archived: false, origin, editedAt: null };
}

/** Pages of facts with the page indexes of versions 1 and 2, which had no domains. */
async function oldMemory(version: 1 | 2, pages: number): Promise<string> {
  const name = `old-${crypto.randomUUID()}`;
  const { signers, ...first } = KEY_PATHS;
  const db: IDBPDatabase = await openDB(name, version, {
    upgrade(opened) {
      const stores = version === 1 ? first : { ...first, signers };
      for (const [store, keyPath] of Object.entries(stores)) opened.createObjectStore(store, { keyPath });
      opened.createObjectStore('journal', { autoIncrement: true });
    },
  });
  for (let no = 0; no < pages; no++) {
    const facts = Array.from({ length: PAGE }, (_, slot) => stored(no * PAGE + slot + 1));
    const { domains: _, domainOf: __, ...index } = packPageIndex(no, facts);
    await db.put('pages', { no, facts });
    await db.put('twins', index);
  }
  await db.put('overlay', { id: 'id-3', stored: { ...stored(3), seq: pages * PAGE + 1, archived: true } });
  await db.put('overlay', { id: 'id-6', stored: { ...stored(6), seq: pages * PAGE + 2 } });
  await db.put('self', { id: 'counters', revision: 7, seq: pages * PAGE + 2, journal: 0, journalHead: '' });
  db.close();
  return name;
}

async function opened(name: string): Promise<NodeStore> {
  const events = { committed: () => undefined, movedElsewhere: () => undefined, hashLine: () => 'hash' };
  const store = new NodeStore(name, events, PAGE);
  await store.refresh();
  return store;
}

test.for([1, 2] as const)('the page indexes of a memory of version %i get their domains', async (version) => {
  const name = await oldMemory(version, 4);
  const store = await opened(name);
  expect(store.facts.numbers.map((no) => store.facts.page(no)?.domains)).toEqual([
    ['roads', 'bridges', ''],
    ['bridges', '', 'roads'],
    ['', 'roads', 'bridges'],
    ['roads', 'bridges', ''],
  ]);
  // 400 facts. Half of them are from peer_a. 133 have no domain: 66 of these are from peer_a, and one is archived.
  expect(store.facts.countWaiting(0, 'peer_a')).toBe(200);
  expect(store.facts.countWaiting(0, '')).toBe(399);
  expect(store.facts.countWaiting(0, '', new Set(['']))).toBe(267);
  expect(store.facts.countWaiting(0, '', new Set(['', 'roads']))).toBe(133);
  expect(store.facts.countWaiting(400, '', new Set(['roads']))).toBe(1);
  expect(store.facts.countWaiting(400, '', new Set(['']))).toBe(0);
  expect([store.facts.count, store.counters.revision]).toEqual([400, 7]);
  await store.transact({ pages: (facts) => facts.pagesToAppend() }, ({ pages }) =>
    store.facts.append([stored(store.nextSeq())], pages),
  );
  await store.close();
  const again = await opened(name);
  expect(again.facts.countWaiting(0, '')).toBe(400);
  await again.close();
});

test('an upgrade that fails rejects and leaves the memory as it was', async () => {
  const name = await oldMemory(2, 2);
  const spoilt = await openDB(name);
  await spoilt.put('pages', { no: 1, facts: [{ seq: 1 }] });
  spoilt.close();
  const store = new NodeStore(name, {
    committed: () => undefined,
    movedElsewhere: () => undefined,
    hashLine: () => '',
  });
  await expect(store.refresh()).rejects.toMatchObject({ code: 'store-unavailable' });
  const after = await openDB(name);
  expect([after.version, Object.keys(await after.get('twins', 0))]).toEqual([
    2,
    expect.not.arrayContaining(['domains']),
  ]);
  after.close();
  await store.close();
});
