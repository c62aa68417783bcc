/** This node in the middle and its peers around it. For a screen reader it is a list with a sentence for each peer. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { NodeView, PeerView } from '../../../../peer-api.ts';
import { useNow } from '../../../hooks/Clock.tsx';
import { MINUTE } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { layoutMap } from './layout.ts';
import { MapLegend } from './MapLegend.tsx';
import { shortName } from './name-places.ts';
import { PeerSymbol } from './PeerSymbol.tsx';
import type { Guide } from './position.ts';

interface PeerMapProps {
  /** In the order in which a screen reader reads them. */
  readonly peers: readonly PeerView[];
  readonly node: NodeView;
}

export function PeerMap({ peers, node }: PeerMapProps) {
  const { peers: words } = useWords();
  const container = useRef<HTMLDivElement>(null);
  const side = useSide(container);
  return (
    <div class="card map">
      <div ref={container} class={peers.length === 0 ? 'map-sheet alone' : 'map-sheet'}>
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
  // Placing hundreds of peers takes time, and within one step nobody would see them move.
  const now = floorTo(useNow(), Math.min(MINUTE, timeout / 100));
  const { middle, selfName, symbolSize, guides, places } = useMemo(
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
        if (!place) return null;
        return <PeerSymbol key={peer.peerId} peer={peer} place={place} symbolSize={symbolSize} timeout={timeout} />;
      })}
    </svg>
  );
}

function floorTo(millis: number, step: number): number {
  return Math.floor(millis / step) * step;
}

interface SelfProps {
  readonly name: string;
  /** Width that the name may have; 0: it is not written. */
  readonly width: number;
  readonly middle: number;
}

/** This node, in the same shape as in the navigation. */
function Self({ name, width, middle }: SelfProps) {
  return (
    <g class="map-self" transform={`translate(${middle} ${middle})`}>
      <path d="M0-21l18.500 10.500v21L0 21l-18.500-10.500v-21Z" />
      <circle class="heart" r="6.500" />
      {width > 0 && (
        <text y={33} dy="0.35em">
          {shortName(name, width)}
        </text>
      )}
    </g>
  );
}

interface GuidesProps {
  readonly guides: readonly Guide[];
  readonly timeout: number;
  readonly middle: number;
}

/**
 * Circles of equal time since contact, each with its time on top. The timeout comes first, because its circle is filled
 * and would hide the others.
 */
function Guides({ guides, timeout, middle }: GuidesProps) {
  const { formats } = useWords();
  return (
    <>
      {guides.map(({ age, radius }) => (
        <g key={age} class={age === timeout ? 'map-guide timeout' : 'map-guide'}>
          <circle cx={middle} cy={middle} r={radius} />
          <text x={middle} y={middle - radius} dy="0.35em">
            {formats.duration(age)}
          </text>
        </g>
      ))}
    </>
  );
}

/** Width of the element in pixels, which is also the height of the map; null until it is measured. */
function useSide(target: RefObject<HTMLElement | null>): number | null {
  const [side, setSide] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return;
    const measure = () => setSide(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return side;
}
