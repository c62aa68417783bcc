/**
 * What a person chose for the rows of a preview. The worker holds the choices, so they survive a visit to another
 * screen. This hook holds the counts of its last answer.
 */
import { useEffect, useState } from 'preact/hooks';
import { hasRows } from '../../domain/preview.ts';
import { bucketsOf, choosingOf } from '../../domain/preview-buckets.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { BucketName, ChosenCounts, PageApi, Preview, RowChoice, WhichRows } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { sayUnexpected } from '../hooks/use-act.ts';

type Counts = Partial<Record<BucketName, ChosenCounts>>;

export interface Choices {
  /** How many rows of a bucket have another choice than at the start. */
  of(bucket: BucketName): ChosenCounts;
  /** Choices do not wait for each other, so a fast person loses none. Calls `then` when the worker has answered. */
  choose(bucket: BucketName, which: WhichRows, choice: RowChoice, then: () => void): void;
}

const NONE: ChosenCounts = { leave: 0, theirs: 0, both: 0 };

export function useChoices(preview: Preview): Choices {
  const { api, announce } = useSession();
  const [counts, setCounts] = useState<Counts>({});
  const take = (answer: Counts | Refusal) => {
    if ('code' in answer) announce(answer);
    else setCounts(answer);
  };

  useEffect(() => {
    askCounts(api, preview)
      .then(take)
      .catch((error: unknown) => sayUnexpected(announce, 'load choices', error));
  }, [preview.id]);

  return {
    of: (bucket) => counts[bucket] ?? NONE,
    choose: (bucket, which, choice, then) => {
      api
        .chooseRows(preview.id, bucket, which, choice)
        .then((answer) => take(answer.kind === 'chosen' ? answer.counts : answer))
        .catch((error: unknown) => sayUnexpected(announce, 'choose rows', error))
        .finally(then);
    },
  };
}

/**
 * The counts of a preview that the person left and opened again. All buckets are asked at once, so that no answer can
 * contain a later choice.
 */
async function askCounts(api: PageApi, preview: Preview): Promise<Counts | Refusal> {
  if (!hasRows(preview)) return {};
  const buckets = bucketsOf(preview).filter((bucket) => choosingOf(preview, bucket) !== 'nothing');
  const answers = await Promise.all(
    buckets.map((bucket) => api.previewRows(preview.id, bucket, '', { offset: 0, limit: 0 })),
  );
  const counts: Counts = {};
  for (const [index, answer] of answers.entries()) {
    if (answer.kind === 'refused') return answer;
    counts[buckets[index] as BucketName] = answer.chosen;
  }
  return counts;
}
