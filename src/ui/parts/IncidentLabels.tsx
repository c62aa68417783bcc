/** The fields of an incident, except title, description, severity and status. */
import type { Incident } from '../../domain/incident.ts';
import { useNameOf } from '../hooks/use-name-of.ts';
import { useWords } from '../words/words.ts';
import { DiffMark } from './DiffMark.tsx';
import { WrittenAt } from './Time.tsx';

interface IncidentLabelsProps {
  readonly incident: Incident;
  /** The peer that told us; null if it was typed here, or if its origin told us. */
  readonly fromPeerId?: string | null;
  /** Our version. If it is given, what differs from it is marked. */
  readonly ours?: Incident | null;
}

export function IncidentLabels({ incident, fromPeerId = null, ours = null }: IncidentLabelsProps) {
  const { incidents: words, formats } = useWords();
  const nameOf = useNameOf();
  const labelsOf = (one: Incident): readonly (readonly [string, string])[] => [
    [words.events, formats.number(one.eventCount)],
    [words.rule, one.correlationRule],
    [words.phase, one.killChainPhase],
    [words.mitre, one.mitreMapping.join(', ')],
    [words.createdAt, one.createdAt],
    [words.source, nameOf(one.sourcePeerId)],
    [words.from, fromPeerId === null ? '' : nameOf(fromPeerId)],
    [words.id, one.id],
  ];
  const ourLabels = ours && labelsOf(ours);
  return (
    <dl class="labels">
      {labelsOf(incident).map(([name, value], index) => {
        const was = ourLabels?.[index]?.[1] ?? value;
        return (
          (value || was) && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{name === words.createdAt ? <WrittenAt time={value} /> : <Changed was={was} is={value} />}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

/** One text; or, if it changed, the text before and the text now. */
export function Changed({ was, is }: { was: string; is: string }) {
  const { conflicts: words } = useWords();
  if (was === is) return is;
  return (
    <>
      <DiffMark as="del" text={was || words.none} /> <span aria-hidden="true">→</span>{' '}
      <DiffMark as="ins" text={is || words.none} />
    </>
  );
}
