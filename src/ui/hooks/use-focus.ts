/** For what comes up and goes away again: takes the focus, and gives it back to where it was. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

export function useFocus(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    target.current?.focus();
    return () => {
      // By then it is gone from the page. If the focus went with it, it goes back; if it is elsewhere, it stays there.
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    };
  }, [target]);
}

/** Where what was worked on is gone from the screen, the keyboard goes on from the top of it. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus();
}
