/** Records as older versions kept them, lifted to what they are now: by the upgrade of a memory, and where an old archive is restored. */
import type { IDBPTransaction } from 'idb';
import { packPageIndex } from './page-index.ts';
import type { Bringer, ConflictRecord, StoreName, SynapseDb } from './schema.ts';

/** Version 1 knew of one drop for each version that was kept. */
export function liftConflict(record: Omit<ConflictRecord, 'broughtBy' | 'decidedIn'> & Bringer): ConflictRecord {
  const { peerId, dropId, at, ...rest } = record;
  return { ...rest, broughtBy: [{ peerId, dropId, at }], decidedIn: null };
}

/** `schema`: the version that wrote it. What comes out is still to be checked. */
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

/** Versions 1 and 2 knew nothing of domains without reading the pages. One page after the other: all at once may be more than a phone holds. */
export async function repackPageIndexes(tx: Upgrade): Promise<void> {
  const twins = tx.objectStore('twins');
  for await (const { value } of tx.objectStore('pages')) await twins.put(packPageIndex(value.no, value.facts));
}
