/**
 * Everything that a node remembers, record by record: read to be archived, and replaced in one step (DESIGN 7). Twins are not part of it: they follow
 * from the pages. Nor is what only this installation knows (`device`). Both run while the write lock is held.
 */
import type { StoreValue } from 'idb';
import { abort, type Database, type StoreName } from './database.ts';
import { packTwin } from './fact-page.ts';
import { type Counters, type DeviceRecord, KEY_PATHS, type SynapseDb } from './schema.ts';

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

/** Puts rows aside: they are nothing yet. */
export async function stage(database: Database, rows: readonly StoredRow[]): Promise<void> {
  await database.with(async (db) => {
    const tx = db.transaction('staged', 'readwrite');
    for (const row of rows) void tx.store.add(row).catch(() => undefined); // What became of it, `done` tells.
    await tx.done;
  });
}

export async function clearStaged(database: Database): Promise<void> {
  await database.with((db) => db.clear('staged'));
}

/**
 * Replaces everything by what was put aside, in one transaction: before it ends the old memory is there, after it the new one. `revision`: the least that
 * the new memory has to stand at, so that every tab sees that it is another one. `device`: what is written down beside it; `told` hears of each record.
 */
export async function takeStaged(
  database: Database,
  revision: number,
  device: readonly DeviceRecord[],
  told: (done: number) => void,
): Promise<void> {
  await database.with(async (db) => {
    const tx = db.transaction([...Object.keys(KEY_PATHS), 'journal', 'staged'] as StoreName[], 'readwrite', {
      durability: 'strict',
    });
    try {
      for (const store of [...ARCHIVED, 'twins'] as const) await tx.objectStore(store).clear();
      let done = 0;
      for await (const { value } of tx.objectStore('staged')) {
        const { store, record } = value;
        if (store === 'pages') {
          const page = record as StoreValue<SynapseDb, 'pages'>;
          await tx.objectStore('twins').put(packTwin(page.no, page.facts));
        }
        // The row was checked against the shape of its store when it was put aside.
        await (tx.objectStore(store) as { put(row: unknown): Promise<unknown> }).put(
          atLeast(record as StoredRecord, revision),
        );
        done++;
        told(done);
      }
      await tx.objectStore('staged').clear();
      for (const record of device) await tx.objectStore('device').put(record);
      await tx.done;
    } catch (error) {
      abort(tx);
      throw error;
    }
  });
}

function atLeast(record: StoredRecord, revision: number): StoredRecord {
  const isCounters = 'id' in record && record.id === 'counters';
  if (!isCounters) return record;
  const counters = record as Counters;
  return { ...counters, revision: Math.max(counters.revision, revision) };
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
