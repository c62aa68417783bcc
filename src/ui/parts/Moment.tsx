import { useNow } from '../Clock.tsx';
import { useWords } from '../words/words.ts';

/** A local time, told from now; the exact one is behind it. */
export function Moment({ at }: { at: number }) {
  const { formats } = useWords();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={formats.exactDate(at)}>
      {formats.relative(at, now)}
    </time>
  );
}
