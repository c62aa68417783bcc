/** The card to make a handshake, with the handshakes that wait for a reply. */
import { useId } from 'preact/hooks';
import type { HandshakeView, NodeView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { focusHeading } from '../../hooks/use-focus.ts';
import { Button } from '../../parts/Button.tsx';
import { Time } from '../../parts/Time.tsx';
import { useWords } from '../../words/words.ts';
import type { Inbox } from './use-inbox.ts';
import { useShortcut } from './use-shortcut.ts';

export function Handshakes({ node, inbox }: { node: NodeView; inbox: Inbox }) {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const id = useId();
  const actions = useShortcut<HTMLDivElement>('new-handshake');
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{exchange.meet}</h2>
      <p class="muted">{exchange.meetText}</p>
      {node.genomeHash === '' && (
        <p class="callout">
          {exchange.noGenes} <a href="#node">{exchange.noGenesLink}</a>
        </p>
      )}
      <div class="actions" ref={actions}>
        <Button icon="handshake" act={inbox.act} onClick={inbox.newHandshake}>
          {exchange.newHandshake}
        </Button>
      </div>
      {snapshot.openHandshakes.length > 0 && (
        <>
          <h3>{exchange.inFlight}</h3>
          <ul class="rows">
            {snapshot.openHandshakes.map((handshake) => (
              <OpenHandshake key={handshake.nonce} handshake={handshake} inbox={inbox} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OpenHandshake({ handshake, inbox }: { handshake: HandshakeView; inbox: Inbox }) {
  const { exchange } = useWords();
  const { api, snapshot } = useSession();
  const act = useAct();
  const peer = snapshot.peers.find(({ peerId }) => peerId === handshake.peerId);
  const name = peer?.nodeName ?? handshake.peerId;
  return (
    <li class="row">
      <p>
        <strong>{exchange.askedWhom(name)}</strong>
        <br />
        <span class="muted">
          <Time at={handshake.at} />
        </span>
      </p>
      <div class="actions">
        <Button kind="quiet" onClick={() => inbox.handshakeAgain(handshake.nonce, handshake.peerId)}>
          {exchange.again}
        </Button>
        <Button
          kind="quiet"
          act={act}
          onClick={() => act.run(exchange.withdraw, () => api.withdrawHandshake(handshake.nonce), focusHeading)}
        >
          {exchange.withdraw}
        </Button>
      </div>
    </li>
  );
}
