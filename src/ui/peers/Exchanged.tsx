import type { PeerView } from '../../peer-api.ts';
import { Moment } from '../parts/Moment.tsx';
import { Without } from '../parts/Without.tsx';
import { useWords } from '../words/words.ts';

/** What came from this peer, what went there, and what has not yet. */
export function Exchanged({ peer }: { peer: PeerView }) {
  const { peers: words, shell } = useWords();
  return (
    <ul class="facts-of">
      <li>
        <b>{words.takenIn(peer.factCount)}</b>
      </li>
      <li>
        {words.lastSync}: {peer.lastSyncAt === null ? shell.never : <Moment at={peer.lastSyncAt} />}
      </li>
      <li>
        {words.lastTakenOut}: {peer.lastTakenOutAt === null ? shell.never : <Moment at={peer.lastTakenOutAt} />}
      </li>
      {peer.deadline !== null && (
        <li>
          {peer.waiting > 0 ? words.waiting(peer.waiting) : words.waitingNone}
          <Without peer={peer} />
        </li>
      )}
    </ul>
  );
}
