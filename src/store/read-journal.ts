import type { Read } from './database.ts';
import { countersOf } from './running-numbers.ts';
import type { JournalRecord } from './schema.ts';

export interface WholeJournal {
  /** Oldest first. */
  readonly records: readonly JournalRecord[];
  /** The seal that the last line has to have. */
  readonly head: string;
}

export async function readJournal(tx: Read): Promise<WholeJournal> {
  const [records, counters] = await Promise.all([
    tx.objectStore('journal').getAll(),
    tx.objectStore('self').get('counters'),
  ]);
  return { records, head: countersOf(counters).journalHead };
}
