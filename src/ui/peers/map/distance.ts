/** How far from the middle of the map: time since contact on a log scale that hangs on the timeout alone, so that no peer moves another. */
import { DAY, HOUR, MINUTE } from '../../words/formats.ts';

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
