/**
 * Who stands where on the map. Pure: direction from the peer id, distance from the time since contact, and where two would stand on each other, one steps
 * aside along its own circle first, since the direction means nothing and the distance does. Pixels from the top left.
 */
import { directionOf, rankOf } from './direction.ts';
import { distanceOf, type Guide, guidesOf, type Scale } from './distance.ts';
import { type Box, type Footprint, Ground, type Point } from './ground.ts';

export interface MapPeer {
  readonly peerId: string;
  readonly lastSeen: number | null;
}

export interface MapFrame {
  readonly now: number;
  readonly timeout: number;
  /** Width and height of the map. */
  readonly side: number;
}

/** How large marks are drawn: the more peers, the smaller. `name`: width there is for a name; 0: none is written. */
export interface MarkSize {
  readonly mark: number;
  readonly name: number;
}

export interface Place extends Point {
  readonly peerId: string;
  /** Radius within which a tap means this peer and no other. */
  readonly reach: number;
}

export interface MapLayout {
  readonly middle: number;
  readonly size: MarkSize;
  readonly guides: readonly Guide[];
  readonly places: readonly Place[];
}

/** Half the width of what stands in the middle, how far it reaches up, and down with its name. */
export const SELF = { half: 40, up: 24, down: 44 };
/** What a guide's words take on top of its circle. */
const GUIDE = { half: 36, height: 18 };
export const NAME_LINE = 18;

const SIZES: readonly MarkSize[] = [
  { mark: 38, name: 108 },
  { mark: 34, name: 74 },
  ...[30, 25, 20, 16, 13, 11, 9, 7, 5, 3].map((mark) => ({ mark, name: 0 })),
];
const MOST_NAMES = 24;
/** Marks may cover so much of the map's circle: with more, many would have to stand far from where they belong. */
const FILL = 0.5;
const FARTHEST_TAP = 22;

/** The largest marks with which everybody finds a place. */
export function layoutMap(peers: readonly MapPeer[], frame: MapFrame): MapLayout {
  const middle = frame.side / 2;
  const scale = scaleOf(frame);
  const guides = guidesOf(scale);
  const wanted = wantedPlaces(peers, frame.now, scale);
  const fixed = [selfBox(middle), ...guides.map(({ radius }) => guideBox(middle, radius))];
  for (const size of SIZES) {
    if (!hasRoomFor(size, peers.length, frame.side)) continue;
    const spots = settle(wanted, new Ground(frame.side, footprintOf(size), fixed), stepOf(size), scale, middle);
    if (spots) return { middle, size, guides, places: withReach(spots, size) };
  }
  // Thousands on the smallest of screens: they stand on each other, each where it belongs.
  const size = { mark: 3, name: 0 };
  return { middle, size, guides, places: withReach(new Map(wanted.map((one) => [one, pointAt(one, middle)])), size) };
}

interface Wanted {
  readonly peerId: string;
  readonly angle: number;
  readonly radius: number;
}

function scaleOf({ side, timeout }: MapFrame): Scale {
  const edge = Math.min(60, Math.max(38, side * 0.085));
  return { timeout, inner: SELF.down + 6, outer: side / 2 - edge };
}

function wantedPlaces(peers: readonly MapPeer[], now: number, scale: Scale): readonly Wanted[] {
  return peers
    .map(({ peerId, lastSeen }) => ({
      peerId,
      angle: directionOf(peerId),
      radius: distanceOf(lastSeen, now, scale),
      rank: rankOf(peerId),
    }))
    .sort((a, b) => a.rank - b.rank || (a.peerId < b.peerId ? -1 : 1));
}

function hasRoomFor(size: MarkSize, count: number, side: number): boolean {
  if (size.name > 0 && count > MOST_NAMES) return false;
  const { left, top, right, bottom } = footprintOf(size);
  return count * (right - left) * (bottom - top) <= FILL * Math.PI * (side / 2) ** 2;
}

function footprintOf({ mark, name }: MarkSize): Footprint {
  const gap = Math.min(4, mark / 4);
  const half = Math.max(mark + gap, name) / 2;
  const height = (mark + gap) / 2;
  return { left: -half, right: half, top: -height, bottom: height + (name > 0 ? NAME_LINE : 0) };
}

function stepOf({ mark }: MarkSize): number {
  return mark / 3;
}

function selfBox(middle: number): Box {
  const { half, up, down } = SELF;
  return { left: middle - half, right: middle + half, top: middle - up, bottom: middle + down };
}

function guideBox(middle: number, radius: number): Box {
  const { half, height } = GUIDE;
  const top = middle - radius - height / 2;
  return { left: middle - half, right: middle + half, top, bottom: top + height };
}

/** First whoever can stay where it belongs, then the others: so one that comes moves only those whose place it takes. null: somebody found none. */
function settle(
  wanted: readonly Wanted[],
  ground: Ground,
  step: number,
  scale: Scale,
  middle: number,
): ReadonlyMap<Wanted, Point> | null {
  const spots = new Map<Wanted, Point>();
  const take = (one: Wanted, at: Point) => {
    ground.take(at);
    spots.set(one, at);
  };
  const movers: Wanted[] = [];
  for (const one of wanted) {
    const at = pointAt(one, middle);
    if (ground.isFree(at)) take(one, at);
    else movers.push(one);
  }
  for (const one of movers) {
    const at = nearestFree(one, ground, step, scale, middle);
    if (!at) return null;
    take(one, at);
  }
  return spots;
}

function nearestFree(one: Wanted, ground: Ground, step: number, scale: Scale, middle: number): Point | null {
  for (const radius of radiiAround(one.radius, step, scale)) {
    const turns = Math.floor((Math.PI * radius) / step);
    for (let turn = 0; turn <= turns; turn++) {
      for (const angle of [one.angle + (turn * step) / radius, one.angle - (turn * step) / radius]) {
        const at = pointAt({ angle, radius }, middle);
        if (ground.isFree(at)) return at;
      }
    }
  }
  return null;
}

/** From its own distance outwards and inwards in turns, as far as the scale goes. */
function* radiiAround(radius: number, step: number, { inner, outer }: Scale): Generator<number> {
  yield radius;
  for (let away = step; radius + away <= outer || radius - away >= inner; away += step) {
    if (radius + away <= outer) yield radius + away;
    if (radius - away >= inner) yield radius - away;
  }
}

function pointAt({ angle, radius }: Pick<Wanted, 'angle' | 'radius'>, middle: number): Point {
  return { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
}

function withReach(spots: ReadonlyMap<Wanted, Point>, { mark }: MarkSize): readonly Place[] {
  const all = [...spots];
  return all.map(([{ peerId }, { x, y }]) => {
    const toOthers = all.map(([other, at]) => (other.peerId === peerId ? Infinity : Math.hypot(at.x - x, at.y - y)));
    return { peerId, x, y, reach: Math.max(mark / 2, Math.min(FARTHEST_TAP, ...toOthers.map((far) => far / 2))) };
  });
}
