import { useNow } from '../Clock.tsx';
import { useWords } from '../words/words.ts';

interface MomentProps {
  readonly at: number;
  /** It is not ahead of us, even where the clock of the page, which ticks now and then, is behind it. */
  readonly past?: boolean;
}

/** A local time, told from now; the exact one is behind it. */
export function Moment({ at, past = false }: MomentProps) {
  const { formats } = useWords();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={formats.exactDate(at)}>
      {formats.relative(past ? Math.min(at, now) : at, now)}
    </time>
  );
}
