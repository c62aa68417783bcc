/** A region that has just come up and wants to be dealt with: the focus goes there, so that keyboard and screen reader follow. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocus } from '../hooks/use-focus.ts';
import { useWords } from '../words/words.ts';
import { Icon } from './Icon.tsx';

interface FocusedProps {
  /** Its accessible name. */
  readonly label: string;
  readonly children: ComponentChildren;
  /** Where it can be put away without a decision. */
  readonly onClose?: () => void;
}

export function FocusRegion({ label, children, onClose }: FocusedProps) {
  const { shell } = useWords();
  const region = useRef<HTMLElement>(null);
  useFocus(region);
  return (
    <section ref={region} class="card raised stack" aria-label={label} tabIndex={-1}>
      {onClose && (
        <button type="button" class="icon-button corner" aria-label={shell.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
      {children}
    </section>
  );
}
