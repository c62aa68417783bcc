import type { PeerView } from '../../peer-api.ts';
import { useSession } from '../hooks/session.ts';
import { useAct } from '../hooks/use-act.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';

/**
 * Lets a person confirm that what was handed over arrived, for a peer that sends no receipts.
 * `describedBy`: id of the element that names the peer.
 */
export function ArrivedButton({ peer, describedBy }: { peer: PeerView; describedBy: string }) {
  const { gomcp } = useWords();
  const { api } = useSession();
  const act = useAct();
  if (!peer.unconfirmed) return null;
  return (
    <Button
      kind="quiet"
      act={act}
      describedBy={describedBy}
      onClick={() => act.run(gomcp.arrived, () => api.confirmArrival(peer.peerId))}
    >
      {gomcp.arrived}
    </Button>
  );
}
