/** For each trusted peer: what is new for it, and links to take it out. */
import { useId } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { PeerView } from '../../../peer-api.ts';
import { peerAddress, takeOutAddress } from '../../hooks/route.ts';
import { useSession } from '../../hooks/session.ts';
import { ArrivedButton } from '../../parts/ArrivedButton.tsx';
import { LeftOutDomains } from '../../parts/LeftOutDomains.tsx';
import { TrustBadge, TrustSummary } from '../../parts/TrustBadge.tsx';
import { useWords } from '../../words/words.ts';

export function ReadyToCarry() {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const id = useId();
  const trusted = snapshot.peers.filter((peer) => peer.trust === Trust.VERIFIED);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{exchange.waiting}</h2>
      {trusted.length === 0 ? (
        <p class="muted">{exchange.waitingNobody}</p>
      ) : (
        <ul class="rows">
          {trusted.map((peer) => (
            <ReadyForPeer key={peer.peerId} peer={peer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReadyForPeer({ peer }: { peer: PeerView }) {
  const { exchange, peers, formats } = useWords();
  const { peerId, waiting, waitingIncidents, untold, confirmedAt } = peer;
  const onlyReceipt = waiting === 0 && untold > 0;
  const name = peer.nodeName;
  const id = useId();
  return (
    <li class="waits stack tight">
      <div>
        <p class="from">
          <a id={id} href={peerAddress(peerId)}>
            {name}
          </a>
          <TrustBadge trust={peer.trust} />
        </p>
        <TrustSummary peer={peer} />
      </div>
      <div>
        <p>
          {waiting > 0 ? exchange.waitingFor(waiting - waitingIncidents, waitingIncidents, name) : exchange.waitingNone}
          <span class="muted">
            {' · '}
            {confirmedAt === null ? exchange.confirmedNothing : exchange.confirmedUpTo(formats.date(confirmedAt))}
          </span>
          <LeftOutDomains peer={peer} />
        </p>
        {onlyReceipt && <p class="muted">{exchange.untold(untold, name)}</p>}
      </div>
      <p class="links">
        {onlyReceipt && <a href={takeOutAddress(peerId, 'new')}>{exchange.receipt}</a>}
        {waiting > 0 && <a href={takeOutAddress(peerId, 'new')}>{peers.newFor(name)}</a>}
        <a href={takeOutAddress(peerId, 'everything')}>{peers.everything}</a>
        <ArrivedButton peer={peer} describedBy={id} />
      </p>
    </li>
  );
}
