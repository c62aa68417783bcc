import { useWords } from '../words/words.ts';
import { useSession } from './session.ts';

/** A peer's current name, or its id if it is not known any more. null and our own id give the words for this node. */
export function useNameOf(): (peerId: string | null) => string {
  const { snapshot } = useSession();
  const { conflicts } = useWords();
  return (peerId) =>
    peerId === null || peerId === snapshot.node?.peerId
      ? conflicts.thisNode
      : (snapshot.peers.find((peer) => peer.peerId === peerId)?.nodeName ?? peerId);
}
