/**
 * Where everything stands on the map. Pure; all lengths are pixels, all points are from the top left.
 *
 * Each peer wants the place that `position.ts` gives it. Peers with a smaller rank choose first, and a peer stays where
 * it wants to be if that place is free. The others are moved: along their own circle first, because the direction means
 * nothing, and the distance means the time since contact.
 *
 * Example: a map of 704 pixels, the timeout at radius 243.5, symbols of 36 pixels with a gap of 4. A step is 20 pixels,
 * half of symbol and gap. A peer wants radius 100 and direction 1 (radians), and that place is taken. Then it tries:
 *   1. radius 100, direction 1 + 0.2, 1 - 0.2, 1 + 0.4, 1 - 0.4, and so on around the circle (0.2 = 20 / 100);
 *   2. the same on radius 120, 80, 140, 60, 160, 180, 200, 220, 240: outwards and inwards in turns. Radius 40 is left
 *      out, because this node stands there; 260 is left out, because it would say that the timeout is over.
 * If nothing is free, the whole map is tried again with the next smaller symbols. Symbols below 13 pixels may cross the
 * circle of the timeout, once their own side is full.
 */
import { type Box, boxAround, type Point } from './boxes.ts';
import { type NamePlace, placeNames } from './name-places.ts';
import { directionOf, distanceOf, type Guide, guidesOf, rankOf, type Scale } from './position.ts';
import { SymbolGrid } from './symbol-grid.ts';

export interface MapPeer {
  readonly peerId: string;
  readonly nodeName: string;
  readonly lastSeen: number | null;
}

export interface MapFrame {
  readonly now: number;
  /** In milliseconds. */
  readonly timeout: number;
  /** Width and height of the map. */
  readonly side: number;
}

/** The middle of a peer's symbol, and what belongs to it. */
export interface Place extends Point {
  readonly peerId: string;
  /** Radius within which a tap means this peer and no other. */
  readonly reach: number;
  /** null: there is no room for it. */
  readonly name: NamePlace | null;
}

export interface MapLayout {
  readonly middle: number;
  /** Width for the name of this node; 0: the map is too small for it. */
  readonly selfName: number;
  /** Width and height of a symbol: the more peers, the smaller. */
  readonly symbolSize: number;
  readonly guides: readonly Guide[];
  readonly places: readonly Place[];
}

/** How far the symbol of this node reaches from the middle, and how far with its name, which stands below. */
const SELF = { half: 24, namedHalf: 40, namedDown: 44 };
const SMALLEST_MAP_WITH_SELF_NAME = 480;
/** The text of a guide, which stands on top of its circle. */
const GUIDE_TEXT = { width: 72, height: 18 };

/** Tried in this order. */
const SYMBOL_SIZES = [36, 32, 28, 25, 20, 16, 13, 10, 8, 6, 4, 3];
const SMALLEST_SYMBOL = 3;
/** Symbols of this size and larger stay on their side of the timeout. */
const SMALLEST_NOT_CROSSING = 13;
const MOST_NAMED_PEERS = 24;
/**
 * The share of the map's circle that symbols may cover, with names and without. With more, many peers would stand far
 * from where they belong.
 */
const MAX_FILL = { named: 0.3, nameless: 0.55 };
const MAX_REACH = 22;

/** Draws all peers with the largest symbols for which everybody finds a place. */
export function layoutMap(peers: readonly MapPeer[], frame: MapFrame): MapLayout {
  const { side } = frame;
  const middle = side / 2;
  const selfName = side < SMALLEST_MAP_WITH_SELF_NAME ? 0 : SELF.namedHalf * 2;
  const scale = scaleOf(frame, selfName);
  const guides = guidesOf(scale);
  const fixed = [selfBox(middle, selfName), ...guides.map(({ radius }) => guideBox(middle, radius))];
  const wishes = wishesOf(peers, frame.now, scale);
  const drawn = { middle, selfName, guides };
  for (const symbolSize of SYMBOL_SIZES) {
    if (!hasRoomFor(symbolSize, peers.length, side)) continue;
    const grid = new SymbolGrid(side, spacingOf(symbolSize), fixed);
    const points = findPoints(wishes, grid, (wish) => otherPoints(wish, symbolSize, scale, middle), middle);
    if (points) return { ...drawn, symbolSize, places: placesOf(points, symbolSize, side, fixed) };
  }
  // Thousands of peers on the smallest of screens: they overlap, each where it belongs.
  const points = new Map(wishes.map((wish) => [wish, pointAt(wish, middle)]));
  return { ...drawn, symbolSize: SMALLEST_SYMBOL, places: placesOf(points, SMALLEST_SYMBOL, side, fixed) };
}

/** A point as direction and distance from the middle. */
interface Polar {
  /** In radians. */
  readonly angle: number;
  readonly radius: number;
}

/** Where a peer wants to stand. */
interface Wish extends Polar {
  readonly peerId: string;
  readonly name: string;
}

function scaleOf({ side, timeout }: MapFrame, selfName: number): Scale {
  return { timeout, inner: (selfName > 0 ? SELF.namedDown : SELF.half) + 6, outer: side / 2 - Math.min(44, side / 10) };
}

/** In the order in which they choose. */
function wishesOf(peers: readonly MapPeer[], now: number, scale: Scale): readonly Wish[] {
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

function hasRoomFor(symbolSize: number, count: number, side: number): boolean {
  const fill = count <= MOST_NAMED_PEERS ? MAX_FILL.named : MAX_FILL.nameless;
  return count * spacingOf(symbolSize) ** 2 <= fill * Math.PI * (side / 2) ** 2;
}

/** A symbol and the gap to the next one. */
function spacingOf(symbolSize: number): number {
  return symbolSize + Math.min(4, symbolSize / 6);
}

function selfBox(middle: number, selfName: number): Box {
  const half = Math.max(SELF.half, selfName / 2);
  const down = selfName > 0 ? SELF.namedDown : SELF.half;
  return { left: middle - half, right: middle + half, top: middle - SELF.half, bottom: middle + down };
}

function guideBox(middle: number, radius: number): Box {
  return boxAround({ x: middle, y: middle - radius }, GUIDE_TEXT.width, GUIDE_TEXT.height);
}

/**
 * First all peers whose own place is free, then the others. So a new peer moves only those whose place it takes.
 * null: somebody found no place.
 */
function findPoints(
  wishes: readonly Wish[],
  grid: SymbolGrid,
  othersFor: (wish: Wish) => Iterable<Point>,
  middle: number,
): ReadonlyMap<Wish, Point> | null {
  const points = new Map<Wish, Point>();
  const take = (wish: Wish, point: Point) => {
    grid.add(point);
    points.set(wish, point);
  };
  const moved: Wish[] = [];
  for (const wish of wishes) {
    const point = pointAt(wish, middle);
    if (grid.isFree(point)) take(wish, point);
    else moved.push(wish);
  }
  for (const wish of moved) {
    const point = firstFree(othersFor(wish), grid);
    if (!point) return null;
    take(wish, point);
  }
  return points;
}

function firstFree(points: Iterable<Point>, grid: SymbolGrid): Point | null {
  for (const point of points) if (grid.isFree(point)) return point;
  return null;
}

/** Where else a peer may stand, the best first: along its own circle in both directions, then along the next ones. */
function* otherPoints({ angle, radius }: Polar, symbolSize: number, scale: Scale, middle: number): Generator<Point> {
  const step = spacingOf(symbolSize) / 2;
  const mayCross = symbolSize < SMALLEST_NOT_CROSSING;
  for (const other of radiiAround(radius, step, scale, middle, mayCross)) {
    const turns = Math.floor((Math.PI * other) / step);
    for (let turn = 0; turn <= turns; turn++) {
      const by = (turn * step) / other;
      yield pointAt({ angle: angle + by, radius: other }, middle);
      yield pointAt({ angle: angle - by, radius: other }, middle);
    }
  }
}

/**
 * The circles that a peer may stand on: its own, then outwards and inwards in turns, as far as the corners of the map.
 * Those on the other side of the timeout come last, and only if it `mayCross`.
 */
function radiiAround(radius: number, step: number, scale: Scale, middle: number, mayCross: boolean): readonly number[] {
  const radii = [radius];
  for (let away = step; away < middle * Math.SQRT2; away += step) radii.push(radius + away, radius - away);
  const limit = distanceOf(0, scale.timeout, scale);
  const onMap = radii.filter((other) => other >= scale.inner);
  const ownSide = onMap.filter((other) => other < limit === radius < limit);
  return mayCross ? [...ownSide, ...onMap.filter((other) => !ownSide.includes(other))] : ownSide;
}

function pointAt({ angle, radius }: Polar, middle: number): Point {
  return { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) };
}

function placesOf(
  points: ReadonlyMap<Wish, Point>,
  symbolSize: number,
  side: number,
  fixed: readonly Box[],
): readonly Place[] {
  const all = [...points].map(([{ peerId, name }, { x, y }]) => ({ peerId, name, x, y }));
  const names = all.length <= MOST_NAMED_PEERS ? placeNames(all, symbolSize, side, fixed) : null;
  return all.map(({ peerId, x, y }, index) => {
    const distances = all.map((other, at) => (at === index ? Infinity : Math.hypot(other.x - x, other.y - y)));
    const reach = Math.max(symbolSize / 2, Math.min(MAX_REACH, ...distances.map((distance) => distance / 2)));
    return { peerId, x, y, reach, name: names?.get(peerId) ?? null };
  });
}
