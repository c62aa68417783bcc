/** What was said of an incident: by its origin over time, and by other nodes that see it otherwise. */
import type { IncidentRow } from '../../peer-api.ts';
import { Explain } from '../parts/Explain.tsx';
import { WrittenAt } from '../parts/WrittenAt.tsx';
import { useNameOf } from '../use-name-of.ts';
import { useWords } from '../words/words.ts';
import { SeveritySign, StatusSign } from './IncidentSigns.tsx';

export function Statements({ row: { incident, history, views } }: { row: IncidentRow }) {
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
        <Explain summary={words.history(history.length)}>
          <ol class="history">
            {history.map(({ status, severity, statedAt }) => (
              <li key={`${statedAt} ${status} ${severity}`}>
                <StatusSign word={status} /> <SeveritySign word={severity} /> <StatedAt time={statedAt} />
              </li>
            ))}
          </ol>
        </Explain>
      )}
    </>
  );
}

/** By the speaker's clock, which is shown, never trusted. */
function StatedAt({ time }: { time: string }) {
  const { incidents: words } = useWords();
  return (
    <span class="muted">
      <WrittenAt time={time} /> {words.byItsClock}
    </span>
  );
}
