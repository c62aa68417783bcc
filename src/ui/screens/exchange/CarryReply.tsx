/** Shows a handshake or a reply that is to be carried to a peer. */
import { useSession } from '../../hooks/session.ts';
import { CarryOrCall } from '../../parts/CarryOrCall.tsx';
import { FocusRegion } from '../../parts/FocusRegion.tsx';
import { useWords, type Words } from '../../words/words.ts';
import type { Current } from './inbox.ts';

interface CarryReplyProps {
  readonly item: Extract<Current, { kind: 'handshake' | 'reply' }>;
  onClose(): void;
}

export function CarryReply({ item, onClose }: CarryReplyProps) {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const isReply = item.kind === 'reply';
  const askedPeer = item.kind === 'handshake' && snapshot.peers.find((peer) => peer.peerId === item.peerId);
  return (
    <FocusRegion label={isReply ? exchange.reply : exchange.handshake} onClose={onClose}>
      <h2>{isReply ? exchange.replyFor(item.to) : exchange.handshakeFor(askedPeer ? askedPeer.nodeName : null)}</h2>
      <CarryOrCall
        carried={item.carried}
        text={isReply ? textOf(item, exchange) : exchange.handshakeText}
        to={isReply ? item.to : askedPeer ? askedPeer.nodeName : null}
      />
    </FocusRegion>
  );
}

function textOf({ carried, to }: Extract<Current, { kind: 'reply' }>, words: Words['exchange']): string {
  switch (carried.documentKind) {
    case 'delta_sync_request':
      return words.requestText(to);
    case 'delta_sync_response':
      return words.answerText(to, carried.factCount);
    default:
      return words.replyText(to);
  }
}
