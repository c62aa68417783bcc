import { useLayoutEffect, useRef } from 'preact/hooks';

interface CheckboxProps {
  readonly label: string;
  /** The label is for screen readers only. */
  readonly isLabelHidden?: boolean;
  /** A count, shown behind the label. */
  readonly count?: string;
  readonly checked: boolean;
  /** It stands for several things, and only some of them are checked. */
  readonly mixed?: boolean;
  /** Id of the text that says what the checkbox is about. */
  readonly describedBy?: string;
  onChange(checked: boolean): void;
}

export function Checkbox({
  label,
  isLabelHidden = false,
  count,
  checked,
  mixed = false,
  describedBy,
  onChange,
}: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  // A click clears the state in the browser, so it is set after every render.
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  });
  return (
    <label class="tick">
      <input
        ref={box}
        type="checkbox"
        aria-label={isLabelHidden ? label : undefined}
        checked={checked}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {!isLabelHidden && <strong>{label}</strong>}
      {count !== undefined && <span class="muted"> {count}</span>}
    </label>
  );
}
