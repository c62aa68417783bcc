/** The installed app's shortcuts: `#exchange/bring-in` and `#exchange/new-handshake` lead to a button, and press none. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useRoute } from '../../hooks/route.ts';

/** Focuses the first button of the element where the address names it, and takes the name off again: the same shortcut can be used once more. */
export function useShortcut<T extends HTMLElement>(name: 'bring-in' | 'new-handshake'): RefObject<T | null> {
  const element = useRef<T>(null);
  const isCalled = useRef(false);
  const { screen, detail } = useRoute();
  const isNamed = screen === 'exchange' && detail[0] === name;
  useEffect(() => {
    if (isNamed) {
      isCalled.current = true;
      location.replace('#exchange');
    } else if (isCalled.current) {
      // Only now: a screen that has just been opened takes the focus for itself first.
      isCalled.current = false;
      element.current?.querySelector('button')?.focus();
    }
  }, [isNamed]);
  return element;
}
