/**
 * Who stands where on the map. Pure: direction from the peer id, distance from the time since contact, and where two would stand on each other, one steps
 * aside along its own circle first, since the direction means nothing and the distance does. Pixels from the top left.
 */

import { type Box, Ground, type Point } from './ground.ts';
import { type NamePlace, placeNames } from './name-places.ts';
import { directionOf, distanceOf, type Guide, guidesOf, rankOf, type Scale } from './position.ts';

export interface MapPeer {
  readonly peerId: string;
  readonly nodeName: string;
  readonly lastSeen: number | null;
}

export interface MapFrame {
  readonly now: number;
  readonly timeout: number;
  /** Width and height of the map. */
  readonly side: number;
}

export interface Place extends Point {
  readonly peerId: string;
  /** Radius within which a tap means this peer and no other. */
  readonly reach: number;
  /** null: there is no room for it. */
  readonly name: NamePlace | null;
}

export interface MapLayout {
  readonly middle: number;
  /** Width there is for this node's own name; 0: none is written. */
  readonly selfName: number;
  /** Width and height of a mark: the more peers, the smaller. */
  readonly mark: number;
  readonly guides: readonly Guide[];
  readonly places: readonly Place[];
}

/** How far what stands in the middle reaches, and how far with its name below, for which small maps have no room. */
const SELF = { half: 24, namedHalf: 40, namedDown: 44 };
const SMALLEST_WITH_SELF_NAME = 480;
/** What a guide's words take on top of its circle. */
const GUIDE = { half: 36, height: 18 };

const MARKS = [36, 32, 28, 25, 20, 16, 13, 10, 8, 6, 4, 3];
const SMALLEST = 3;
/** Marks this large stay on their side of the timeout; smaller ones may be pushed across. */
const SMALLEST_TRUE = 13;
const MOST_NAMED = 24;
/** Marks may cover so much of the map's circle, with room for names or without: with more, many would stand far from where they belong. */
const FILL = { named: 0.3, nameless: 0.55 };
const FARTHEST_TAP = 22;

/** The largest marks with which everybody finds a place. */
export function layoutMap(peers: readonly MapPeer[], frame: MapFrame): MapLayout {
  const middle = frame.side / 2;
  const selfName = frame.side < SMALLEST_WITH_SELF_NAME ? 0 : SELF.namedHalf * 2;
  const scale = scaleOf(frame, selfName);
  const guides = guidesOf(scale);
  const wanted = wantedPlaces(peers, frame.now, scale);
  const fixed = [selfBox(middle, selfName), ...guides.map(({ radius }) => guideBox(middle, radius))];
  const drawn = { middle, selfName, guides };
  for (const mark of MARKS) {
    if (!hasRoomFor(mark, peers.length, frame.side)) continue;
    const ground = new Ground(frame.side, footOf(mark), fixed);
    const spots = settle(wanted, ground, (one) => waysAside(one, mark, scale, middle), middle);
    if (spots) return { ...drawn, mark, places: placesOf(spots, mark, frame.side, fixed) };
  }
  // Thousands on the smallest of screens: they stand on each other, each where it belongs.
  const spots = new Map(wanted.map((one) => [one, pointAt(one, middle)]));
  return { ...drawn, mark: SMALLEST, places: placesOf(spots, SMALLEST, frame.side, fixed) };
}

interface Wanted {
  readonly peerId: string;
  readonly name: string;
  readonly angle: number;
  readonly radius: number;
}

function scaleOf({ side, timeout }: MapFrame, selfName: number): Scale {
  return { timeout, inner: (selfName > 0 ? SELF.namedDown : SELF.half) + 6, outer: side / 2 - Math.min(44, side / 10) };
}

function wantedPlaces(peers: readonly MapPeer[], now: number, scale: Scale): readonly Wanted[] {
  return peers
    .map(({ peerId, nodeName, lastSeen }) => ({
      peerId,
      name: nodeName,
      angle: directionOf(peerId),
      radius: distanceOf(lastSeen, now, scale),
      rank: rankOf(peerId),
    }))
    .sort((a, b) => a.rank - b.rank || (a.peerId < b.peerId ? -1 : 1));
}

function hasRoomFor(mark: number, count: number, side: number): boolean {
  const fill = count <= MOST_NAMED ? FILL.named : FILL.nameless;
  return count * footOf(mark) ** 2 <= fill * Math.PI * (side / 2) ** 2;
}

/** A mark and the gap to the next one. */
function footOf(mark: number): number {
  return mark + Math.min(4, mark / 6);
}

function selfBox(middle: number, selfName: number): Box {
  const half = Math.max(SELF.half, selfName / 2);
  const down = selfName > 0 ? SELF.namedDown : SELF.half;
  return { left: middle - half, right: middle + half, top: middle - SELF.half, bottom: middle + down };
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
  waysOf: (one: Wanted) => Iterable<Point>,
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
    const at = firstFree(waysOf(one), ground);
    if (!at) return null;
    take(one, at);
  }
  return spots;
}

function firstFree(ways: Iterable<Point>, ground: Ground): Point | null {
  for (const at of ways) if (ground.isFree(at)) return at;
  return null;
}

/** Where else a peer may stand, the best first: along its own circle in both directions, then on the next ones. */
function* waysAside({ angle, radius }: Wanted, mark: number, scale: Scale, middle: number): Generator<Point> {
  const step = footOf(mark) / 2;
  for (const other of radiiAround(radius, step, scale, middle, mark < SMALLEST_TRUE)) {
    const turns = Math.floor((Math.PI * other) / step);
    for (let turn = 0; turn <= turns; turn++) {
      const by = (turn * step) / other;
      yield pointAt({ angle: angle + by, radius: other }, middle);
      yield pointAt({ angle: angle - by, radius: other }, middle);
    }
  }
}

/** From its own distance outwards and inwards in turns, into the corners of the map; on its own side of the timeout, and only then beyond it. */
function radiiAround(radius: number, step: number, scale: Scale, middle: number, mayCross: boolean): readonly number[] {
  const radii = [radius];
  for (let away = step; away < middle * Math.SQRT2; away += step) radii.push(radius + away, radius - away);
  const limit = distanceOf(0, scale.timeout, scale);
  const onMap = radii.filter((other) => other >= scale.inner);
  const ownSide = onMap.filter((other) => other < limit === radius < limit);
  return mayCross ? [...ownSide, ...onMap.filter((other) => !ownSide.includes(other))] : ownSide;
}

function pointAt({ angle, radius }: Pick<Wanted, 'angle' | 'radius'>, middle: number): Point {
  return { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
}

function placesOf(
  spots: ReadonlyMap<Wanted, Point>,
  mark: number,
  side: number,
  fixed: readonly Box[],
): readonly Place[] {
  const all = [...spots].map(([{ peerId, name }, { x, y }]) => ({ peerId, name, x, y }));
  const names = all.length <= MOST_NAMED ? placeNames(all, mark, side, fixed) : null;
  return all.map(({ peerId, x, y }, index) => {
    const toOthers = all.map((other, at) => (at === index ? Infinity : Math.hypot(other.x - x, other.y - y)));
    const reach = Math.max(mark / 2, Math.min(FARTHEST_TAP, ...toOthers.map((far) => far / 2)));
    return { peerId, x, y, reach, name: names?.get(peerId) ?? null };
  });
}
