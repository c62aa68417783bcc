/** One row of a preview, and the choice of what Accept does with it. */
import type { Choosing } from '../../domain/preview-buckets.ts';
import type { BucketName, PreviewRow, RowChoice } from '../../peer-api.ts';
import { Checkbox } from '../parts/Checkbox.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { FactLabels } from '../parts/FactLabels.tsx';
import { FactText, titleOf } from '../parts/FactText.tsx';
import { Hash } from '../parts/Hash.tsx';
import { IncidentNews } from '../parts/IncidentNews.tsx';
import { Select } from '../parts/Select.tsx';
import { Versions } from '../parts/Versions.tsx';
import { useWords } from '../words/words.ts';

interface BucketRowProps {
  readonly row: PreviewRow;
  readonly bucket: BucketName;
  readonly choosing: Choosing;
  onChoose(choice: RowChoice): void;
}

export function BucketRow({ row: { choice, row }, bucket, choosing, onChoose }: BucketRowProps) {
  const { preview: words } = useWords();
  const title = useTitle(row);
  const isTicked = choosing === 'ticks';
  return (
    <li class={`row${isTicked ? ' ticked' : ''}${choice === 'leave' ? ' left-out' : ''}`}>
      {isTicked && (
        <Checkbox
          label={words.take(title)}
          isLabelHidden
          checked={choice !== 'leave'}
          onChange={(checked) => onChoose(checked ? 'take' : 'leave')}
        />
      )}
      <div class="stack tight">
        <Content row={row} bucket={bucket} />
        {choosing === 'versions' && (
          <div class="version-choice">
            <VersionChoice title={title} choice={choice} onChoose={onChoose} />
          </div>
        )}
      </div>
    </li>
  );
}

function Content({ row, bucket }: { row: PreviewRow['row']; bucket: BucketName }) {
  const { preview: words, facts, refusals } = useWords();
  switch (row.kind) {
    case 'fact':
      return (
        <>
          <FactText content={row.fact.content} />
          <Disclosure summary={facts.details}>
            <FactLabels fact={row.fact} />
          </Disclosure>
        </>
      );
    case 'conflict':
      return <Versions ours={row.ours} theirs={row.theirs} />;
    case 'incident':
      // A row that is here already may be older than ours: there is nothing to compare.
      return <IncidentNews incident={row.incident} ours={bucket === 'incidentsPresent' ? null : row.here} />;
    case 'refused':
      return (
        <div>
          <Hash value={row.id || words.noId} />
          <p>
            {refusals[row.refusal.code](row.refusal).what} <code>{row.refusal.place}</code>
          </p>
        </div>
      );
  }
}

interface VersionChoiceProps {
  readonly title: string;
  readonly choice: RowChoice;
  onChoose(choice: RowChoice): void;
}

function VersionChoice({ title, choice, onChoose }: VersionChoiceProps) {
  const { preview: words } = useWords();
  return (
    <Select
      label={words.choice}
      name={words.choiceFor(title)}
      // The hint above the rows tells how they start.
      {...(choice !== 'take' && { hint: words.effects[choice] })}
      value={choice}
      options={Object.entries(words.choices) as readonly (readonly [RowChoice, string])[]}
      onChange={onChoose}
    />
  );
}

/** The name of the row for screen readers, which read the control without what stands beside it. */
function useTitle(row: PreviewRow['row']): string {
  const { incidents } = useWords();
  switch (row.kind) {
    case 'fact':
      return titleOf(row.fact.content, 80);
    case 'conflict':
      return titleOf(row.theirs.fact.content, 80);
    case 'incident':
      return titleOf(row.incident.title, 80) || incidents.untitled;
    case 'refused':
      return row.id;
  }
}
