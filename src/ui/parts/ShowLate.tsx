import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Most waits are shorter than it takes to read what is said of them. */
const SILENT_MS = 400;

/** Shows what it holds only where a wait has become one. */
export function ShowLate({ children }: { children: ComponentChildren }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSlow ? <p class="muted">{children}</p> : null;
}
