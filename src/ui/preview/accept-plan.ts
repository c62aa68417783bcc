/** What Accept will do with the rows of a preview as they are chosen now. */
import type { BucketName, Preview, RowChoice } from '../../peer-api.ts';
import { countOf, INCIDENTS_THAT_BRING_NEWS } from './buckets.ts';
import type { Choices } from './use-choices.ts';

export interface AcceptPlan {
  readonly facts: Share;
  readonly incidents: Share;
  readonly conflicts: Readonly<Record<RowChoice, number>> & { readonly total: number };
}

export interface Share {
  readonly taken: number;
  readonly total: number;
}

export function planOf(preview: Preview, choices: Choices): AcceptPlan {
  return {
    facts: shareOf(preview, choices, ['fresh']),
    incidents: shareOf(preview, choices, INCIDENTS_THAT_BRING_NEWS),
    conflicts: versionsOf(preview, choices),
  };
}

function shareOf(preview: Preview, choices: Choices, buckets: readonly BucketName[]): Share {
  const total = sum(buckets.map((bucket) => countOf(preview, bucket)));
  return { taken: total - sum(buckets.map((bucket) => choices.of(bucket).leave)), total };
}

function versionsOf(preview: Preview, choices: Choices): AcceptPlan['conflicts'] {
  const total = countOf(preview, 'conflicts');
  const { leave, theirs, both } = choices.of('conflicts');
  return { total, take: total - leave - theirs - both, leave, theirs, both };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
