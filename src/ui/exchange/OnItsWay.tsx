/** A handshake or a reply that is to be carried to somebody. */
import { CarryOut } from '../parts/CarryOut.tsx';
import { Focused } from '../parts/Focused.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';
import type { OnTable } from './use-desk.ts';

interface OnItsWayProps {
  readonly item: Exclude<OnTable, { kind: 'preview' }>;
  onPutAway(): void;
}

export function OnItsWay({ item, onPutAway }: OnItsWayProps) {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const isReply = item.kind === 'reply';
  const asked = item.kind === 'handshake' && snapshot.peers.find((peer) => peer.peerId === item.peerId);
  return (
    <Focused label={isReply ? exchange.reply : exchange.handshake} onClose={onPutAway}>
      <h2>{isReply ? exchange.replyFor(item.to) : exchange.handshakeFor(asked ? asked.nodeName : null)}</h2>
      <p>{isReply ? exchange.replyText(item.to) : exchange.handshakeText}</p>
      {isReply && item.carried.factCount > 0 && <p>{exchange.answerText(item.carried.factCount)}</p>}
      <CarryOut carried={item.carried} />
    </Focused>
  );
}
