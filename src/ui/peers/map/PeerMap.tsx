/** This node in the middle and its peers around it (DESIGN 6). To a screen reader it is a list with one sentence a peer. */
import { useMemo, useRef } from 'preact/hooks';
import type { NodeView, PeerView } from '../../../peer-api.ts';
import { useNow } from '../../Clock.tsx';
import { MINUTE } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { Guides } from './Guides.tsx';
import { layoutMap } from './layout.ts';
import { MapLegend } from './MapLegend.tsx';
import { PeerSpot } from './PeerSpot.tsx';
import { Self } from './Self.tsx';
import { useSide } from './use-side.ts';

interface PeerMapProps {
  /** In the order in which they are read out. */
  readonly peers: readonly PeerView[];
  readonly node: NodeView;
}

export function PeerMap({ peers, node }: PeerMapProps) {
  const { peers: words } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  const side = useSide(sheet);
  return (
    <div class="card map">
      <div ref={sheet} class={peers.length === 0 ? 'map-sheet alone' : 'map-sheet'}>
        {side !== null && <Drawing peers={peers} node={node} side={side} />}
      </div>
      {peers.length === 0 ? (
        <p>
          {words.noneText} <a href="#exchange/new-handshake">{words.noneLink}</a>
        </p>
      ) : (
        <MapLegend timeout={node.timeout} />
      )}
    </div>
  );
}

function Drawing({ peers, node, side }: PeerMapProps & { side: number }) {
  const { map: words } = useWords();
  const { timeout, nodeName } = node;
  const now = inSteps(useNow(), timeout);
  const { middle, selfName, mark, guides, places } = useMemo(
    () => layoutMap(peers, { now, timeout, side }),
    [peers, now, timeout, side],
  );
  const placeOf = new Map(places.map((place) => [place.peerId, place]));
  const isAlone = peers.length === 0;
  return (
    <svg
      width={side}
      height={side}
      viewBox={`0 0 ${side} ${side}`}
      role={isAlone ? 'img' : 'list'}
      aria-label={isAlone ? words.alone(nodeName) : words.around(nodeName)}
    >
      <svg aria-hidden="true" focusable="false">
        {!isAlone && <Guides guides={guides} timeout={timeout} middle={middle} />}
        <Self name={nodeName} width={selfName} middle={middle} />
      </svg>
      {peers.map((peer) => {
        const place = placeOf.get(peer.peerId);
        return place && <PeerSpot key={peer.peerId} peer={peer} place={place} mark={mark} timeout={timeout} />;
      })}
    </svg>
  );
}

/** Hundreds of peers take a while to be placed, and in so short a time nobody sees them move. */
function inSteps(now: number, timeout: number): number {
  const step = Math.min(MINUTE, timeout / 100);
  return Math.floor(now / step) * step;
}
