import type { PeerView } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { identityWord } from './identity-word.ts';

/** Genome and identity in three words, beside a name. They promise no more than is known. */
export function TrustInShort({ peer }: { peer: PeerView }) {
  const { peers: words } = useWords();
  const genome = peer.genome === 'same' ? words.sameGenome : words.otherGenome;
  return (
    <span class="muted">
      {genome}, {peer.cloned ? <b>{identityWord(peer, words)}</b> : identityWord(peer, words)}
    </span>
  );
}
