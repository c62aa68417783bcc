/** Everything known here: searched and filtered in the worker, shown by window. */
import { useState } from 'preact/hooks';
import type { FactDraft } from '../../domain/fact.ts';
import type { FactRow as Row } from '../../peer-api.ts';
import { Button } from '../parts/Button.tsx';
import { Empty } from '../parts/Empty.tsx';
import { RowList } from '../parts/RowList.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useWindow } from '../use-window.ts';
import { useWords } from '../words/words.ts';
import { Conflicts } from './Conflicts.tsx';
import { FactFilters } from './FactFilters.tsx';
import { FactForm } from './FactForm.tsx';
import { FactRow } from './FactRow.tsx';
import { EVERYTHING, useFactQuery } from './use-fact-query.ts';

const BLANK: FactDraft = { content: '', level: 1, domain: '', module: '' };

export function FactsScreen() {
  const { facts: words } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const { asked, filters, setFilters } = useFactQuery();
  const window = useWindow<Row>(JSON.stringify(asked), snapshot.revision, (range) => api.facts(asked, range));
  // One form at a time: a new fact, or the id of the one that is changed.
  const [editing, setEditing] = useState<'new' | { readonly id: string } | null>(null);
  const done = (result: { kind: string }) => {
    if (result.kind !== 'refused') setEditing(null);
  };
  const isUnfiltered = JSON.stringify(filters) === JSON.stringify(EVERYTHING);

  return (
    <div class="stack">
      <FactFilters filters={filters} onChange={setFilters} />
      <div class="bar">
        <p>
          <output aria-label={words.found} class="figure">
            {window.total ?? ''}
          </output>{' '}
          <span aria-hidden="true">{words.foundAfter}</span>
        </p>
        <Button kind="primary" icon="plus" expanded={editing === 'new'} onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      </div>
      {editing === 'new' && (
        <FactForm
          title={words.addTitle}
          draft={BLANK}
          act={act}
          onSave={(draft) => act.run(words.add, () => api.addFact(draft), done)}
          onCancel={() => setEditing(null)}
        />
      )}
      {isUnfiltered && snapshot.counts.conflicts > 0 && <Conflicts />}
      {window.total === 0 && (
        <Empty title={isUnfiltered ? words.none : words.noneFound}>
          <p>{isUnfiltered ? words.noneText : words.noneFoundText}</p>
        </Empty>
      )}
      <RowList label={words.found} window={window} class="cards">
        {(row) => (
          <FactRow
            key={row.fact.id}
            row={row}
            isEdited={editing !== 'new' && editing?.id === row.fact.id}
            act={act}
            onEdit={() => setEditing({ id: row.fact.id })}
            onSave={(draft) => act.run(words.edit, () => api.editFact(row.fact.id, draft), done)}
            onCancel={() => setEditing(null)}
          />
        )}
      </RowList>
    </div>
  );
}
