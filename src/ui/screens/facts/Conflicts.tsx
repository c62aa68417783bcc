/** Other versions of our facts that came in. Each waits beside ours until a person chooses. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ConflictChoice, ConflictRow } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { type Act, useAct } from '../../hooks/use-act.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { Button } from '../../parts/Button.tsx';
import { titleOf } from '../../parts/FactText.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { Versions } from '../../parts/Versions.tsx';
import { useWords } from '../../words/words.ts';

export function Conflicts() {
  const { conflicts: words } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const id = useId();
  const section = useRef<HTMLElement>(null);
  /** Index of the row that the person decided last, until the focus has moved on. */
  const decidedIndex = useRef<number | null>(null);
  const [isFolded, setFolded] = useState(false);
  const window = useWindow<ConflictRow>('conflicts', snapshot.revision, (range) => api.conflicts(range));

  // When the decided row leaves the list, the focus is lost. It is set to the row that is now in its place.
  useEffect(() => {
    if (decidedIndex.current === null || document.activeElement !== document.body) return;
    const cards = section.current?.querySelectorAll<HTMLElement>('.cards > li');
    cards?.[Math.min(decidedIndex.current, cards.length - 1)]?.focus();
    decidedIndex.current = null;
  }, [window.rows]);

  const choose = (row: ConflictRow, choice: ConflictChoice) =>
    act.run(
      words.choices[choice],
      () => api.resolveConflict(row.key, choice),
      (outcome) => {
        if (outcome.kind === 'done') decidedIndex.current = window.rows.findIndex(({ key }) => key === row.key);
      },
    );

  return (
    <section ref={section} class="conflict-list stack" aria-labelledby={id}>
      <div class="bar">
        <h2 id={id}>{words.title}</h2>
        <Button kind="quiet" expanded={!isFolded} describedBy={id} onClick={() => setFolded(!isFolded)}>
          {isFolded ? words.unfold : words.fold}
        </Button>
      </div>
      <p>
        <strong>{words.waiting(snapshot.counts.conflicts)}</strong> {words.about}
      </p>
      {!isFolded && (
        <RowList label={words.title} window={window} class="cards">
          {(row) => <ConflictCard key={row.key} row={row} act={act} onChoose={(choice) => choose(row, choice)} />}
        </RowList>
      )}
    </section>
  );
}

interface ConflictCardProps {
  readonly row: ConflictRow;
  readonly act: Act;
  onChoose(choice: ConflictChoice): void;
}

/** One fact in two versions, and the ways to decide between them. */
function ConflictCard({ row, act, onChoose }: ConflictCardProps) {
  const { conflicts: words } = useWords();
  const id = useId();
  // If our version is deleted, there is no second version that could stay.
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
