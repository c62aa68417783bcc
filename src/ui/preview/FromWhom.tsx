import type { Preview } from '../../peer-api.ts';
import { Hash } from '../parts/Hash.tsx';
import { shownTime } from '../parts/shown-time.ts';
import { TrustInShort } from '../parts/TrustInShort.tsx';
import { TrustMark } from '../parts/TrustMark.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';

/** Who the document names, how far that name is trusted, and the sender's own clock. */
export function FromWhom({ preview }: { preview: Preview }) {
  const { preview: words, formats } = useWords();
  const { snapshot } = useSession();
  const { from, author, madeAt, olderThan, arrival } = preview;
  const madeAtShown = madeAt && shownTime(madeAt, formats);
  const isOurs = from !== null && from.peerId === snapshot.node?.peerId;
  const known = snapshot.peers.find((peer) => peer.peerId === from?.peerId);
  const leadOf = (name: string) => {
    if (arrival) return words.handedTo(name);
    return isOurs ? words.keptFor(name) : words.from(name || words.somebody);
  };
  return (
    <div>
      {from && (
        <>
          <p class="from">
            <span>{leadOf(from.nodeName)}</span>
            {known && <TrustMark trust={from.trust} />}
            {known && <TrustInShort peer={known} />}
            {!isOurs && !known && <span class="tag">{words.stranger}</span>}
          </p>
          <p class="muted">
            <Hash value={from.peerId} />
          </p>
          {!isOurs && !arrival && <p class="muted">{words.authors[author]}</p>}
        </>
      )}
      {madeAt && madeAtShown && (
        <p class="muted" title={madeAt}>
          {words.madeAt(madeAtShown)}
        </p>
      )}
      {olderThan !== null && (
        <p class="callout warning" title={olderThan}>
          {words.olderThan(shownTime(olderThan, formats) ?? olderThan)}
        </p>
      )}
    </div>
  );
}
