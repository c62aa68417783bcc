/** How many rows Accept will take in, with the choices that a person has made so far. */
import type { BucketName, ChosenCounts, RowChoice, RowsPreview } from './preview.ts';
import { countOf, INCIDENTS_THAT_BRING_NEWS } from './preview-buckets.ts';

export interface AcceptPlan {
  readonly facts: Share;
  readonly updates: Share;
  readonly incidents: Share;
  readonly conflicts: Readonly<Record<RowChoice, number>> & { readonly total: number };
}

/** How many of all rows are taken. */
export interface Share {
  readonly taken: number;
  readonly total: number;
}

type ChosenOf = (bucket: BucketName) => ChosenCounts;

/** `chosenOf`: how many rows of a bucket have another choice than the one they began with. */
export function planOf(preview: RowsPreview, chosenOf: ChosenOf): AcceptPlan {
  return {
    facts: shareOf(preview, chosenOf, ['fresh']),
    updates: shareOf(preview, chosenOf, ['updates']),
    incidents: shareOf(preview, chosenOf, INCIDENTS_THAT_BRING_NEWS),
    conflicts: versionsOf(preview, chosenOf),
  };
}

function shareOf(preview: RowsPreview, chosenOf: ChosenOf, buckets: readonly BucketName[]): Share {
  const total = sum(buckets.map((bucket) => countOf(preview, bucket)));
  return { taken: total - sum(buckets.map((bucket) => chosenOf(bucket).leave)), total };
}

function versionsOf(preview: RowsPreview, chosenOf: ChosenOf): AcceptPlan['conflicts'] {
  const total = countOf(preview, 'conflicts');
  const { leave, theirs, both } = chosenOf('conflicts');
  return { total, take: total - leave - theirs - both, leave, theirs, both };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
