import { Field } from './Field.tsx';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** Said instead of the label to whoever does not see where it stands; the label is part of it. */
  readonly name?: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  onChange(value: Value): void;
}

/** One of a list, as the platform's own control: it fits every phone and every screen reader. */
export function Select<Value extends string>({ label, name, hint, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(attributes) => (
        <select
          {...attributes}
          aria-label={name}
          value={value}
          onChange={(event) => {
            const chosen = options.find(([option]) => option === event.currentTarget.value);
            if (chosen) onChange(chosen[0]);
          }}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option} selected={option === value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
