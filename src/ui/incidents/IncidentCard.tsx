import { useId } from 'preact/hooks';
import type { IncidentRow } from '../../peer-api.ts';
import { Button } from '../parts/Button.tsx';
import { FactText } from '../parts/FactText.tsx';
import { useNameOf } from '../use-name-of.ts';
import { useWords } from '../words/words.ts';
import { SeveritySign, StatusSign } from './IncidentSigns.tsx';
import { Statements } from './Statements.tsx';

export function IncidentCard({ row, onChange }: { row: IncidentRow; onChange: () => void }) {
  const { incidents: words, formats } = useWords();
  const nameOf = useNameOf();
  const titleId = useId();
  const { incident, own, fromPeerId } = row;
  const labels: readonly (readonly [string, string | null])[] = [
    [words.events, formats.number(incident.eventCount)],
    [words.rule, incident.correlationRule],
    [words.phase, incident.killChainPhase],
    [words.mitre, incident.mitreMapping.join(', ')],
    [words.createdAt, incident.createdAt],
    [words.source, nameOf(own ? null : incident.sourcePeerId)],
    [words.from, fromPeerId && nameOf(fromPeerId)],
    [words.id, incident.id],
  ];
  return (
    <li class="card fact" tabIndex={-1} aria-labelledby={titleId}>
      <p class="tags">
        <SeveritySign word={incident.severity} label={words.severity} />
        <StatusSign word={incident.status} label={words.status} />
      </p>
      <FactText content={`${incident.title || words.untitled}\n${incident.description}`} titleId={titleId} />
      <dl class="labels">
        {labels.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
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
