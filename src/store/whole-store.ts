/**
 * Everything that a node remembers, record by record (DESIGN 7). Twins are not part of it: they follow from the pages. Nor is what only this installation
 * knows (`device`). The write lock is held.
 */
import type { StoreValue } from 'idb';
import type { Database } from './database.ts';
import type { StoreName, SynapseDb } from './schema.ts';

/** In the order they are written: who it is and what it lives by comes first. */
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

/** Records read at once: of the large ones few. */
const BATCH: Readonly<Partial<Record<ArchivedStore, number>>> = { pages: 1, kept: 1 };
const MANY = 1000;

/** Every record, in the order of its key. */
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

/** Forgets everything, what only this installation knows included, in one transaction. */
export async function clearWhole(database: Database): Promise<void> {
  await database.with(async (db) => {
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
    for (const name of names)
      void tx
        .objectStore(name)
        .clear()
        .catch(() => undefined); // What became of it, `done` tells.
    await tx.done;
  });
}
