/** Everybody we have heard of, the trusted first. */
import type { NodeView, PeerView } from '../../peer-api.ts';
import { Empty } from '../parts/Empty.tsx';
import { useSession } from '../session.ts';
import { useWords } from '../words/words.ts';
import { PeerCard } from './PeerCard.tsx';
import { SilentPeers } from './SilentPeers.tsx';

/** Where each level of trust stands in the list. */
const RANK: Readonly<Record<PeerView['trust'], number>> = { 2: 0, 1: 1, 4: 2, 3: 3, 0: 4 };

interface PeersScreenProps {
  readonly node: NodeView;
  /** A peer id to be shown first of all, and what of it. */
  readonly detail: readonly string[];
}

export function PeersScreen({ node, detail }: PeersScreenProps) {
  const { peers: words } = useWords();
  const { snapshot } = useSession();
  const [wanted, part] = detail;
  if (snapshot.peers.length === 0) {
    return (
      <Empty title={words.none}>
        <p>{words.noneText}</p>
        <a href="#exchange">{words.noneLink}</a>
      </Empty>
    );
  }
  const peers = [...snapshot.peers].sort((a, b) => RANK[a.trust] - RANK[b.trust]);
  return (
    <div class="peer-grid">
      {peers.map((peer) => (
        <PeerCard
          key={peer.peerId}
          peer={peer}
          node={node}
          isWanted={peer.peerId === wanted}
          part={peer.peerId === wanted ? part : undefined}
        />
      ))}
      <SilentPeers />
    </div>
  );
}
