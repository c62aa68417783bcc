/**
 * Two clocks (ARCHITECTURE "Time and deadlines"). `Millis` is this node's clock. `WireTime` is a sender's time, stored
 * exactly as written. It is shown and compared. Nothing is ever accepted or refused by it.
 */

/** Milliseconds since 1970, or a duration in milliseconds. */
export type Millis = number;
/** An RFC 3339 text with up to nine digits of a second's fraction and any offset, as written. */
export type WireTime = string;

/** Nanoseconds since the Unix epoch. */
export type Instant = bigint;

/** Go writes this for a time that was never set. */
export const NEVER: WireTime = '0001-01-01T00:00:00Z';

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
const SECOND = 1_000_000_000n;

/**
 * The instant that a text names. null: it is not an RFC 3339 time as Go's decoder takes it. `T` and `Z` must be upper
 * case, the day must exist, and second 60 does not.
 */
export function parseTime(text: string): Instant | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const offset = offsetSeconds(match[8] as string);
  if (offset === null) return null;
  const seconds = daysFromEpoch(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset;
  return BigInt(seconds) * SECOND + BigInt((match[7] ?? '').padEnd(9, '0'));
}

/** A local stamp as the wire carries it: UTC, with milliseconds. */
export function wireTime(time: Millis): WireTime {
  return new Date(time).toISOString();
}

function offsetSeconds(zone: string): number | null {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (zone[0] === '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
}

/** `Date.UTC` reads years below 100 as 19xx. `setUTCFullYear` does not. */
function daysFromEpoch(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}
