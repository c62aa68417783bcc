/** One incident in the list: its words, its signs, and what other nodes say of it. Only our own can be changed. */
import { useId } from 'preact/hooks';
import type { IncidentRow } from '../../../peer-api.ts';
import { useNameOf } from '../../hooks/use-name-of.ts';
import { Button } from '../../parts/Button.tsx';
import { Disclosure } from '../../parts/Disclosure.tsx';
import { FactText } from '../../parts/FactText.tsx';
import { IncidentLabels } from '../../parts/IncidentLabels.tsx';
import { SeveritySign, StatusSign } from '../../parts/IncidentSigns.tsx';
import { WrittenAt } from '../../parts/Time.tsx';
import { useWords } from '../../words/words.ts';

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

/** What was said of an incident: the history of its origin, and the views of other nodes that say something else. */
function Statements({ row: { incident, history, views } }: { row: IncidentRow }) {
  const { incidents: words } = useWords();
  const nameOf = useNameOf();
  return (
    <>
      {views.length > 0 && (
        <ul class="views" aria-label={words.views}>
          {views.map(({ peerId, status, severity, statedAt }) => (
            <li key={peerId}>
              {words.says(nameOf(peerId))} <StatusSign word={status} />{' '}
              {severity !== incident.severity && <SeveritySign word={severity} />}
              {status === incident.status && severity === incident.severity && words.otherWords}{' '}
              <StatedAt time={statedAt} />
            </li>
          ))}
        </ul>
      )}
      {history.length > 1 && (
        <Disclosure summary={words.history(history.length)}>
          <ol class="history">
            {history.map(({ status, severity, statedAt }) => (
              <li key={`${statedAt} ${status} ${severity}`}>
                <StatusSign word={status} /> <SeveritySign word={severity} /> <StatedAt time={statedAt} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </>
  );
}

/** The time of a statement by the clock of the node that made it. It is shown, never trusted. */
function StatedAt({ time }: { time: string }) {
  const { incidents: words } = useWords();
  return (
    <span class="muted">
      <WrittenAt time={time} /> {words.byItsClock}
    </span>
  );
}
