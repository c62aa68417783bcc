import type { WireTime } from '../../domain/time.ts';
import { useWords } from '../words/words.ts';
import { shownTime } from './shown-time.ts';
import { Told } from './Told.tsx';

/** A time by somebody else's clock: a tap shows it as it was written. */
export function WrittenAt({ time }: { time: WireTime }) {
  const { formats } = useWords();
  const short = shownTime(time, formats);
  return short === null ? time : <Told at={time} short={short} exact={time} />;
}
