/** For each trusted peer, what waits to be taken out to it. */
import { useId } from 'preact/hooks';
import type { PeerView } from '../../peer-api.ts';
import { TrustMark } from '../parts/TrustMark.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';

const VERIFIED: PeerView['trust'] = 2;

export function TakeAway() {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const id = useId();
  const trusted = snapshot.peers.filter((peer) => peer.trust === VERIFIED);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{exchange.waiting}</h2>
      {trusted.length === 0 ? (
        <p class="muted">{exchange.waitingNobody}</p>
      ) : (
        <ul class="rows">
          {trusted.map((peer) => (
            <li key={peer.peerId} class="row">
              <p>
                <a href={`#peers/${encodeURIComponent(peer.peerId)}`}>{peer.nodeName || peer.peerId}</a>
                <br />
                <span class="muted">{peer.waiting > 0 ? exchange.waitingFor(peer.waiting) : exchange.waitingNone}</span>
              </p>
              <TrustMark trust={peer.trust} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
