import { useState } from 'preact/hooks';
import type { WireTime } from '../../domain/time.ts';
import { useNow } from '../hooks/Clock.tsx';
import type { Formats } from '../words/formats.ts';
import { useWords } from '../words/words.ts';

interface MomentProps {
  readonly at: number;
  /** It is not ahead of us, even where the clock of the page, which ticks now and then, is behind it. */
  readonly past?: boolean;
}

/** A local time, told from now. */
export function Time({ at, past = false }: MomentProps) {
  const { formats } = useWords();
  const now = useNow();
  const short = formats.relative(past ? Math.min(at, now) : at, now);
  return <TapTime at={new Date(at).toISOString()} short={short} exact={formats.exactDate(at)} />;
}

/** A time in short; a tap tells it exactly, and another one in short again. */
export function TapTime({ at, short, exact }: { at: string; short: string; exact: string }) {
  const [isExact, setExact] = useState(false);
  return (
    <button type="button" class="told" title={exact} onClick={() => setExact(!isExact)}>
      <time dateTime={at}>{isExact ? exact : short}</time>
    </button>
  );
}

/** A time by somebody else's clock: a tap shows it as it was written. */
export function WrittenAt({ time }: { time: WireTime }) {
  const { formats } = useWords();
  const short = shownTime(time, formats);
  return short === null ? time : <TapTime at={time} short={short} exact={time} />;
}

/** What the reference writes for a time that was never set. */
const NEVER = '0001-01-01T00:00:00Z';

/** In local time and the person's language; as it stands where it is no time; null where none was set. */
export function shownTime(time: WireTime, { date }: Formats): string | null {
  if (time === '' || time === NEVER) return null;
  const at = Date.parse(time);
  return Number.isNaN(at) ? time : date(at);
}
