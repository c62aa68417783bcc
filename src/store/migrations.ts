/**
 * Lifts records of older versions to what they are now: at the upgrade of a memory, and when an old archive is restored
 * (ARCHITECTURE "Migrations").
 */
import type { IDBPTransaction } from 'idb';
import { packPageIndex } from './page-index.ts';
import type { Bringer, ConflictRecord, StoreName, SynapseDb } from './schema.ts';

/** Version 1 named only one drop for each conflict. */
export function liftConflict(record: Omit<ConflictRecord, 'broughtBy' | 'decidedIn'> & Bringer): ConflictRecord {
  const { peerId, dropId, at, ...rest } = record;
  return { ...rest, broughtBy: [{ peerId, dropId, at }], decidedIn: null };
}

/** `schema`: the version that wrote the record. The result is not checked yet. */
export function liftRecord(store: string, record: unknown, schema: number): unknown {
  const isOldConflict = store === 'conflicts' && schema === 1 && typeof record === 'object' && record !== null;
  return isOldConflict ? liftConflict(record as Parameters<typeof liftConflict>[0]) : record;
}

export type Upgrade = IDBPTransaction<SynapseDb, StoreName[], 'versionchange'>;

export async function liftConflicts(tx: Upgrade): Promise<void> {
  const conflicts = tx.objectStore('conflicts');
  for (const record of await conflicts.getAll())
    await conflicts.put(liftRecord('conflicts', record, 1) as ConflictRecord);
}

/**
 * In versions 1 and 2 a page index had no domains. One page after the other: all at once may be more than a phone can
 * hold.
 */
export async function repackPageIndexes(tx: Upgrade): Promise<void> {
  const twins = tx.objectStore('twins');
  for await (const { value } of tx.objectStore('pages')) await twins.put(packPageIndex(value.no, value.facts));
}
