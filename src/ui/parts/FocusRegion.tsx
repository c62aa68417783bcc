/** A region that takes the focus when it appears, so that keyboard and screen reader go there. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFocus } from '../hooks/use-focus.ts';
import { useWords } from '../words/words.ts';
import { Icon } from './Icon.tsx';

interface FocusRegionProps {
  /** Accessible name of the region. */
  readonly label: string;
  readonly children: ComponentChildren;
  /** Shows a button that closes the region without a decision. */
  readonly onClose?: () => void;
}

export function FocusRegion({ label, children, onClose }: FocusRegionProps) {
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
