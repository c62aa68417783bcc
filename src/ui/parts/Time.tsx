/** Times: `Time` by this device's clock, `WrittenAt` by somebody else's. A tap switches between short and exact. */
import { useState } from 'preact/hooks';
import type { WireTime } from '../../domain/time.ts';
import { useNow } from '../hooks/Clock.tsx';
import type { Formats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';

interface TimeProps {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The time is not in the future. The page's clock ticks seldom, and may be behind it. */
  readonly past?: boolean;
}

/** A time relative to now: "5 minutes ago". */
export function Time({ at, past = false }: TimeProps) {
  const { formats } = useWords();
  const now = useNow();
  const short = formats.relative(past ? Math.min(at, now) : at, now);
  return <TapTime at={new Date(at).toISOString()} short={short} exact={formats.exactDate(at)} />;
}

/** `at`: for machines; `short` and `exact`: what a person reads before and after a tap. */
export function TapTime({ at, short, exact }: { at: string; short: string; exact: string }) {
  const [isExact, setExact] = useState(false);
  return (
    <button type="button" class="told" title={exact} onClick={() => setExact(!isExact)}>
      <time dateTime={at}>{isExact ? exact : short}</time>
    </button>
  );
}

/** A time by somebody else's clock. A tap shows it as it was written. */
export function WrittenAt({ time }: { time: WireTime }) {
  const { formats } = useWords();
  const short = formatWireTime(time, formats);
  return short === null ? time : <TapTime at={time} short={short} exact={time} />;
}

/** Go writes this for a time that was never set. */
const NEVER_SET = '0001-01-01T00:00:00Z';

/** A time in local time and the person's language; null if none was set; as it is written if it cannot be read. */
export function formatWireTime(time: WireTime, { date }: Formats): string | null {
  if (time === '' || time === NEVER_SET) return null;
  const at = Date.parse(time);
  return Number.isNaN(at) ? time : date(at);
}
