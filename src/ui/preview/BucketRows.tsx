/**
 * The rows of an opened bucket. Rows come by window, and the worker searches them. A person chooses one row, or all
 * rows that the search finds.
 */
import { useState } from 'preact/hooks';
import { choosingOf, countOf } from '../../domain/preview-buckets.ts';
import type { BucketName, ChosenCounts, RowChoice, RowsPreview } from '../../peer-api.ts';
import { useDebounced } from '../hooks/use-debounced.ts';
import { Checkbox } from '../parts/Checkbox.tsx';
import { RowList } from '../parts/RowList.tsx';
import { Select } from '../parts/Select.tsx';
import { TextInput } from '../parts/TextInput.tsx';
import { useWords } from '../words/words.ts';
import { BucketRow } from './BucketRow.tsx';
import { useBucketRows } from './use-bucket-rows.ts';
import type { Choices } from './use-choices.ts';

/** With so few rows no search is needed. */
const A_HANDFUL = 5;

interface BucketRowsProps {
  readonly preview: RowsPreview;
  readonly choices: Choices;
  readonly bucket: BucketName;
  /** Id of the text that names the bucket. */
  readonly labelledBy: string;
}

export function BucketRows({ preview, choices, bucket, labelledBy }: BucketRowsProps) {
  const { preview: words } = useWords();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed).trim();
  const { window, found, choose } = useBucketRows(preview, bucket, choices, search);
  const count = countOf(preview, bucket);
  const choosing = choosingOf(preview, bucket);

  return (
    <div class="bucket-rows">
      <div class="bucket-controls">
        {count > A_HANDFUL && (
          <div>
            <TextInput type="search" label={words.search[bucket]} value={typed} onInput={setTyped} />
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

/** One choice for all rows of a bucket, or for all that a search finds. */
interface ChooseAllProps {
  readonly choosing: 'ticks' | 'versions';
  readonly total: number;
  /** How many of them have another choice than at the start. */
  readonly chosen: ChosenCounts;
  readonly isFiltered: boolean;
  /** Id of the text that names the rows. */
  readonly describedBy: string;
  onChoose(choice: RowChoice): void;
}

export function ChooseAll({ choosing, total, chosen, isFiltered, describedBy, onChoose }: ChooseAllProps) {
  const { preview: words } = useWords();
  const common = commonChoice(total, chosen);
  const choices = Object.entries(words.choices) as readonly (readonly [RowChoice, string])[];
  if (choosing === 'ticks') {
    return (
      <Checkbox
        label={isFiltered ? words.allFound(total) : words.all(total)}
        checked={common === 'take'}
        mixed={common === 'mixed'}
        describedBy={describedBy}
        onChange={(checked) => onChoose(checked ? 'take' : 'leave')}
      />
    );
  }
  return (
    <Select
      label={isFiltered ? words.forAllFound(total) : words.forAll(total)}
      value={common}
      options={common === 'mixed' ? [['mixed', words.mixed] as const, ...choices] : choices}
      onChange={(choice) => choice !== 'mixed' && onChoose(choice)}
    />
  );
}

/** The choice that all rows share, or `mixed`. */
function commonChoice(total: number, { leave, theirs, both }: ChosenCounts): RowChoice | 'mixed' {
  const counts: Readonly<Record<RowChoice, number>> = { take: total - leave - theirs - both, leave, theirs, both };
  const choices = Object.keys(counts) as readonly RowChoice[];
  return choices.find((choice) => counts[choice] === total) ?? 'mixed';
}
