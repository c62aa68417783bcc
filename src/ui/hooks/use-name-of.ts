import { useWords } from '../words/words.ts';
import { useSession } from './session.ts';

/** What a peer is called today; its id where it is no longer known; null and our own id are this node. */
export function useNameOf(): (peerId: string | null) => string {
  const { snapshot } = useSession();
  const { conflicts } = useWords();
  return (peerId) =>
    peerId === null || peerId === snapshot.node?.peerId
      ? conflicts.thisNode
      : (snapshot.peers.find((peer) => peer.peerId === peerId)?.nodeName ?? peerId);
}
