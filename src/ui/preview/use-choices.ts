/** What a person has chosen of a preview's rows. The worker keeps it, so that it outlives a visit to another screen; here is what it last said. */
import { useEffect, useState } from 'preact/hooks';
import { hasRows } from '../../domain/preview.ts';
import { bucketsOf, choosingOf } from '../../domain/preview-buckets.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { BucketName, ChosenCounts, PageApi, Preview, RowChoice, WhichRows } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { sayUnexpected } from '../hooks/use-act.ts';

type Counts = Partial<Record<BucketName, ChosenCounts>>;

export interface Choices {
  /** How many rows of a bucket are chosen otherwise than they started. */
  of(bucket: BucketName): ChosenCounts;
  /** One choice does not wait for another: whoever ticks fast loses none. `then`: the worker has answered, whatever it said. */
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

/** A preview that was left and is come back to has been chosen from before. Asked all at once, so that no later choice can be among the answers. */
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
