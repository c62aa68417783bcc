import type { Preview } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';

/** What a node says it took in of a payload of ours, and what it means where that is not all of it. */
export function ArrivalText({ arrival }: { arrival: NonNullable<Preview['arrival']> }) {
  const { preview: words, formats } = useWords();
  const { handedOverAt, facts, incidents } = arrival;
  return (
    <>
      <ul class="plain-list">
        <li>{words.handedOver(formats.date(handedOverAt))}</li>
        <li>{words.factsTaken(facts.taken, facts.total)}</li>
        {incidents.total > 0 && <li>{words.incidentsTaken(incidents.taken, incidents.total)}</li>}
      </ul>
      {facts.taken < facts.total && <p class="muted">{words.fewerTaken}</p>}
      {incidents.taken < incidents.total && <p class="muted">{words.fewerIncidents}</p>}
    </>
  );
}
