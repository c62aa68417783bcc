/** The buckets of a preview: how many rows are in each, and what a person can choose for them. */
import type { BucketName, PreviewAct, RowsPreview } from './preview.ts';

/** What is new comes first; what was refused is never hidden at the end of a long list. */
const IN_ORDER: Readonly<Record<BucketName, (preview: RowsPreview) => number | undefined>> = {
  fresh: ({ facts }) => facts.fresh,
  updates: ({ facts }) => facts.updates,
  conflicts: ({ facts }) => facts.conflicts,
  incidentsFresh: ({ incidents }) => incidents?.fresh,
  incidentsUpdates: ({ incidents }) => incidents?.updates,
  incidentsViews: ({ incidents }) => incidents?.views,
  refused: ({ facts }) => facts.refused,
  incidentsRefused: ({ incidents }) => incidents?.refused,
  genes: ({ facts }) => facts.genes,
  present: ({ facts }) => facts.present,
  incidentsPresent: ({ incidents }) => incidents?.present,
};

export const INCIDENTS_THAT_BRING_NEWS = ['incidentsFresh', 'incidentsUpdates', 'incidentsViews'] as const;

/** ticks: a row is taken or left out; versions: one of two versions is chosen, both, or none. */
export type Choosing = 'ticks' | 'versions' | 'nothing';

const CHOOSING: Readonly<Record<BucketName, Choosing>> = {
  fresh: 'ticks',
  updates: 'ticks',
  conflicts: 'versions',
  refused: 'nothing',
  genes: 'nothing',
  present: 'nothing',
  incidentsFresh: 'ticks',
  incidentsUpdates: 'ticks',
  incidentsViews: 'ticks',
  incidentsRefused: 'nothing',
  incidentsPresent: 'nothing',
};

/** Does Accept take in rows, so that they can be chosen? */
export function takesRows(act: PreviewAct): boolean {
  return act === 'take-in' || act === 'restore-backup';
}

export function choosingOf({ act }: RowsPreview, bucket: BucketName): Choosing {
  return takesRows(act) ? CHOOSING[bucket] : 'nothing';
}

export function countOf(preview: RowsPreview, bucket: BucketName): number {
  return IN_ORDER[bucket](preview) ?? 0;
}

/** Those with rows in them, in the order they are shown. */
export function bucketsOf(preview: RowsPreview): readonly BucketName[] {
  return (Object.keys(IN_ORDER) as BucketName[]).filter((bucket) => countOf(preview, bucket) > 0);
}
