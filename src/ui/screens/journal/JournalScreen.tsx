/** The Journal screen: what happened, the newest first. It can be checked and exported, and imports can be undone. */
import { useState } from 'preact/hooks';
import type { JournalKind } from '../../../domain/journal.ts';
import type { JournalQuery, UndoPreview } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useFilteredList } from '../../hooks/use-filtered-list.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Filters, FoundCount } from '../../parts/Filters.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { Select } from '../../parts/Select.tsx';
import { useWords } from '../../words/words.ts';
import { CheckAndExport } from './CheckAndExport.tsx';
import { JournalLine } from './JournalLine.tsx';

const UNFILTERED: JournalFilterState = { search: '', kind: '', peerId: '' };

export function JournalScreen() {
  const { journal: words, undo, shell } = useWords();
  const { api } = useSession();
  const act = useAct();
  const { filters, setFilters, window } = useFilteredList({ unfiltered: UNFILTERED, queryOf, load: api.journal });
  const [undoPreview, setUndoPreview] = useState<UndoPreview | null>(null);

  const inspect = (dropId: string) =>
    act.run(
      undo.undo,
      () => api.inspectUndo(dropId),
      (preview) => {
        if (preview.kind !== 'refused') setUndoPreview(preview);
      },
    );
  const undoNow = (dropId: string) =>
    act.run(
      undo.undo,
      () => api.undoImport(dropId),
      (outcome) => {
        if (outcome.kind !== 'refused') setUndoPreview(null);
      },
    );

  return (
    <div class="stack">
      <JournalFilters filters={filters} onChange={setFilters} />
      <FoundCount total={window.total} label={words.found} after={words.foundAfter} />
      <CheckAndExport />
      {window.total === 0 && (
        <EmptyState title={words.noneFound}>
          <p>{words.noneFoundText}</p>
        </EmptyState>
      )}
      <RowList label={shell.screens.journal} window={window} class="rows card">
        {(row) => (
          <JournalLine
            key={row.no}
            row={row}
            act={act}
            undoPreview={row.undoable && undoPreview?.dropId === row.dropId ? undoPreview : null}
            onInspect={inspect}
            onUndo={undoNow}
            onCancel={() => setUndoPreview(null)}
          />
        )}
      </RowList>
    </div>
  );
}

function queryOf({ search, kind, peerId }: JournalFilterState): JournalQuery {
  return { search, ...(kind !== '' && { kind }), ...(peerId !== '' && { peerId }) };
}

/** What is chosen on the screen; '' means any. */
interface JournalFilterState {
  readonly search: string;
  readonly kind: JournalKind | '';
  readonly peerId: string;
}

interface JournalFiltersProps {
  readonly filters: JournalFilterState;
  onChange(filters: JournalFilterState): void;
}

function JournalFilters({ filters, onChange }: JournalFiltersProps) {
  const { journal: words } = useWords();
  const { snapshot } = useSession();
  const kinds = Object.entries(words.kinds) as readonly (readonly [JournalKind, string])[];
  return (
    <Filters label={words.search} search={filters.search} onSearch={(search) => onChange({ ...filters, search })}>
      <Select
        label={words.kind}
        value={filters.kind}
        options={[['', words.allKinds] as const, ...kinds]}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
      <Select
        label={words.peer}
        value={filters.peerId}
        options={[['', words.everybody], ...snapshot.peers.map((peer) => [peer.peerId, peer.nodeName] as const)]}
        onChange={(peerId) => onChange({ ...filters, peerId })}
      />
    </Filters>
  );
}
