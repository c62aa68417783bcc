/** Everybody we have heard of, the trusted first, as a list or as a map. */
import type { NodeView, PeerView } from '../../../peer-api.ts';
import { isMap, MAP_ADDRESS } from '../../hooks/route.ts';
import { useSession } from '../../hooks/session.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { lazy } from '../../parts/lazy.tsx';
import { RadioGroup } from '../../parts/RadioGroup.tsx';
import { useWords } from '../../words/words.ts';
import { PeerCard } from './PeerCard.tsx';
import { SilentPeers } from './SilentPeers.tsx';

const PeerMap = lazy(async () => (await import('./map/PeerMap.tsx')).PeerMap);

/** Where each level of trust stands in the list. */
const LIST_ORDER: Readonly<Record<PeerView['trust'], number>> = { 2: 0, 1: 1, 4: 2, 3: 3, 0: 4 };

interface PeersScreenProps {
  readonly node: NodeView;
  /** A peer id to be shown first of all, and what of it; or the map. */
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
        // The way back leads out of the screen, not through every look at it.
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
