/** What undoing an import would take out, and what stays. Nothing is done before the second button. */
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
  const { facts, incidents, conflicts, kept } = preview;
  const parts = [
    facts > 0 && words.facts(facts),
    incidents > 0 && words.incidents(incidents),
    conflicts > 0 && words.conflicts(conflicts),
  ].filter((part) => part !== false);
  return (
    <FocusRegion label={words.region}>
      <h2>{words.question(preview.peerName)}</h2>
      <p>{words.takenInAt(formats.date(preview.at))}</p>
      {parts.length > 0 ? (
        <div>
          <p>{words.takesOut}</p>
          <ul class="plain-list">
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{words.takesOutNothing}</p>
      )}
      {kept.length > 0 && <StayingFacts preview={preview} />}
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

function StayingFacts({ preview: { dropId, kept } }: { preview: UndoPreview }) {
  const { undo: words, facts } = useWords();
  const window = useWindow<FactRow>(dropId, kept.length, async ({ offset, limit }) => ({
    total: kept.length,
    rows: kept.slice(offset, offset + limit),
  }));
  return (
    <div>
      <p>{words.stay(kept.length)}</p>
      <RowList label={words.stay(kept.length)} window={window}>
        {({ fact, stale, archived }) => (
          <li key={fact.id} class="row">
            <FactText content={fact.content} />
            {(stale || archived) && (
              <p class="tags">
                {stale && <span class="tag">{facts.stale}</span>}
                {archived && <span class="tag">{facts.archived}</span>}
              </p>
            )}
          </li>
        )}
      </RowList>
    </div>
  );
}
