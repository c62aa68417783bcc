import { Field } from './Field.tsx';

interface SelectProps<Value extends string> {
  readonly label: string;
  /** Accessible name, if the label alone does not say what the choice is about. It contains the label. */
  readonly name?: string;
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, text: string])[];
  onChange(value: Value): void;
}

/** A choice from a list, as the platform's own control, which suits every phone and screen reader. */
export function Select<Value extends string>({ label, name, hint, value, options, onChange }: SelectProps<Value>) {
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
