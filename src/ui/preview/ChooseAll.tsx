/** One choice for all rows of a bucket, or for all that a search finds. */
import type { ChosenCounts, RowChoice } from '../../peer-api.ts';
import { Choice } from '../parts/Choice.tsx';
import { Tick } from '../parts/Tick.tsx';
import { useWords } from '../words/words.ts';

interface ChooseAllProps {
  readonly choosing: 'ticks' | 'versions';
  readonly total: number;
  /** Of those, otherwise than they started. */
  readonly chosen: ChosenCounts;
  readonly isFiltered: boolean;
  /** Id of the text that says what they are. */
  readonly describedBy: string;
  onChoose(choice: RowChoice): void;
}

export function ChooseAll({ choosing, total, chosen, isFiltered, describedBy, onChoose }: ChooseAllProps) {
  const { preview: words } = useWords();
  const common = commonChoice(total, chosen);
  const choices = Object.entries(words.choices) as readonly (readonly [RowChoice, string])[];
  if (choosing === 'ticks') {
    return (
      <Tick
        label={isFiltered ? words.allFound(total) : words.all(total)}
        checked={common === 'take'}
        mixed={common === 'mixed'}
        describedBy={describedBy}
        onChange={(checked) => onChoose(checked ? 'take' : 'leave')}
      />
    );
  }
  return (
    <Choice
      label={isFiltered ? words.forAllFound(total) : words.forAll(total)}
      value={common}
      options={common === 'mixed' ? [['mixed', words.mixed] as const, ...choices] : choices}
      onChange={(choice) => choice !== 'mixed' && onChoose(choice)}
    />
  );
}

/** What is chosen for every one of them. */
function commonChoice(total: number, { leave, theirs, both }: ChosenCounts): RowChoice | 'mixed' {
  const counts: Readonly<Record<RowChoice, number>> = { take: total - leave - theirs - both, leave, theirs, both };
  const choices = Object.keys(counts) as readonly RowChoice[];
  return choices.find((choice) => counts[choice] === total) ?? 'mixed';
}
