/** How far from the middle of the map: time since contact on a log scale that hangs on the timeout alone, so that no peer moves another. */
import { DAY, HOUR, MINUTE } from '../../../words/formats.ts';

/** The share of a timeout from which on the scale is logarithmic: below it, all is now. */
const NOW_IS = 1 / 32;
/** Where the timeout lies between the two ends of the scale: most peers are still within it. */
const TIMEOUT_IS = 0.75;
/** So many timeouts of silence are the edge of the map; whatever is longer stands there too. */
const EDGE_IS = 16;

const ROUND_AGES = [MINUTE, 10 * MINUTE, HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];
/** Circles that are nearer to each other than this are one to the eye. */
const CIRCLES_APART = 26;

/** Where the scale begins and ends, in pixels from the middle. */
export interface Scale {
  readonly timeout: number;
  readonly inner: number;
  readonly outer: number;
}

/** A circle that stands for one time since contact. */
export interface Guide {
  readonly age: number;
  readonly radius: number;
}

/** `lastSeen` null: never heard of, as far away as can be. A contact ahead of our clock is now. */
export function distanceOf(lastSeen: number | null, now: number, { timeout, inner, outer }: Scale): number {
  if (lastSeen === null) return outer;
  return inner + (outer - inner) * shareOf(Math.max(0, now - lastSeen) / timeout);
}

/** `silence`: in timeouts. */
function shareOf(silence: number): number {
  if (silence < 1) return (TIMEOUT_IS * Math.log1p(silence / NOW_IS)) / Math.log1p(1 / NOW_IS);
  return TIMEOUT_IS + (1 - TIMEOUT_IS) * Math.min(1, Math.log(silence) / Math.log(EDGE_IS));
}

/** The timeout first, then the round times between which there is room for the eye. */
export function guidesOf(scale: Scale): readonly Guide[] {
  const guides: Guide[] = [{ age: scale.timeout, radius: distanceOf(0, scale.timeout, scale) }];
  for (const age of ROUND_AGES) {
    const radius = distanceOf(0, age, scale);
    const taken = [scale.inner, ...guides.map((guide) => guide.radius)];
    const isSeen = radius < scale.outer && taken.every((other) => Math.abs(other - radius) >= CIRCLES_APART);
    if (isSeen) guides.push({ age, radius });
  }
  return guides;
}

/** What of a peer's place comes from its id alone: the same on every device, and whoever else is there. */

/** FNV-1a, mixed once more: ids that differ in one letter point in different directions. 32 bits. */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** In radians. */
export function directionOf(peerId: string): number {
  return (hashOf(peerId, 0) / 2 ** 32) * 2 * Math.PI;
}

/** Where two would stand on each other, the one with the smaller rank stays. */
export function rankOf(peerId: string): number {
  return hashOf(peerId, 0x5bd1e995);
}
