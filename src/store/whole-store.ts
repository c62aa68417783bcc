/**
 * Everything that a node remembers, record by record, for archives. Not part of it: the page indexes, which follow from
 * the pages, and what only this installation knows (`device`). The caller holds the write lock.
 */
import type { StoreValue } from 'idb';
import type { Database } from './database.ts';
import type { StoreName, SynapseDb } from './schema.ts';

/** In the order of an archive: who the node is, and its genome, come first. */
export const ARCHIVED = [
  'self',
  'genes',
  'peers',
  'exchanges',
  'signers',
  'handshakes',
  'backups',
  'kept',
  'incidents',
  'conflicts',
  'drops',
  'journal',
  'overlay',
  'pages',
] as const satisfies readonly StoreName[];
export type ArchivedStore = (typeof ARCHIVED)[number];

export type StoredRecord = StoreValue<SynapseDb, ArchivedStore>;

export type StoredRow = {
  readonly [Store in ArchivedStore]: { readonly store: Store; readonly record: StoreValue<SynapseDb, Store> };
}[ArchivedStore];

/** How many records are read at once, if they are large. */
const BATCH: Readonly<Partial<Record<ArchivedStore, number>>> = { pages: 1, kept: 1 };
/** How many are read at once otherwise. */
const MANY = 1000;

/** Every record, store by store, in the order of the keys. */
export async function* readWhole(database: Database): AsyncGenerator<StoredRow> {
  for (const store of ARCHIVED) {
    let after: IDBKeyRange | null = null;
    for (;;) {
      const limit = BATCH[store] ?? MANY;
      const { keys, records } = await database.with(async (db) => {
        const tx = db.transaction(store, 'readonly');
        const [found, values] = await Promise.all([tx.store.getAllKeys(after, limit), tx.store.getAll(after, limit)]);
        return { keys: found, records: values };
      });
      for (const record of records) yield { store, record } as StoredRow;
      const last = keys.at(-1);
      if (last === undefined || keys.length < limit) break;
      after = IDBKeyRange.lowerBound(last, true);
    }
  }
}

/** Deletes everything in one transaction, also what only this installation knows. Rejects with StoreError. */
export async function clearWhole(database: Database): Promise<void> {
  await database.with(async (db) => {
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
    for (const name of names)
      void tx
        .objectStore(name)
        .clear()
        .catch(() => undefined); // If it fails, `done` tells.
    await tx.done;
  });
}
