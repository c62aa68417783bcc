/** How a refusal is told: ARCHITECTURE "Refusals and outcomes". */
import type { RefusalCode } from '../../domain/refusal.ts';

export interface RefusalSentence {
  /** What happened, with the figures found and wanted. The place is shown beside it. */
  readonly what: string;
  /** What became of the data. Without it, the catalogue's "Nothing was changed" is shown. */
  readonly changed?: string;
  /** What to do next. */
  readonly next: string;
}

/** Why a single row of a drop is refused while the other rows are taken. */
export type RowRefusal = Extract<
  RefusalCode,
  'foreign-gene' | 'gene-changed' | 'level-not-carried' | 'empty-id' | 'empty-content' | 'duplicate-id'
>;
