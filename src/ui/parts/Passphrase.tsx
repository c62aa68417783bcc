import { Field } from './Field.tsx';

interface PassphraseProps {
  readonly label: string;
  /** It is made up here, and not remembered from somewhere. */
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
