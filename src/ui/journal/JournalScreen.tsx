/** What happened, newest first: searched and filtered in the worker, checked, carried away, and imports undone. */
import { useState } from 'preact/hooks';
import type { JournalQuery, JournalRow, UndoPreview } from '../../peer-api.ts';
import type { Notice } from '../notice.ts';
import { Empty } from '../parts/Empty.tsx';
import { FoundCount } from '../parts/FoundCount.tsx';
import { RowList } from '../parts/RowList.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useSettled } from '../use-settled.ts';
import { useWindow } from '../use-window.ts';
import { useWords } from '../words/words.ts';
import { Chain } from './Chain.tsx';
import { type JournalFilterState, JournalFilters } from './JournalFilters.tsx';
import { Line } from './Line.tsx';

const EVERYTHING: JournalFilterState = { search: '', kind: '', peerId: '' };

export function JournalScreen() {
  const { journal: words, undo, shell } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const [filters, setFilters] = useState(EVERYTHING);
  const [undoing, setUndoing] = useState<UndoPreview | null>(null);
  const asked = queryOf({ ...filters, search: useSettled(filters.search) });
  const window = useWindow<JournalRow>(JSON.stringify(asked), snapshot.revision, (range) => api.journal(asked, range));

  const inspect = (dropId: string) =>
    act.run(undo.undo, async (): Promise<Notice | null> => {
      const preview = await api.inspectUndo(dropId);
      if (preview.kind === 'refused') return preview;
      setUndoing(preview);
      return null;
    });
  const undoNow = (dropId: string) =>
    act.run(
      undo.undo,
      () => api.undoImport(dropId),
      (outcome) => {
        if (outcome.kind !== 'refused') setUndoing(null);
      },
    );

  return (
    <div class="stack">
      <JournalFilters filters={filters} onChange={setFilters} />
      <FoundCount total={window.total} label={words.found} after={words.foundAfter} />
      <Chain />
      {window.total === 0 && (
        <Empty title={words.noneFound}>
          <p>{words.noneFoundText}</p>
        </Empty>
      )}
      <RowList label={shell.screens.journal} window={window} class="rows card">
        {(row) => (
          <Line
            key={row.no}
            row={row}
            act={act}
            undoing={row.undoable && undoing?.dropId === row.dropId ? undoing : null}
            onInspect={inspect}
            onUndo={undoNow}
            onCancel={() => setUndoing(null)}
          />
        )}
      </RowList>
    </div>
  );
}

function queryOf({ search, kind, peerId }: JournalFilterState): JournalQuery {
  return { search: search.trim(), ...(kind !== '' && { kind }), ...(peerId !== '' && { peerId }) };
}
