/** A time in short; a tap tells it exactly, and another one in short again. */
import { useState } from 'preact/hooks';

export function Told({ at, short, exact }: { at: string; short: string; exact: string }) {
  const [isExact, setExact] = useState(false);
  return (
    <button type="button" class="told" title={exact} onClick={() => setExact(!isExact)}>
      <time dateTime={at}>{isExact ? exact : short}</time>
    </button>
  );
}
