/** An incident as a payload tells of it, folded to title, severity and status. */
import type { ComponentChildren } from 'preact';
import type { Incident } from '../../domain/incident.ts';
import { useWords } from '../words/words.ts';
import { Changed, IncidentLabels } from './IncidentLabels.tsx';
import { SeveritySign, StatusSign } from './IncidentSigns.tsx';

interface IncidentNewsProps {
  readonly incident: Incident;
  /** Our version, to show what would change; null if there is nothing to compare. */
  readonly ours: Incident | null;
}

/** Of a description, in UTF-16 units. */
const LONGEST_DESCRIPTION = 4096;

export function IncidentNews({ incident, ours }: IncidentNewsProps) {
  const { incidents: words } = useWords();
  const { title, description, severity, status } = incident;
  const before = ours ?? incident;
  return (
    <details class="incident-news">
      <summary>
        <strong>{title || words.untitled}</strong>
        <span class="tags">
          {before.severity !== severity && (
            <Before>
              <SeveritySign word={before.severity} label={words.severity} />
            </Before>
          )}
          <SeveritySign word={severity} label={words.severity} />
          {before.status !== status && (
            <Before>
              <StatusSign word={before.status} label={words.status} />
            </Before>
          )}
          <StatusSign word={status} label={words.status} />
        </span>
      </summary>
      {before.title !== title && (
        <p>
          <Changed was={before.title} is={title} />
        </p>
      )}
      <p class="description">
        <Changed
          was={before.description.slice(0, LONGEST_DESCRIPTION)}
          is={description.slice(0, LONGEST_DESCRIPTION)}
        />
      </p>
      <IncidentLabels incident={incident} ours={ours} />
    </details>
  );
}

/** The sign of our version, with an arrow to the one that comes in. */
function Before({ children }: { children: ComponentChildren }) {
  const { incidents: words } = useWords();
  return (
    <span class="before">
      <span class="hidden">{words.hereNow} </span>
      {children} <span aria-hidden="true">→</span>
      <span class="hidden">{words.comes} </span>
    </span>
  );
}
