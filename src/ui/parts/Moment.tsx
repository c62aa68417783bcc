import { useNow } from '../Clock.tsx';
import { useWords } from '../words/words.ts';
import { Told } from './Told.tsx';

interface MomentProps {
  readonly at: number;
  /** It is not ahead of us, even where the clock of the page, which ticks now and then, is behind it. */
  readonly past?: boolean;
}

/** A local time, told from now. */
export function Moment({ at, past = false }: MomentProps) {
  const { formats } = useWords();
  const now = useNow();
  const short = formats.relative(past ? Math.min(at, now) : at, now);
  return <Told at={new Date(at).toISOString()} short={short} exact={formats.exactDate(at)} />;
}
