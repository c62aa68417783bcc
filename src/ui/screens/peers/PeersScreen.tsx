/** The Peers screen: all peers as a list or as a map, the trusted ones first. */

import type { NodeView, PeerView } from '../../../peer-api.ts';
import { isMap, MAP_ADDRESS } from '../../hooks/route.ts';
import { useSession } from '../../hooks/session.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { RadioGroup } from '../../parts/RadioGroup.tsx';
import { useWords } from '../../words/words.ts';
import { PeerMap } from './map/PeerMap.tsx';
import { PeerCard } from './PeerCard.tsx';
import { SilentPeers } from './SilentPeers.tsx';

/** VERIFIED first, then PENDING, EXPIRED, REJECTED, UNKNOWN. */
const LIST_ORDER: Readonly<Record<PeerView['trust'], number>> = { 2: 0, 1: 1, 4: 2, 3: 3, 0: 4 };

interface PeersScreenProps {
  readonly node: NodeView;
  /** From the address: a peer id and a panel of its card, or the map. */
  readonly detail: readonly string[];
}

export function PeersScreen({ node, detail }: PeersScreenProps) {
  const { map: words } = useWords();
  const { snapshot } = useSession();
  const peers = [...snapshot.peers].sort((a, b) => LIST_ORDER[a.trust] - LIST_ORDER[b.trust]);
  const view = isMap(detail) ? 'map' : 'list';
  return (
    <div class="stack">
      <RadioGroup
        label={words.view}
        value={view}
        options={[
          ['list', words.list],
          ['map', words.map],
        ]}
        // The browser's Back leaves the screen, instead of switching between list and map.
        onChange={(chosen) => location.replace(chosen === 'map' ? MAP_ADDRESS : '#peers')}
      />
      {view === 'map' ? <PeerMap peers={peers} node={node} /> : <PeerList peers={peers} node={node} detail={detail} />}
    </div>
  );
}

function PeerList({ peers, node, detail }: PeersScreenProps & { peers: readonly PeerView[] }) {
  const { peers: words } = useWords();
  const [wanted, part] = detail;
  if (peers.length === 0) {
    return (
      <EmptyState title={words.none}>
        <p>{words.noneText}</p>
        <a href="#exchange/new-handshake">{words.noneLink}</a>
      </EmptyState>
    );
  }
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
