/** Records as older versions kept them, lifted to what they are now: by the upgrade of a memory, and where an old archive is restored. */
import type { Bringer, ConflictRecord } from './schema.ts';

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
