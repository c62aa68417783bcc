import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words/words.ts';

/** Most memories open in less time than a person needs to read this. */
const SILENT_MS = 400;

export function Connecting() {
  const words = useWords();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return <main class="lone">{isSlow && <p class="muted">{words.shell.connecting}</p>}</main>;
}
