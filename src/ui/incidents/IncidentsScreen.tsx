/** Incidents that came in beside facts. */
import type { IncidentRow } from '../../peer-api.ts';
import { Empty } from '../parts/Empty.tsx';
import { RowList } from '../parts/RowList.tsx';
import { useSession } from '../session.ts';
import { useWindow } from '../use-window.ts';
import { useWords } from '../words/words.ts';
import { IncidentCard } from './IncidentCard.tsx';

export function IncidentsScreen() {
  const { incidents: words } = useWords();
  const { api, snapshot } = useSession();
  const window = useWindow<IncidentRow>('incidents', snapshot.revision, (range) => api.incidents(range));
  if (window.total === 0) {
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
      </Empty>
    );
  }
  return (
    <div class="stack">
      {window.total !== null && <p class="muted">{words.count(window.total)}</p>}
      <RowList label={words.count(window.total ?? 0)} window={window} class="cards">
        {(row) => <IncidentCard key={`${row.incident.sourcePeerId}/${row.incident.id}`} row={row} />}
      </RowList>
    </div>
  );
}
