import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import type { StoredFact } from '../../src/domain/fact.ts';
import { StoreError } from '../../src/store/database.ts';
import { NodeStore } from '../../src/store/node-store.ts';
import { KEY_PATHS } from '../../src/store/schema.ts';
import { eventually } from '../watch/eventually.ts';

const open: NodeStore[] = [];
let commits = 0;

async function openStore(name = `store-${crypto.randomUUID()}`): Promise<NodeStore> {
  const store = new NodeStore(name, {
    committed: () => {
      commits++;
    },
    movedElsewhere: () => void store.refresh(),
    hashLine: () => 'hash',
  });
  await store.refresh();
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

function fact(id: string, seq: number, content = id): StoredFact {
  return {
    fact: {
      id,
      content,
      level: 1,
      domain: '',
      module: '',
      isGene: false,
      source: 'manual',
      createdAt: '2026-01-01T00:00:00Z',
    },
    seq,
    stale: false,
    archived: false,
    origin: { peerId: null, dropId: null, at: 0 },
    editedAt: null,
  };
}

const put = (store: NodeStore, id: string) => store.transact({}, () => store.facts.put(fact(id, store.nextSeq())));

test('a change is there after reopening, and a decision without a change is no commit', async () => {
  const store = await openStore();
  commits = 0;
  await put(store, 'one');
  expect([store.counters.revision, commits]).toEqual([1, 1]);
  await store.transact({}, () => 'looked');
  expect([store.counters.revision, commits]).toEqual([1, 1]);
  const again = await openStore(store.name);
  expect([again.counters.revision, again.counters.seq, again.facts.count]).toEqual([1, 1, 1]);
});

test('a decision that throws leaves nothing in memory and nothing on disk', async () => {
  const store = await openStore();
  await put(store, 'one');
  const failing = store.transact({}, () => {
    store.facts.put(fact('two', store.nextSeq()));
    store.note({ kind: 'fact-added', at: 0 });
    throw new RangeError('a bug');
  });
  await expect(failing).rejects.toThrow(RangeError);
  await store.refresh();
  expect([store.facts.count, store.counters.seq, store.counters.journal]).toEqual([1, 1, 0]);
  await put(store, 'three');
  expect((await openStore(store.name)).facts.count).toBe(2);
});

test('a change that cannot be stored rejects with StoreError, and the memory is as stored', async () => {
  const store = await openStore();
  await put(store, 'one');
  const unstorable = { ...fact('two', 2), origin: { peerId: null, dropId: null, at: (() => 0) as unknown as number } };
  await expect(store.transact({}, () => store.facts.put(unstorable))).rejects.toMatchObject({ code: 'store-failed' });
  await store.refresh();
  expect(store.facts.count).toBe(1);
});

test('a memory of a newer Synapse is not touched', async () => {
  const name = `newer-${crypto.randomUUID()}`;
  await newerVersion(name);
  const store = new NodeStore(name, {
    committed: () => undefined,
    movedElsewhere: () => undefined,
    hashLine: () => 'hash',
  });
  open.push(store);
  await expect(store.refresh()).rejects.toThrow(StoreError);
  await expect(store.refresh()).rejects.toMatchObject({ code: 'store-newer' });
});

test('a newer version in another tab may upgrade, and this tab cannot write any more', async () => {
  const store = await openStore();
  await put(store, 'one');
  await newerVersion(store.name);
  await expect(put(store, 'two')).rejects.toMatchObject({ code: 'store-newer' });
});

test('two connections that write in turn never take the same sequence number or revision', async () => {
  const first = await openStore();
  const second = await openStore(first.name);
  await Promise.all(Array.from({ length: 40 }, (_, i) => put(i % 2 ? first : second, `fact-${i}`)));
  await eventually(() => expect([first.counters.revision, second.counters.revision]).toEqual([40, 40]));
  expect(first.counters.seq).toBe(40);
  const { rows } = await second.search.find({ search: '' }, 0, 100);
  expect(new Set(rows.map((row) => row.seq)).size).toBe(40);
});

function newerVersion(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 99);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

test('a failure that happened several times is told once, by the next commit', async () => {
  const store = await openStore();
  for (const at of [1, 2, 3]) store.noteLater({ kind: 'failed', at, subject: 'store-full' });
  await put(store, 'one');
  await put(store, 'two');
  const { records } = await store.readJournal();
  expect(records).toMatchObject([{ kind: 'failed', at: 1, subject: 'store-full' }]);
});

test('a memory of schema version 1 opens with all its records and the new stores', async () => {
  const name = `store-${crypto.randomUUID()}`;
  const { signers: _, ...stores } = KEY_PATHS;
  const old = await openDB(name, 1, {
    upgrade(db) {
      for (const [store, keyPath] of Object.entries(stores)) db.createObjectStore(store, { keyPath });
      db.createObjectStore('journal', { autoIncrement: true });
    },
  });
  await old.put('overlay', { id: 'one', stored: fact('one', 1) });
  const bringer = { peerId: 'p', dropId: 'd', at: 5 };
  await old.put('conflicts', { key: 'k', ...bringer, choice: null, fact: fact('x', 1).fact });
  await old.put('self', { id: 'counters', revision: 7, seq: 1, journal: 0, journalHead: '' });
  old.close();
  const store = await openStore(name);
  expect([store.facts.count, store.counters.revision]).toEqual([1, 7]);
  expect(store.conflicts.all()).toMatchObject([{ key: 'k', broughtBy: [bringer], decidedIn: null, choice: null }]);
  await store.transact({}, () => {
    store.signers.put({ peerId: 'peer_a', publicKey: new Uint8Array(32), signedSince: 1 });
  });
  expect((await openStore(name)).signers.get('peer_a')).toMatchObject({ signedSince: 1 });
});
