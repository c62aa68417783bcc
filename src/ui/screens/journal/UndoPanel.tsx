/** What undoing an import would take out, and what would stay. Nothing is done before the person confirms. */
import type { FactRow, UndoPreview } from '../../../peer-api.ts';
import type { Act } from '../../hooks/use-act.ts';
import { useWindow } from '../../hooks/use-window.ts';
import { Button } from '../../parts/Button.tsx';
import { FactText } from '../../parts/FactText.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { useWords } from '../../words/words.ts';

interface UndoPanelProps {
  readonly preview: UndoPreview;
  readonly act: Act;
  onUndo(): void;
  onCancel(): void;
}

export function UndoPanel({ preview, act, onUndo, onCancel }: UndoPanelProps) {
  const { undo: words, shell, formats } = useWords();
  const { facts, incidents, conflicts, staying } = preview;
  const removed = [
    facts > 0 && words.facts(facts),
    incidents > 0 && words.incidents(incidents),
    conflicts > 0 && words.conflicts(conflicts),
  ].filter((entry) => entry !== false);
  return (
    <FocusRegion label={words.region}>
      <h2>{words.question(preview.peerName)}</h2>
      <p>{words.takenInAt(formats.date(preview.at))}</p>
      {removed.length > 0 ? (
        <div>
          <p>{words.takesOut}</p>
          <ul class="plain-list">
            {removed.map((entry) => (
              <li key={entry}>{entry}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{words.takesOutNothing}</p>
      )}
      {staying.length > 0 && <StayingFacts facts={staying} dropId={preview.dropId} />}
      <p class="muted">{words.again}</p>
      <div class="actions">
        <Button kind="primary" act={act} onClick={onUndo}>
          {words.undo}
        </Button>
        <Button onClick={onCancel}>{shell.cancel}</Button>
      </div>
    </FocusRegion>
  );
}

/** Facts of the import that were edited or marked since. */
function StayingFacts({ facts, dropId }: { facts: readonly FactRow[]; dropId: string }) {
  const { undo: words, facts: factWords } = useWords();
  const window = useWindow<FactRow>(dropId, facts.length, async ({ offset, limit }) => ({
    total: facts.length,
    rows: facts.slice(offset, offset + limit),
  }));
  return (
    <div>
      <p>{words.stay(facts.length)}</p>
      <RowList label={words.stay(facts.length)} window={window}>
        {({ fact, stale, archived }) => (
          <li key={fact.id} class="row">
            <FactText content={fact.content} />
            {(stale || archived) && (
              <p class="tags">
                {stale && <span class="tag">{factWords.stale}</span>}
                {archived && <span class="tag">{factWords.archived}</span>}
              </p>
            )}
          </li>
        )}
      </RowList>
    </div>
  );
}
