import type { Refusal } from '../../domain/refusal.ts';
import type { PageApi, Preview } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { type LoadedRows, useWindow } from '../hooks/use-window.ts';
import { GeneList } from '../parts/GeneList.tsx';
import { Hash, TwoHashes } from '../parts/Hash.tsx';
import { Icon } from '../parts/Icon.tsx';
import { shownTime } from '../parts/Time.tsx';
import { TrustBadge, TrustInShort } from '../parts/TrustBadge.tsx';
import { useWords } from '../words/words.ts';

/** Who the document names, how far that name is trusted, and the sender's own clock. */
export function FromWhom({ preview }: { preview: Preview }) {
  const { preview: words, formats } = useWords();
  const { snapshot } = useSession();
  const { from, author, madeAt, olderThan, arrival } = preview;
  const madeAtShown = madeAt && shownTime(madeAt, formats);
  const isOurs = from !== null && from.peerId === snapshot.node?.peerId;
  const known = snapshot.peers.find((peer) => peer.peerId === from?.peerId);
  const leadOf = (name: string) => {
    if (arrival) return words.handedTo(name);
    return isOurs ? words.keptFor(name) : words.from(name);
  };
  return (
    <div>
      {from && (
        <>
          <p class="from">
            <span>{leadOf(from.nodeName)}</span>
            {known && <TrustBadge trust={from.trust} />}
            {known && <TrustInShort peer={known} />}
            {!isOurs && !known && <span class="tag">{words.stranger}</span>}
          </p>
          <p class="muted">
            <Hash value={from.peerId} />
          </p>
          {!isOurs && !arrival && <p class="muted">{words.authors[author]}</p>}
        </>
      )}
      {madeAt && madeAtShown && (
        <p class="muted" title={madeAt}>
          {words.madeAt(madeAtShown)}
        </p>
      )}
      {olderThan !== null && (
        <p class="callout warning" title={olderThan}>
          {words.olderThan(shownTime(olderThan, formats) ?? olderThan)}
        </p>
      )}
    </div>
  );
}

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

/** The number of this document was given to another one: said before Accept, which stays possible. */
export function ClashText({ number }: { number: number }) {
  const { cloned: words, formats } = useWords();
  return (
    <div class="callout warning stack tight">
      <p>
        <strong>{words.preview}</strong>
      </p>
      <p>{words.previewWhat(formats.number(number))}</p>
    </div>
  );
}

export function GenomeComparison({ genome }: { genome: Preview['genome'] }) {
  const { preview: words } = useWords();
  return (
    <div>
      <p class={genome.same ? 'fact-line good' : 'fact-line bad'}>
        <Icon name={genome.same ? 'check' : 'warning'} />
        <span>{genome.same ? words.genomeSame : words.genomeDifferent}</span>
      </p>
      {!genome.same && <TwoHashes ours={genome.ours} theirs={genome.theirs} />}
    </div>
  );
}

/** The genes that would be added, and whose trust ends with it. */
export function GenomeGrowth({ preview }: { preview: Preview }) {
  const { preview: words } = useWords();
  const { newGenes, distrusts } = preview;
  return (
    <>
      <h3>{words.newGenes(newGenes.length)}</h3>
      <GeneList genes={newGenes} />
      {distrusts.length > 0 ? (
        <p class="callout warning">{words.distrusts(distrusts)}</p>
      ) : (
        <p>{words.distrustsNobody}</p>
      )}
    </>
  );
}

/** Loud: a trusted peer sends genes that its genome hash denies (DESIGN 5.4). */
interface RefusedGene {
  readonly id: string;
  readonly isForeign: boolean;
}

const MOST_NAMES = 10;
/** Refused rows that are asked for at once. */
const STEP = 1000;

export function GeneWarning({ preview }: { preview: Preview }) {
  const { preview: words } = useWords();
  const { api } = useSession();
  const { rows } = useWindow<RefusedGene>(`${preview.id}/genes`, 0, () => refusedGenes(api, preview));
  const foreign = rows.filter((gene) => gene.isForeign);
  const changed = rows.filter((gene) => !gene.isForeign);
  const namesOf = (genes: readonly RefusedGene[]) => [
    ...genes.slice(0, MOST_NAMES).map(({ id }) => id),
    ...(genes.length > MOST_NAMES ? [words.moreGenes(genes.length - MOST_NAMES)] : []),
  ];
  return (
    <div role="status">
      {rows.length > 0 && (
        <div class="callout warning">
          <p>
            <strong>{words.genesRefused(preview.from?.nodeName ?? words.somebody)}</strong>
          </p>
          {foreign.length > 0 && <p>{words.foreignGenes(namesOf(foreign))}</p>}
          {changed.length > 0 && <p>{words.changedGenes(namesOf(changed))}</p>}
          <p>{words.genesAdvice}</p>
        </div>
      )}
    </div>
  );
}

/** Looked for among all refused rows, step by step: a gene may stand behind many others. An id may look like a code, so the code decides. */
async function refusedGenes(api: PageApi, preview: Preview): Promise<LoadedRows<RefusedGene> | Refusal> {
  const genes: RefusedGene[] = [];
  let total = STEP;
  for (let offset = 0; offset < total; offset += STEP) {
    const answer = await api.previewRows(preview.id, 'refused', 'gene', { offset, limit: STEP });
    if (answer.kind === 'refused') return answer;
    total = answer.total;
    for (const { row } of answer.rows) {
      if (row.kind !== 'refused') continue;
      if (row.refusal.code === 'foreign-gene') genes.push({ id: row.id, isForeign: true });
      if (row.refusal.code === 'gene-changed') genes.push({ id: row.id, isForeign: false });
    }
  }
  return { total: genes.length, rows: genes };
}
