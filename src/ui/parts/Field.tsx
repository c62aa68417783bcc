import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Draws the control with these attributes, which connect it to its label and hint. */
  readonly children: (attributes: { id: string; 'aria-describedby': string | undefined }) => ComponentChild;
}

/** A label and a hint around any control. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': hint ? hintId : undefined })}
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
