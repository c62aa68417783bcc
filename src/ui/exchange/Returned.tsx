/** Peers that came back from silence while a backup is kept for them (DESIGN 5.6). */
import { useSession } from '../session.ts';
import { backupAddress } from '../use-place.ts';
import { useWords } from '../words/words.ts';

export function Returned() {
  const { exchange } = useWords();
  const { snapshot } = useSession();
  const returned = snapshot.peers.filter((peer) => peer.backup?.offered);
  return (
    <>
      {returned.map((peer) => (
        <p key={peer.peerId} class="callout">
          {exchange.backupOffered(peer.nodeName || peer.peerId)}{' '}
          <a href={backupAddress(peer.peerId)}>{exchange.backupLink}</a>
        </p>
      ))}
    </>
  );
}
