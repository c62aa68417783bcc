import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Most waits are shorter than the time it takes to read about them. */
const DELAY_MS = 400;

/** Shows its text after a delay, so that a short wait shows nothing. */
export function ShowLate({ children }: { children: ComponentChildren }) {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? <p class="muted">{children}</p> : null;
}
