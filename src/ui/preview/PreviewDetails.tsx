/** What a document is about, one component for each kind of preview. */
import type {
  Arrival,
  ArrivalPreview,
  BackupPreview,
  DeltaRequestPreview,
  GenomePreview,
  HandshakePreview,
  PayloadPreview,
  PreviewSender,
  TrustWordPreview,
} from '../../domain/preview.ts';
import type { WireTime } from '../../domain/time.ts';
import type { Preview } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { GeneList } from '../parts/GeneList.tsx';
import { Hash, TwoHashes } from '../parts/Hash.tsx';
import { Icon } from '../parts/Icon.tsx';
import { formatWireTime, Time } from '../parts/Time.tsx';
import { TrustBadge, TrustSummary } from '../parts/TrustBadge.tsx';
import { useWords } from '../words/words.ts';
import { BucketList } from './BucketList.tsx';
import { GeneWarning } from './GeneWarning.tsx';
import type { Choices } from './use-choices.ts';

export function PreviewDetails({ preview, choices }: { preview: Preview; choices: Choices }) {
  switch (preview.about) {
    case 'handshake':
    case 'trust-word':
      return <HandshakeDetails preview={preview} />;
    case 'payload':
      return <PayloadDetails preview={preview} choices={choices} />;
    case 'backup':
      return <BackupDetails preview={preview} choices={choices} />;
    case 'delta-request':
      return <DeltaRequestDetails preview={preview} />;
    case 'arrival':
      return <ArrivalDetails preview={preview} />;
    case 'nameless-arrival':
      return <ArrivalText arrival={preview.arrival} />;
    case 'genome':
      return <GenomeDetails preview={preview} />;
  }
}

function HandshakeDetails({ preview }: { preview: HandshakePreview | TrustWordPreview }) {
  return (
    <>
      <Sender preview={preview} madeAt={preview.about === 'handshake' ? preview.madeAt : null} />
      <Clash preview={preview} />
      <GenomeComparison preview={preview} />
      <TakenInBefore preview={preview} />
    </>
  );
}

function PayloadDetails({ preview, choices }: { preview: PayloadPreview; choices: Choices }) {
  const { preview: words, formats } = useWords();
  const { from, facts, madeAt, olderThan, hasMore, act, confirms, clearsBackup, underFormerId } = preview;
  return (
    <>
      {facts.refused > 0 && <GeneWarning preview={preview} />}
      <Sender preview={preview} madeAt={madeAt} olderThan={olderThan} />
      <Clash preview={preview} />
      <GenomeComparison preview={preview} />
      <TakenInBefore preview={preview} />
      {hasMore && act !== 'ask-on' && <p>{words.hasMore(from.nodeName)}</p>}
      {confirms !== null && <p>{words.confirms(formats.date(confirms))}</p>}
      {underFormerId > 0 && <p>{words.underFormerId(underFormerId, from.nodeName)}</p>}
      <BucketList preview={preview} choices={choices} />
      {clearsBackup && <p>{words.clearsBackup(from.nodeName)}</p>}
    </>
  );
}

function BackupDetails({ preview, choices }: { preview: BackupPreview; choices: Choices }) {
  return (
    <>
      {preview.facts.refused > 0 && <GeneWarning preview={preview} />}
      <Sender preview={preview} madeAt={preview.madeAt} />
      <Clash preview={preview} />
      <GenomeComparison preview={preview} />
      <TakenInBefore preview={preview} />
      <BucketList preview={preview} choices={choices} />
    </>
  );
}

function DeltaRequestDetails({ preview }: { preview: DeltaRequestPreview }) {
  const { preview: words } = useWords();
  return (
    <>
      <Sender preview={preview} />
      <Clash preview={preview} />
      <GenomeComparison preview={preview} />
      <TakenInBefore preview={preview} />
      <p>{words.since(preview.since)}</p>
    </>
  );
}

/** A node says what it took in of a payload of ours. */
function ArrivalDetails({ preview }: { preview: ArrivalPreview }) {
  const { preview: words } = useWords();
  const { from, arrival, clearsBackup } = preview;
  return (
    <>
      <div>
        <SenderName from={from} lead={words.handedTo(from.nodeName)} isOurs={false} />
      </div>
      <Clash preview={preview} />
      <ArrivalText arrival={arrival} />
      {clearsBackup && <p>{words.clearsBackup(from.nodeName)}</p>}
    </>
  );
}

/** The genes that Accept adds, and the peers that stop being trusted by that. */
function GenomeDetails({ preview }: { preview: GenomePreview }) {
  const { preview: words } = useWords();
  const { act, newGenes, distrusts, isHashOurs, genome } = preview;
  return (
    <>
      <TakenInBefore preview={preview} />
      {isHashOurs && (
        <p>
          {words.hashOurs} <Hash value={genome.theirs} />
        </p>
      )}
      {act === 'grow-genome' && (
        <>
          <h3>{words.newGenes(newGenes.length)}</h3>
          <GeneList genes={newGenes} />
          {distrusts.length > 0 ? (
            <p class="callout warning">{words.distrusts(distrusts)}</p>
          ) : (
            <p>{words.distrustsNobody}</p>
          )}
        </>
      )}
    </>
  );
}

interface SenderProps {
  readonly preview: Exclude<Preview, { readonly from: null }>;
  readonly madeAt?: WireTime | null;
  readonly olderThan?: WireTime | null;
}

/** Whom the document names, how far that name is trusted, and times by the sender's clock. */
function Sender({ preview, madeAt = null, olderThan = null }: SenderProps) {
  const { preview: words, formats } = useWords();
  const { snapshot } = useSession();
  const { from, author } = preview;
  const madeAtShown = madeAt && formatWireTime(madeAt, formats);
  const isOurs = from.peerId === snapshot.node?.peerId;
  return (
    <div>
      <SenderName
        from={from}
        lead={isOurs ? words.keptFor(from.nodeName) : words.from(from.nodeName)}
        isOurs={isOurs}
      />
      {!isOurs && <p class="muted">{words.authors[author]}</p>}
      {madeAt && madeAtShown && (
        <p class="muted" title={madeAt}>
          {words.madeAt(madeAtShown)}
        </p>
      )}
      {olderThan !== null && (
        <p class="callout warning" title={olderThan}>
          {words.olderThan(formatWireTime(olderThan, formats) ?? olderThan)}
        </p>
      )}
    </div>
  );
}

function SenderName({ from, lead, isOurs }: { from: PreviewSender; lead: string; isOurs: boolean }) {
  const { preview: words } = useWords();
  const { snapshot } = useSession();
  const known = snapshot.peers.find((peer) => peer.peerId === from.peerId);
  return (
    <>
      <p class="from">
        <span>{lead}</span>
        {known && <TrustBadge trust={from.trust} />}
        {known && <TrustSummary peer={known} />}
        {!isOurs && !known && <span class="tag">{words.stranger}</span>}
      </p>
      <p class="muted">
        <Hash value={from.peerId} />
      </p>
    </>
  );
}

/** What a node says it took in of a payload of ours, and what it means if that is not all of it. */
function ArrivalText({ arrival }: { arrival: Arrival }) {
  const { preview: words, formats } = useWords();
  const { handedOverAt, facts, incidents } = arrival;
  return (
    <>
      <ul class="plain-list">
        {handedOverAt !== null && <li>{words.handedOver(formats.date(handedOverAt))}</li>}
        <li>{words.factsTaken(facts.taken, facts.total)}</li>
        {incidents.total > 0 && <li>{words.incidentsTaken(incidents.taken, incidents.total)}</li>}
      </ul>
      {facts.taken < facts.total && <p class="muted">{words.fewerTaken}</p>}
      {incidents.taken < incidents.total && <p class="muted">{words.fewerIncidents}</p>}
    </>
  );
}

/** The number of this document was given to another one. It is said before Accept, which stays possible. */
function Clash({ preview: { clash } }: { preview: Preview }) {
  const { cloned: words, formats } = useWords();
  if (clash === null) return null;
  return (
    <div class="callout warning stack tight">
      <p>
        <strong>{words.preview}</strong>
      </p>
      <p>{words.previewWhat(formats.number(clash))}</p>
    </div>
  );
}

function GenomeComparison({ preview: { genome } }: { preview: Preview }) {
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

function TakenInBefore({ preview: { takenInAt } }: { preview: Preview }) {
  const { preview: words, formats } = useWords();
  if (takenInAt === null) return null;
  return (
    <p>
      {words.takenInBefore(formats.date(takenInAt))} (<Time at={takenInAt} />)
    </p>
  );
}
