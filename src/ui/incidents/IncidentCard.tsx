import type { IncidentRow } from '../../peer-api.ts';
import { FactText } from '../parts/FactText.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';

export function IncidentCard({ row }: { row: IncidentRow }) {
  const { incidents: words, formats } = useWords();
  const { snapshot } = useSession();
  const { incident, fromPeerId } = row;
  const nameOf = (peerId: string | null) =>
    peerId && (snapshot.peers.find((peer) => peer.peerId === peerId)?.nodeName || peerId);
  const labels: readonly (readonly [string, string | null])[] = [
    [words.events, formats.number(incident.eventCount)],
    [words.rule, incident.correlationRule],
    [words.phase, incident.killChainPhase],
    [words.mitre, incident.mitreMapping.join(', ')],
    [words.createdAt, incident.createdAt],
    [words.source, nameOf(incident.sourcePeerId)],
    [words.from, nameOf(fromPeerId)],
  ];
  return (
    <li class="card fact">
      <p class="tags">
        {incident.severity !== '' && (
          <span class={`tag severity ${incident.severity.toLowerCase()}`}>
            <span class="hidden">{words.severity}: </span>
            {incident.severity}
          </span>
        )}
        {incident.status !== '' && (
          <span class="tag">
            <span class="hidden">{words.status}: </span>
            {incident.status}
          </span>
        )}
      </p>
      <FactText content={`${incident.title || words.untitled}\n${incident.description}`} />
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
    </li>
  );
}
