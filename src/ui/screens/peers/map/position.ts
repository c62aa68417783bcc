/**
 * Where a peer belongs on the map: its distance from the middle says how long ago the contact was, its direction comes
 * from its id. Other peers do not matter, so no peer moves another, and the direction is the same on every device.
 */
import { DAY, HOUR, MINUTE } from '../../../words/formats.ts';

/**
 * The scale of distances: a share of the way from its inner to its outer end, by the silence in timeouts.
 *
 *     silence   0    1/32   1/2    1      4       16 and longer
 *     share     0    0.15   0.61   0.75   0.875   1
 *
 * It is logarithmic from about `LOG_FROM` timeouts on; a shorter silence counts as just now.
 */
const LOG_FROM = 1 / 32;
/** The share at which the timeout lies: most peers are still within it. */
const TIMEOUT_SHARE = 0.75;
/** The silence that lies at the outer end, in timeouts. */
const LONGEST_SILENCE = 16;

/** Times for which a circle may be drawn. */
const ROUND_AGES = [MINUTE, 10 * MINUTE, HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];
/** In pixels. Circles that are nearer to each other look like one. */
const MIN_CIRCLE_GAP = 26;

export interface Scale {
  /** In milliseconds. */
  readonly timeout: number;
  /** Where the scale begins and ends, in pixels from the middle. */
  readonly inner: number;
  readonly outer: number;
}

/** A circle that stands for one time since contact. */
export interface Guide {
  /** In milliseconds. */
  readonly age: number;
  readonly radius: number;
}

/** In pixels from the middle. A peer never heard of (null) is at the outer end; a contact ahead of our clock is now. */
export function distanceOf(lastSeen: number | null, now: number, { timeout, inner, outer }: Scale): number {
  if (lastSeen === null) return outer;
  return inner + (outer - inner) * shareOf(Math.max(0, now - lastSeen) / timeout);
}

/** `silence`: in timeouts. */
function shareOf(silence: number): number {
  if (silence < 1) return (TIMEOUT_SHARE * Math.log1p(silence / LOG_FROM)) / Math.log1p(1 / LOG_FROM);
  return TIMEOUT_SHARE + (1 - TIMEOUT_SHARE) * Math.min(1, Math.log(silence) / Math.log(LONGEST_SILENCE));
}

/** The circle of the timeout first, then those of round times that are far enough from each other. */
export function guidesOf(scale: Scale): readonly Guide[] {
  const guides: Guide[] = [{ age: scale.timeout, radius: distanceOf(0, scale.timeout, scale) }];
  for (const age of ROUND_AGES) {
    const radius = distanceOf(0, age, scale);
    const taken = [scale.inner, ...guides.map((guide) => guide.radius)];
    const isSeen = radius < scale.outer && taken.every((other) => Math.abs(other - radius) >= MIN_CIRCLE_GAP);
    if (isSeen) guides.push({ age, radius });
  }
  return guides;
}

/** In radians. */
export function directionOf(peerId: string): number {
  return (hashOf(peerId, 0) / 2 ** 32) * 2 * Math.PI;
}

/** If two peers want the same place, the one with the smaller rank gets it. */
export function rankOf(peerId: string): number {
  return hashOf(peerId, 0x5bd1e995);
}

/**
 * 32 bits: FNV-1a, and then the finalizer of MurmurHash3, so that ids that differ in one letter point in different
 * directions.
 */
function hashOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
