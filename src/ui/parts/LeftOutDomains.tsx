/** The domains that do not go to this peer, in short; nothing where all of them do. */
import type { PeerView } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';

const MOST_NAMES = 3;

export function LeftOutDomains({ peer: { leftOut } }: { peer: PeerView }) {
  const { contents: words } = useWords();
  if (leftOut.length === 0) return null;
  const names = leftOut.slice(0, MOST_NAMES).map((domain) => domain || words.noDomain);
  const more = leftOut.length - names.length;
  return <span class="muted"> · {words.without(more > 0 ? [...names, words.more(more)] : names)}</span>;
}
