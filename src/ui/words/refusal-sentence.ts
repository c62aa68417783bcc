import type { RefusalCode } from '../../domain/refusal.ts';
/** How a refusal is told (DESIGN 4.3). */
export interface RefusalSentence {
  /** What happened, with the figures found and wanted. The place is shown beside it. */
  readonly what: string;
  /** What became of the data; where missing, the catalogue's "Nothing was changed" stands. */
  readonly changed?: string;
  /** What to do next. */
  readonly next: string;
}

/** What a single row of a drop is refused for, while the rest is taken. */
export type RowRefusal = Extract<
  RefusalCode,
  'foreign-gene' | 'gene-changed' | 'level-not-carried' | 'empty-id' | 'empty-content' | 'duplicate-id'
>;
