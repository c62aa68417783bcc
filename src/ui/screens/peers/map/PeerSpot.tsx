/** One peer on the map: a shape for its trust, a ring for the time left, a count for what waits, and a way to its card. */
import type { PeerView } from '../../../../peer-api.ts';
import { useNow } from '../../../hooks/Clock.tsx';
import { peerAddress } from '../../../hooks/route.ts';
import { TrustShape, trustClass } from '../../../parts/TrustBadge.tsx';
import { useWords, type Words } from '../../../words/words.ts';
import type { Place } from './layout.ts';

/** Marks smaller than this are a shape alone; from the other size on there is room for a number. */
const SMALLEST_RING = 13;
const SMALLEST_COUNT = 25;
const MOST_COUNTED = 99;

interface PeerSpotProps {
  readonly peer: PeerView;
  readonly place: Place;
  /** Width and height of the mark. */
  readonly mark: number;
  readonly timeout: number;
}

export function PeerSpot({ peer, place, mark, timeout }: PeerSpotProps) {
  const words = useWords();
  const now = useNow();
  const sentence = sentenceOf(peer, now, words);
  const share = shareLeft(peer, now, timeout);
  const radius = mark / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no li.
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a g does nothing by itself.
    <g
      role="listitem"
      class={`map-peer ${trustClass(peer.trust)}`}
      transform={`translate(${rounded(place.x)} ${rounded(place.y)})`}
    >
      <a href={peerAddress(peer.peerId)} aria-label={sentence}>
        <title>{sentence}</title>
        <svg overflow="visible" aria-hidden="true" focusable="false">
          <circle class="reach" r={rounded(place.reach)} />
          {mark >= SMALLEST_RING && <circle class="disc" r={radius} />}
          {mark >= SMALLEST_RING && share !== null && <Ring share={share} radius={radius} />}
          <circle class="halo" r={radius + 3} />
          <g class="shape" transform={shapeInside(mark, share !== null)}>
            <TrustShape trust={peer.trust} />
          </g>
          {mark >= SMALLEST_COUNT && isWaitedFor(peer) && <Count rows={peer.waiting} radius={radius} />}
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

/** Full right after contact, empty when trust ends; null where there is none that could. */
function shareLeft({ deadline }: PeerView, now: number, timeout: number): number | null {
  return deadline === null ? null : Math.min(1, Math.max(0, (deadline - now) / timeout));
}

function Ring({ share, radius }: { share: number; radius: number }) {
  const width = radius > 10 ? 3 : 2;
  const across = radius - width / 2;
  return (
    <>
      <circle class="track" r={across} stroke-width={width} />
      {share > 0 && (
        <circle
          class="left"
          r={across}
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
  const text = rows > MOST_COUNTED ? `${MOST_COUNTED}+` : formats.number(rows);
  const width = 10 + text.length * 6.5;
  return (
    <g class="count" transform={`translate(${radius * 0.8} ${-radius * 0.8})`}>
      <rect x={-width / 2} y={-8} width={width} height={16} rx={8} />
      <text dy="0.36em">{text}</text>
    </g>
  );
}

/** As in the list: only who is trusted can be brought something. */
function isWaitedFor({ deadline, waiting }: PeerView): boolean {
  return deadline !== null && waiting > 0;
}

/** The shape's square of 16 in the middle of the mark: within its ring, or over more of it where there is none. */
function shapeInside(mark: number, isRinged: boolean): string {
  const share = isRinged ? 0.62 : 0.75;
  const side = mark >= SMALLEST_RING ? mark * share : mark;
  return `translate(${-side / 2} ${-side / 2}) scale(${side / 16})`;
}

function sentenceOf(peer: PeerView, now: number, { map, peers, formats }: Words): string {
  const { nodeName, trust, lastSeen, deadline, waiting } = peer;
  return map.peer(nodeName, [
    peers.trust[trust],
    lastSeen === null ? map.never : map.heard(formats.relative(Math.min(lastSeen, now), now)),
    ...(deadline === null ? [] : [map.ends(formats.relative(Math.max(deadline, now + 1), now))]),
    ...(isWaitedFor(peer) ? [map.waits(waiting)] : []),
  ]);
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
