/** Versions of facts that were kept beside ours, until a person has chosen. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ConflictChoice, ConflictRow } from '../../peer-api.ts';
import { Button } from '../parts/Button.tsx';
import { RowList } from '../parts/RowList.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useWindow } from '../use-window.ts';
import { useWords } from '../words/words.ts';
import { ConflictCard } from './ConflictCard.tsx';

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
