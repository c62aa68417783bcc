/** One fact in two versions, and the three ways to decide between them. */
import { useId } from 'preact/hooks';
import type { ConflictChoice, ConflictRow } from '../../peer-api.ts';
import { Button } from '../parts/Button.tsx';
import { titleOf } from '../parts/title-of.ts';
import { Versions } from '../parts/Versions.tsx';
import type { Act } from '../use-act.ts';
import { useWords } from '../words/words.ts';

interface ConflictCardProps {
  readonly row: ConflictRow;
  readonly act: Act;
  onChoose(choice: ConflictChoice): void;
}

export function ConflictCard({ row, act, onChoose }: ConflictCardProps) {
  const { conflicts: words } = useWords();
  const id = useId();
  // Without ours there is nothing to keep beside theirs.
  const choices: readonly ConflictChoice[] = row.ours ? ['ours', 'theirs', 'both'] : ['ours', 'theirs'];
  return (
    <li class="card fact" tabIndex={-1} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{titleOf(row.theirs.fact.content)}</h3>
      <Versions ours={row.ours} theirs={row.theirs} />
      <div class="choices">
        {choices.map((choice) => (
          <div key={choice}>
            <Button act={act} describedBy={`${id}-${choice} ${id}-title`} onClick={() => onChoose(choice)}>
              {words.choices[choice]}
            </Button>
            <p class="hint" id={`${id}-${choice}`}>
              {row.ours ? words.effects[choice] : words.effectsWhereGone[choice]}
            </p>
          </div>
        ))}
      </div>
    </li>
  );
}
