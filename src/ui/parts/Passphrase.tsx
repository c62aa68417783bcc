import { Field } from './Field.tsx';

interface PassphraseProps {
  readonly label: string;
  /** The person makes it up now, so that a password manager offers to store it. */
  readonly isNew?: boolean;
  readonly value: string;
  onInput(value: string): void;
}

export function Passphrase({ label, isNew = false, value, onInput }: PassphraseProps) {
  return (
    <Field label={label}>
      {(attributes) => (
        <input
          {...attributes}
          type="password"
          autocomplete={isNew ? 'new-password' : 'current-password'}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
