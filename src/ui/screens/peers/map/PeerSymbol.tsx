/** One peer on the map: a shape for its trust, a ring for the time left, a count of what waits, a link to its card. */
import type { PeerView } from '../../../../peer-api.ts';
import { useNow } from '../../../hooks/Clock.tsx';
import { peerAddress } from '../../../hooks/route.ts';
import { TrustShape, trustClass } from '../../../parts/TrustBadge.tsx';
import { useWords, type Words } from '../../../words/words.ts';
import type { Place } from './layout.ts';

/** The symbol sizes from which on there is room for a ring, and for a count. */
const SMALLEST_WITH_RING = 13;
const SMALLEST_WITH_COUNT = 25;
const MAX_COUNT = 99;

interface PeerSymbolProps {
  readonly peer: PeerView;
  readonly place: Place;
  /** Width and height of the symbol. */
  readonly symbolSize: number;
  readonly timeout: number;
}

export function PeerSymbol({ peer, place, symbolSize, timeout }: PeerSymbolProps) {
  const words = useWords();
  const now = useNow();
  const sentence = sentenceOf(peer, now, words);
  const share = shareLeft(peer, now, timeout);
  const radius = symbolSize / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no li.
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a g does nothing by itself.
    <g
      role="listitem"
      class={`map-peer ${trustClass(peer.trust)}`}
      transform={`translate(${roundToTenth(place.x)} ${roundToTenth(place.y)})`}
    >
      <a href={peerAddress(peer.peerId)} aria-label={sentence}>
        <title>{sentence}</title>
        <svg overflow="visible" aria-hidden="true" focusable="false">
          <circle class="reach" r={roundToTenth(place.reach)} />
          {symbolSize >= SMALLEST_WITH_RING && <circle class="disc" r={radius} />}
          {symbolSize >= SMALLEST_WITH_RING && share !== null && <Ring share={share} radius={radius} />}
          <circle class="halo" r={radius + 3} />
          <g class="shape" transform={shapeTransform(symbolSize, share !== null)}>
            <TrustShape trust={peer.trust} />
          </g>
          {symbolSize >= SMALLEST_WITH_COUNT && hasWaiting(peer) && <Count rows={peer.waiting} radius={radius} />}
          {place.name && (
            <text class={place.name.anchor} x={place.name.x} y={place.name.y} dy="0.35em">
              {place.name.text}
            </text>
          )}
        </svg>
      </a>
    </g>
  );
}

/** The share of the timeout that is left: 1 right after contact, 0 when trust ends; null if there is no deadline. */
function shareLeft({ deadline }: PeerView, now: number, timeout: number): number | null {
  return deadline === null ? null : Math.min(1, Math.max(0, (deadline - now) / timeout));
}

function Ring({ share, radius }: { share: number; radius: number }) {
  const width = radius > 10 ? 3 : 2;
  const ringRadius = radius - width / 2;
  return (
    <>
      <circle class="track" r={ringRadius} stroke-width={width} />
      {share > 0 && (
        <circle
          class="left"
          r={ringRadius}
          stroke-width={width}
          pathLength={1}
          stroke-dasharray={`${share.toFixed(3)} 1`}
          transform="rotate(-90)"
        />
      )}
    </>
  );
}

function Count({ rows, radius }: { rows: number; radius: number }) {
  const { formats } = useWords();
  const text = rows > MAX_COUNT ? `${MAX_COUNT}+` : formats.number(rows);
  const width = 10 + text.length * 6.5;
  return (
    <g class="count" transform={`translate(${radius * 0.8} ${-radius * 0.8})`}>
      <rect x={-width / 2} y={-8} width={width} height={16} rx={8} />
      <text dy="0.36em">{text}</text>
    </g>
  );
}

/** As in the list: facts wait only for a trusted peer. */
function hasWaiting({ deadline, waiting }: PeerView): boolean {
  return deadline !== null && waiting > 0;
}

/** Puts a shape of 16 by 16 into the middle of the symbol: inside its ring, or larger if there is no ring. */
function shapeTransform(symbolSize: number, hasRing: boolean): string {
  const share = hasRing ? 0.62 : 0.75;
  const side = symbolSize >= SMALLEST_WITH_RING ? symbolSize * share : symbolSize;
  return `translate(${-side / 2} ${-side / 2}) scale(${side / 16})`;
}

/** What a screen reader says of the peer. */
function sentenceOf(peer: PeerView, now: number, { map, peers, formats }: Words): string {
  const { nodeName, trust, lastSeen, deadline, waiting } = peer;
  return map.peer(nodeName, [
    peers.trust[trust],
    lastSeen === null ? map.never : map.heard(formats.relative(Math.min(lastSeen, now), now)),
    ...(deadline === null ? [] : [map.ends(formats.relative(Math.max(deadline, now + 1), now))]),
    ...(hasWaiting(peer) ? [map.waits(waiting)] : []),
  ]);
}

function roundToTenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
