import type { RefusalCode } from '../../domain/refusal.ts';

/** What a single row of a drop is refused for, while the rest is taken. */
export type RowRefusal = Extract<
  RefusalCode,
  'foreign-gene' | 'gene-changed' | 'level-not-carried' | 'empty-id' | 'empty-content' | 'duplicate-id'
>;
