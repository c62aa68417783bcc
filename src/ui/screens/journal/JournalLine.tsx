/** One line of the journal: its number, its time and one sentence; for an import also a button to undo it. */
import { useId } from 'preact/hooks';
import type { RefusalCode } from '../../../domain/refusal.ts';
import type { JournalRow, UndoPreview } from '../../../peer-api.ts';
import { useNow } from '../../hooks/Clock.tsx';
import { useSession } from '../../hooks/session.ts';
import type { Act } from '../../hooks/use-act.ts';
import { Button } from '../../parts/Button.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { Hash } from '../../parts/Hash.tsx';
import { useWords } from '../../words/words.ts';
import { UndoPanel } from './UndoPanel.tsx';

interface JournalLineProps {
  readonly row: JournalRow;
  readonly act: Act;
  /** What undoing this import would do; null until the person asks. */
  readonly undoPreview: UndoPreview | null;
  onInspect(dropId: string): void;
  onUndo(dropId: string): void;
  onCancel(): void;
}

export function JournalLine({ row, act, undoPreview, onInspect, onUndo, onCancel }: JournalLineProps) {
  const { journal: words, undo, formats } = useWords();
  const { snapshot } = useSession();
  const id = useId();
  // A line without a name shows the name that the peer has today.
  const nameToday = snapshot.peers.find((peer) => peer.peerId === row.peerId)?.nodeName;
  const sentence = words.sentences[row.kind]({ ...row, nodeName: row.nodeName ?? nameToday ?? '' });
  const now = useNow();
  const { dropId } = row;
  return (
    <li class="row entry">
      <p class="muted" id={id}>
        {words.no(row.no)} · {formats.date(row.at)} · {formats.relative(row.at, now)}
      </p>
      {dropId ? (
        <Disclosure summary={sentence}>
          <p>
            {words.drop} <Hash value={dropId} />
          </p>
          {row.refusals && <Refusals refusals={row.refusals} />}
        </Disclosure>
      ) : (
        <p>{sentence}</p>
      )}
      {row.undoable && dropId && (
        <div class="row-actions">
          <Button
            kind="quiet"
            describedBy={id}
            expanded={undoPreview !== null}
            onClick={() => (undoPreview ? onCancel() : onInspect(dropId))}
          >
            {undo.undo}
          </Button>
        </div>
      )}
      {undoPreview && (
        <UndoPanel preview={undoPreview} act={act} onUndo={() => onUndo(undoPreview.dropId)} onCancel={onCancel} />
      )}
    </li>
  );
}

/** How many rows of the import were refused, and why. */
function Refusals({ refusals }: { refusals: NonNullable<JournalRow['refusals']> }) {
  const { journal: words } = useWords();
  const names: Readonly<Partial<Record<RefusalCode, string>>> = words.refusals;
  const found = Object.entries(refusals) as readonly (readonly [RefusalCode, number])[];
  if (found.length === 0) return null;
  return (
    <>
      <p>{words.refused}</p>
      <ul class="plain-list">
        {found.map(([code, count]) => (
          <li key={code}>{words.times(count, names[code] ?? code)}</li>
        ))}
      </ul>
    </>
  );
}
