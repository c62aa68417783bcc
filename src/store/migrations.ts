/**
 * The version of the schema, and how memories and records of older versions become what they are now: at the upgrade of
 * a memory, and when an old archive is restored (ARCHITECTURE "Migrations").
 */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { packPageIndex } from './page-index.ts';
import { type Bringer, type ConflictRecord, KEY_PATHS, type StoreName, type SynapseDb } from './schema.ts';

/** 2 added `signers`, 3 the domains in page indexes, 4 `staged` and `device`. */
export const SCHEMA_VERSION = 4;

export type Upgrade = IDBPTransaction<SynapseDb, StoreName[], 'versionchange'>;

/** A version adds stores and removes none. Stores that are there stay as they are. */
export function addStores(db: IDBPDatabase<SynapseDb>): void {
  for (const [name, keyPath] of Object.entries(KEY_PATHS) as [keyof typeof KEY_PATHS, string][]) {
    if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { keyPath });
  }
  for (const name of ['journal', 'staged'] as const) {
    if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { autoIncrement: true });
  }
}

/** Lifts the records of a memory of version `from`, one step a version. 0: the memory is new. */
export async function liftMemory(from: number, tx: Upgrade): Promise<void> {
  if (from === 1) await liftConflicts(tx);
  if (from === 1 || from === 2) await repackPageIndexes(tx);
}

/** Lifts a record of an archive. `schema`: the version that wrote it. The result is not checked yet. */
export function liftRecord(store: string, record: unknown, schema: number): unknown {
  const isOldConflict = store === 'conflicts' && schema === 1 && typeof record === 'object' && record !== null;
  return isOldConflict ? liftConflict(record as OldConflict) : record;
}

/** Version 1 named only one drop for each conflict. */
type OldConflict = Omit<ConflictRecord, 'broughtBy' | 'decidedIn'> & Bringer;

function liftConflict({ peerId, dropId, at, ...rest }: OldConflict): ConflictRecord {
  return { ...rest, broughtBy: [{ peerId, dropId, at }], decidedIn: null };
}

async function liftConflicts(tx: Upgrade): Promise<void> {
  const conflicts = tx.objectStore('conflicts');
  for (const record of await conflicts.getAll())
    await conflicts.put(liftRecord('conflicts', record, 1) as ConflictRecord);
}

/**
 * In versions 1 and 2 a page index had no domains. One page after the other: all at once may be more than a phone can
 * hold.
 */
async function repackPageIndexes(tx: Upgrade): Promise<void> {
  const twins = tx.objectStore('twins');
  for await (const { value } of tx.objectStore('pages')) await twins.put(packPageIndex(value.no, value.facts));
}
