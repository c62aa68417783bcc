/** The rows of an opened bucket: by window, searched in the worker, chosen one by one or all that the search finds. */
import { useState } from 'preact/hooks';
import { choosingOf, countOf } from '../../domain/preview-buckets.ts';
import type { BucketName, Preview } from '../../peer-api.ts';
import { RowList } from '../parts/RowList.tsx';
import { TextLine } from '../parts/TextLine.tsx';
import { useSettled } from '../use-settled.ts';
import { useWords } from '../words/words.ts';
import { BucketRow } from './BucketRow.tsx';
import { ChooseAll } from './ChooseAll.tsx';
import { useBucketRows } from './use-bucket-rows.ts';
import type { Choices } from './use-choices.ts';

/** As many are seen at a glance. */
const A_HANDFUL = 5;

interface BucketRowsProps {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly bucket: BucketName;
  /** Id of the text that names the bucket. */
  readonly labelledBy: string;
}

export function BucketRows({ preview, choices, bucket, labelledBy }: BucketRowsProps) {
  const { preview: words } = useWords();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed).trim();
  const { window, found, choose } = useBucketRows(preview, bucket, choices, search);
  const count = countOf(preview, bucket);
  const choosing = choosingOf(preview, bucket);

  return (
    <div class="bucket-rows">
      <div class="bucket-controls">
        {count > A_HANDFUL && (
          <div>
            <TextLine type="search" label={words.search[bucket]} value={typed} onInput={setTyped} />
            <p role="status" class="hint">
              {found && found.search !== '' && words.found(found.total)}
            </p>
          </div>
        )}
        {found && found.total > 1 && choosing !== 'nothing' && (
          <ChooseAll
            choosing={choosing}
            total={found.total}
            chosen={found.chosen}
            isFiltered={found.search !== ''}
            describedBy={labelledBy}
            onChoose={(choice) => choose({ search: found.search }, choice)}
          />
        )}
      </div>
      <RowList label={words.buckets[bucket](count)} window={window}>
        {(row) => (
          <BucketRow
            key={row.index}
            row={row}
            bucket={bucket}
            choosing={choosing}
            onChoose={(choice) => choose({ indices: [row.index] }, choice)}
          />
        )}
      </RowList>
    </div>
  );
}
