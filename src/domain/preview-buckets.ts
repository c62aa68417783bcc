/** The buckets of a preview: how many rows are in each, and what a person can choose for them. */
import { type BucketName, CHOICES, type PreviewAct, type RowsPreview } from './preview.ts';

/** Buckets in the order of the screen. News comes first, and refused rows never stand at the end of a long list. */
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

/** How a person chooses: by a checkbox (take or leave), among versions (ours, theirs, both, leave), or not at all. */
export type Choosing = 'ticks' | 'versions' | 'nothing';

/** Whether Accept takes in rows, so that a person can choose among them. */
export function takesRows(act: PreviewAct): boolean {
  return act === 'take-in' || act === 'restore-backup';
}

export function choosingOf({ act }: RowsPreview, bucket: BucketName): Choosing {
  const choices = takesRows(act) ? CHOICES[bucket] : [];
  if (choices.length === 0) return 'nothing';
  return choices.includes('theirs') ? 'versions' : 'ticks';
}

export function countOf(preview: RowsPreview, bucket: BucketName): number {
  return IN_ORDER[bucket](preview) ?? 0;
}

/** The buckets that hold rows, in the order of the screen. */
export function bucketsOf(preview: RowsPreview): readonly BucketName[] {
  return (Object.keys(IN_ORDER) as BucketName[]).filter((bucket) => countOf(preview, bucket) > 0);
}
