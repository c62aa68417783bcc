import type { PeerView } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';

const MOST_NAMES = 3;

/** Names the domains that do not go to this peer; draws nothing if all of them go. */
export function LeftOutDomains({ peer: { leftOut } }: { peer: PeerView }) {
  const { contents: words } = useWords();
  if (leftOut.length === 0) return null;
  const names = leftOut.slice(0, MOST_NAMES).map((domain) => domain || words.noDomain);
  const unnamed = leftOut.length - names.length;
  return <span class="muted"> · {words.without(unnamed > 0 ? [...names, words.more(unnamed)] : names)}</span>;
}
