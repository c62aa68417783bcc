import type { ComponentChildren } from 'preact';
import type { Act } from '../hooks/use-act.ts';
import { useWords } from '../words/words.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps {
  readonly children: ComponentChildren;
  /** primary: the next thing to do. quiet: without a border, for a row. danger: cannot be undone. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly icon?: IconName;
  /** While this act runs, the button shows that it is busy; it keeps the focus. */
  readonly act?: Act;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  /** Id of the text that says what the button is about, or why it is disabled. */
  readonly describedBy?: string | undefined;
  readonly onClick?: () => void;
}

export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'plain',
    type = 'button',
    icon,
    act,
    disabled = false,
    expanded,
    describedBy,
    onClick,
  } = props;
  const { shell } = useWords();
  const busy = act?.busy ?? false;
  return (
    <button
      type={type}
      class={`button ${kind}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-expanded={expanded}
      aria-describedby={describedBy}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
      {busy && <span class="spinner" title={shell.working} />}
    </button>
  );
}
