/** A peer's key is used on two devices, or was set back: what that means, what to do, and the way to put it away once it is settled. */
import { useId } from 'preact/hooks';
import type { PeerView } from '../../peer-api.ts';
import { Button } from '../parts/Button.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { useWords } from '../words/words.ts';

export function ClonedWarning({ peer }: { peer: PeerView }) {
  const { cloned: words, formats } = useWords();
  const { api } = useSession();
  const act = useAct();
  const id = useId();
  const name = peer.nodeName || peer.peerId;
  if (!peer.cloned) return null;
  const { at, number } = peer.cloned;
  return (
    <div class="callout warning stack tight">
      <p id={id}>
        <strong>{words.title}</strong>
      </p>
      <p>{words.what(name, formats.date(at), formats.number(number))}</p>
      <p>{words.means}</p>
      <p>{words.next(name)}</p>
      <div class="actions">
        <Button act={act} describedBy={id} onClick={() => act.run(words.settle, () => api.settleCloned(peer.peerId))}>
          {words.settle}
        </Button>
      </div>
    </div>
  );
}
