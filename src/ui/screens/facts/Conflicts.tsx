/** Versions of facts that were kept beside ours, until a person has chosen. */
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
  const decidedAt = useRef<number | null>(null);
  const [isFolded, setFolded] = useState(false);
  const window = useWindow<ConflictRow>('conflicts', snapshot.revision, (range) => api.conflicts(range));

  // The row that was decided took the focus with it: it goes to the one that came in its place.
  useEffect(() => {
    if (decidedAt.current === null || document.activeElement !== document.body) return;
    const cards = section.current?.querySelectorAll<HTMLElement>('.cards > li');
    cards?.[Math.min(decidedAt.current, cards.length - 1)]?.focus();
    decidedAt.current = null;
  }, [window.rows]);

  const choose = (row: ConflictRow, choice: ConflictChoice) =>
    act.run(
      words.choices[choice],
      () => api.resolveConflict(row.key, choice),
      (outcome) => {
        if (outcome.kind === 'done') decidedAt.current = window.rows.findIndex(({ key }) => key === row.key);
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

/** One fact in two versions, and the three ways to decide between them. */
interface ConflictCardProps {
  readonly row: ConflictRow;
  readonly act: Act;
  onChoose(choice: ConflictChoice): void;
}

function ConflictCard({ row, act, onChoose }: ConflictCardProps) {
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
