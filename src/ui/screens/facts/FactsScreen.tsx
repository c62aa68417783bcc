/** The Facts screen: search, filters, figures, conflicts, the list, and one form to add or edit a fact. */
import { useState } from 'preact/hooks';
import type { FactDraft } from '../../../domain/fact.ts';
import type { FactQuery, FactRow as Row } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useFilteredList } from '../../hooks/use-filtered-list.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FoundCount } from '../../parts/Filters.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { useWords } from '../../words/words.ts';
import { Conflicts } from './Conflicts.tsx';
import { type FactFilterState, FactFilters, UNFILTERED } from './FactFilters.tsx';
import { FactForm } from './FactForm.tsx';
import { FactRow } from './FactRow.tsx';
import { FactsAtAGlance } from './FactsAtAGlance.tsx';

const NEW_FACT: FactDraft = { content: '', level: 1, domain: '', module: '' };

export function FactsScreen() {
  const { facts: words, exchange } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const { filters, setFilters, isUnfiltered, occurring, window } = useFilteredList({
    unfiltered: UNFILTERED,
    queryOf,
    load: api.facts,
    occurring: ({ domains }) => ({ domain: domains }),
  });
  // One form at a time: for a new fact, or for a row as the person saw it. It stands above the list, because the row
  // may leave the list at any moment.
  const [editing, setEditing] = useState<'new' | Row | null>(null);
  const closeUnlessRefused = (result: { kind: string }) => {
    if (result.kind !== 'refused') setEditing(null);
  };

  return (
    <div class="stack">
      <FactFilters filters={filters} occurring={occurring} onChange={setFilters} />
      <div class="bar">
        <FoundCount total={window.total} label={words.found} after={words.foundAfter} />
        <Button kind="primary" icon="plus" expanded={editing === 'new'} onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      </div>
      {snapshot.counts.facts > 0 && <FactsAtAGlance />}
      {editing === 'new' && (
        <FactForm
          title={words.addTitle}
          draft={NEW_FACT}
          act={act}
          onSave={(draft) => act.run(words.add, () => api.addFact(draft), closeUnlessRefused)}
          onCancel={() => setEditing(null)}
        />
      )}
      {editing !== null && editing !== 'new' && (
        <FactForm
          key={editing.fact.id}
          title={words.editTitle}
          draft={draftOf(editing)}
          act={act}
          onSave={(draft) =>
            act.run(words.edit, () => api.editFact(editing.fact.id, draft, editing.seq), closeUnlessRefused)
          }
          onCancel={() => setEditing(null)}
        />
      )}
      {isUnfiltered && snapshot.counts.conflicts > 0 && <Conflicts />}
      {window.total === 0 && (
        <EmptyState title={isUnfiltered ? words.none : words.noneFound}>
          <p>{isUnfiltered ? words.noneText : words.noneFoundText}</p>
          {isUnfiltered && <a href="#exchange/bring-in">{exchange.bringIn}</a>}
        </EmptyState>
      )}
      <RowList label={words.found} window={window} class="cards">
        {(row) => <FactRow key={row.fact.id} row={row} onEdit={() => setEditing(row)} />}
      </RowList>
    </div>
  );
}

function queryOf({ search, level, domain, mark, origin }: FactFilterState): FactQuery {
  return {
    search,
    ...(level !== '' && { level: Number(level) }),
    ...(domain !== '' && { domain }),
    ...(mark !== '' && { mark }),
    ...(origin !== '' && { origin }),
  };
}

function draftOf({ fact }: Row): FactDraft {
  const { content, level, domain, module } = fact;
  return { content, level, domain, module };
}
