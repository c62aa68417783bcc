/** An incident as a payload tells of it, folded to its title and signs; what stands here of it is shown beside what comes. */
import type { ComponentChildren } from 'preact';
import type { Incident } from '../../domain/incident.ts';
import { useWords } from '../words/words.ts';
import { Changed, IncidentLabels } from './IncidentLabels.tsx';
import { SeveritySign, StatusSign } from './IncidentSigns.tsx';

interface IncidentNewsProps {
  readonly incident: Incident;
  /** null where nothing is to be compared. */
  readonly here: Incident | null;
}

/** What the document is asked to hold of one description. */
const LONGEST_SHOWN = 4096;

export function IncidentNews({ incident, here }: IncidentNewsProps) {
  const { incidents: words } = useWords();
  const { title, description, severity, status } = incident;
  const before = here ?? incident;
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
        <Changed was={before.description.slice(0, LONGEST_SHOWN)} is={description.slice(0, LONGEST_SHOWN)} />
      </p>
      <IncidentLabels incident={incident} here={here} />
    </details>
  );
}

/** How it stands here, on the way to how it comes. */
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
