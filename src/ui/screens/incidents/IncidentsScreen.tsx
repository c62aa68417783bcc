/** The Incidents screen: search, filters, the list, and one form to add an incident or to change one of this node. */
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

const NEW_INCIDENT: IncidentDraft = {
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
  // One form at a time: for a new incident, or for a row as the person saw it. It stands above the list, because the
  // card may leave the list at any moment.
  const [editing, setEditing] = useState<'new' | IncidentRow | null>(null);
  const { list, returnTo } = useReturnToCard(window, editing === null);
  const close = () => setEditing(null);
  const closeUnlessRefused = (result: { kind: string }) => {
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
          draft={NEW_INCIDENT}
          occurring={occurring}
          act={act}
          onSave={(draft) => act.run(words.add, () => api.addIncident(draft), closeUnlessRefused)}
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
          onSave={(draft) =>
            act.run(words.change, () => api.changeIncident(editing.key, draft, editing.seq), closeUnlessRefused)
          }
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

/**
 * When a form closes, the focus is lost: it goes back to the card that the form was for. The card is looked for again
 * when new rows come, because the change may have moved it.
 */
function useReturnToCard({ rows }: RowWindow<IncidentRow>, isClosed: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const cardKey = useRef<string | null>(null);
  /** Whether the card was looked for. */
  const focusCard = () => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (cardKey.current === null || !isClosed || !isLost) return false;
    const index = rows.findIndex((row) => row.key === cardKey.current);
    list.current?.querySelectorAll<HTMLElement>('.cards > li')[index]?.focus();
    return true;
  };
  useEffect(() => void focusCard(), [isClosed]);
  useEffect(() => {
    if (focusCard()) cardKey.current = null;
  }, [rows]);
  return {
    list,
    returnTo: (key: string) => {
      cardKey.current = key;
    },
  };
}
