/** How wide an element is, so that a drawing in it has letters and marks of one size on every screen. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** null until it was measured. */
export function useSide(target: RefObject<HTMLElement | null>): number | null {
  const [side, setSide] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return;
    const measure = () => setSide(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return side;
}
