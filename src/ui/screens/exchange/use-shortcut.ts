/** Shortcuts of the installed app: `#exchange/bring-in` and `#exchange/new-handshake` focus a button. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useRoute } from '../../hooks/route.ts';

/**
 * Focuses the first button of the returned element if the address names the shortcut. Then it removes the name from the
 * address, so that the same shortcut can be used again.
 */
export function useShortcut<T extends HTMLElement>(name: 'bring-in' | 'new-handshake'): RefObject<T | null> {
  const element = useRef<T>(null);
  const isPending = useRef(false);
  const { screen, detail } = useRoute();
  const isNamed = screen === 'exchange' && detail[0] === name;
  useEffect(() => {
    if (isNamed) {
      isPending.current = true;
      location.replace('#exchange');
    } else if (isPending.current) {
      // Not earlier: a screen that has just been opened focuses itself first.
      isPending.current = false;
      element.current?.querySelector('button')?.focus();
    }
  }, [isNamed]);
  return element;
}
