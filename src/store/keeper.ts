import type { JournalRecord } from './schema.ts';

/** Who hears of changes, and seals the journal. */
export interface Keeper {
  /** Memory is another than before, and stored. */
  committed(): void;
  /** Another tab has committed: memory is to be refreshed. */
  movedElsewhere(): void;
  /** The hash of a line of the journal, that the next one is chained to. */
  seal(record: JournalRecord): string;
}
