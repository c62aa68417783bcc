/** A box to be ticked, as the platform's own control; `mixed` where it stands for many and they differ. */
import { useLayoutEffect, useRef } from 'preact/hooks';

interface TickProps {
  readonly label: string;
  /** What it stands for is seen beside it: the label is only said. */
  readonly isBare?: boolean;
  /** How many it stands for: said and shown behind the label. */
  readonly figure?: string;
  readonly checked: boolean;
  readonly mixed?: boolean;
  /** Id of the text that says what it is about. */
  readonly describedBy?: string;
  onChange(checked: boolean): void;
}

export function Checkbox({ label, isBare = false, figure, checked, mixed = false, describedBy, onChange }: TickProps) {
  const box = useRef<HTMLInputElement>(null);
  // Whoever ticks it takes the dash away by that, so it is set anew each time.
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  });
  return (
    <label class="tick">
      <input
        ref={box}
        type="checkbox"
        aria-label={isBare ? label : undefined}
        checked={checked}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {!isBare && <strong>{label}</strong>}
      {figure !== undefined && <span class="muted"> {figure}</span>}
    </label>
  );
}
