/** Keeps the keyboard focus where the person expects it, if something appears on the screen or goes from it. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Focuses `target` when it appears. When it goes and takes the focus with it, the focus returns to where it was. */
export function useFocus(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    target.current?.focus();
    return () => {
      // Only afterwards is `target` out of the page, and the focus is seen to be lost with it or to be elsewhere.
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    };
  }, [target]);
}

/** Call it if the focused element has gone from the screen: the keyboard goes on from the heading. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
