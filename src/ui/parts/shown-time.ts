/** A time as somebody else's clock wrote it. */
import type { WireTime } from '../../domain/time.ts';
import type { Formats } from '../words/formats.ts';

/** What the reference writes for a time that was never set. */
const NEVER = '0001-01-01T00:00:00Z';

/** In local time and the person's language; as it stands where it is no time; null where none was set. */
export function shownTime(time: WireTime, { date }: Formats): string | null {
  if (time === '' || time === NEVER) return null;
  const at = Date.parse(time);
  return Number.isNaN(at) ? time : date(at);
}
