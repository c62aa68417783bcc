/** The buckets of a preview with their counts. A person can open each one. */
import { useId, useState } from 'preact/hooks';
import { bucketsOf, countOf, INCIDENTS_THAT_BRING_NEWS } from '../../domain/preview-buckets.ts';
import type { BucketName, RowsPreview } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { BucketRows } from './BucketRows.tsx';
import type { Choices } from './use-choices.ts';

interface BucketListProps {
  readonly preview: RowsPreview;
  readonly choices: Choices;
}

export function BucketList({ preview, choices }: BucketListProps) {
  const { preview: words } = useWords();
  const buckets = bucketsOf(preview);
  if (preview.act === 'confirm-arrival') return null; // It carries receipts and no rows.
  const news: readonly BucketName[] = ['fresh', 'updates', ...INCIDENTS_THAT_BRING_NEWS];
  return (
    <div class="buckets">
      {!buckets.some((bucket) => news.includes(bucket)) && <p>{words.nothingNew}</p>}
      {buckets.map((bucket) => (
        <Bucket key={bucket} preview={preview} choices={choices} bucket={bucket} />
      ))}
    </div>
  );
}

function Bucket({ preview, choices, bucket }: BucketListProps & { bucket: BucketName }) {
  const { preview: words } = useWords();
  const id = useId();
  const [wasOpened, setOpened] = useState(false);
  const chosen = choices.of(bucket);
  return (
    <details class={`bucket ${bucket}`} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <span id={id}>{words.buckets[bucket](countOf(preview, bucket))}</span>{' '}
        {(['leave', 'theirs', 'both'] as const).map(
          (choice) =>
            chosen[choice] > 0 && (
              <span key={choice} class="tag">
                {words.chosen[choice](chosen[choice])}
              </span>
            ),
        )}
      </summary>
      {words.hints[bucket] !== '' && <p class="hint">{words.hints[bucket]}</p>}
      {wasOpened && <BucketRows preview={preview} choices={choices} bucket={bucket} labelledBy={id} />}
    </details>
  );
}
