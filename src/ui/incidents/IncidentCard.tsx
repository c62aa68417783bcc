import { useId } from 'preact/hooks';
import type { IncidentRow } from '../../peer-api.ts';
import { Button } from '../parts/Button.tsx';
import { FactText } from '../parts/FactText.tsx';
import { useWords } from '../words/words.ts';
import { IncidentLabels } from './IncidentLabels.tsx';
import { SeveritySign, StatusSign } from './IncidentSigns.tsx';
import { Statements } from './Statements.tsx';

export function IncidentCard({ row, onChange }: { row: IncidentRow; onChange: () => void }) {
  const { incidents: words } = useWords();
  const titleId = useId();
  const { incident, own, fromPeerId } = row;
  return (
    <li class="card fact" tabIndex={-1} aria-labelledby={titleId}>
      <p class="tags">
        <SeveritySign word={incident.severity} label={words.severity} />
        <StatusSign word={incident.status} label={words.status} />
      </p>
      <FactText content={`${incident.title || words.untitled}\n${incident.description}`} titleId={titleId} />
      <IncidentLabels incident={incident} fromPeerId={fromPeerId} />
      <Statements row={row} />
      {own && (
        <div class="actions row-actions">
          <Button kind="quiet" describedBy={titleId} onClick={onChange}>
            {words.change}
          </Button>
        </div>
      )}
    </li>
  );
}
