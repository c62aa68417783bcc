/** Incidents of this node and of others: searched and filtered in the worker, shown by window; those of this node are added and changed here. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { IncidentDraft } from '../../../domain/incident.ts';
import type { IncidentQuery, IncidentRow } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useFilteredList } from '../../hooks/use-filtered-list.ts';
import type { RowWindow } from '../../hooks/use-window.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FoundCount } from '../../parts/Filters.tsx';
import { RowList } from '../../parts/RowList.tsx';
import { useWords } from '../../words/words.ts';
import { IncidentCard } from './IncidentCard.tsx';
import { type IncidentFilterState, IncidentFilters, UNFILTERED } from './IncidentFilters.tsx';
import { IncidentForm } from './IncidentForm.tsx';

const BLANK: IncidentDraft = {
  title: '',
  description: '',
  status: 'OPEN',
  severity: 'MEDIUM',
  killChainPhase: '',
  correlationRule: '',
  mitreMapping: [],
  eventCount: 1,
};

export function IncidentsScreen() {
  const { incidents: words, exchange } = useWords();
  const { api } = useSession();
  const act = useAct();
  const { filters, setFilters, isUnfiltered, occurring, window } = useFilteredList({
    unfiltered: UNFILTERED,
    queryOf,
    load: api.incidents,
    occurring: ({ words: found }) => ({
      status: found.statuses,
      severity: found.severities,
      killChainPhase: found.killChainPhases,
      technique: found.techniques,
    }),
  });
  // One form at a time: a new incident, or the one that is changed, as the person saw it. It stands above the list: a card may leave that at any moment.
  const [editing, setEditing] = useState<'new' | IncidentRow | null>(null);
  const { list, returnTo } = useFocusOfCard(window, editing === null);
  const close = () => setEditing(null);
  const done = (result: { kind: string }) => {
    if (result.kind !== 'refused') close();
  };

  return (
    <div class="stack" ref={list}>
      <IncidentFilters filters={filters} occurring={occurring} onChange={setFilters} />
      <div class="bar">
        <FoundCount total={window.total} label={words.found} after={words.foundAfter} />
        <Button kind="primary" icon="plus" expanded={editing === 'new'} onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      </div>
      {editing === 'new' && (
        <IncidentForm
          title={words.addTitle}
          draft={BLANK}
          occurring={occurring}
          act={act}
          onSave={(draft) => act.run(words.add, () => api.addIncident(draft), done)}
          onCancel={close}
        />
      )}
      {editing !== null && editing !== 'new' && (
        <IncidentForm
          key={editing.key}
          title={words.changeTitle}
          hint={words.changeHint}
          draft={editing.incident}
          occurring={occurring}
          act={act}
          onSave={(draft) => act.run(words.change, () => api.changeIncident(editing.key, draft, editing.seq), done)}
          onCancel={close}
        />
      )}
      {window.total === 0 && (
        <EmptyState title={isUnfiltered ? words.none : words.noneFound}>
          <p>{isUnfiltered ? words.noneText : words.noneFoundText}</p>
          {isUnfiltered && <a href="#exchange/bring-in">{exchange.bringIn}</a>}
        </EmptyState>
      )}
      <RowList label={words.found} window={window} class="cards">
        {(row) => (
          <IncidentCard
            key={row.key}
            row={row}
            onChange={() => {
              returnTo(row.key);
              setEditing(row);
            }}
          />
        )}
      </RowList>
    </div>
  );
}

function queryOf({ search, status, severity, killChainPhase, technique }: IncidentFilterState): IncidentQuery {
  return {
    search,
    ...(status !== '' && { status }),
    ...(severity !== '' && { severity }),
    ...(killChainPhase !== '' && { killChainPhase }),
    ...(technique !== '' && { technique }),
  };
}

/** A form that goes takes the focus with it: that goes back to the card the form was for, also where a change has moved it in the list. */
function useFocusOfCard({ rows }: RowWindow<IncidentRow>, isClosed: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const key = useRef<string | null>(null);
  const focus = () => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (key.current === null || !isClosed || !isLost) return false;
    const index = rows.findIndex((row) => row.key === key.current);
    list.current?.querySelectorAll<HTMLElement>('.cards > li')[index]?.focus();
    return true;
  };
  useEffect(() => void focus(), [isClosed]);
  useEffect(() => {
    if (focus()) key.current = null;
  }, [rows]);
  return {
    list,
    returnTo: (card: string) => {
      key.current = card;
    },
  };
}
