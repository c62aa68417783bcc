/** One line of text with its label. Nothing is completed or corrected: what is typed here are names and words of others. */
import type { RefObject } from 'preact';
import { Field } from './Field.tsx';

interface TextLineProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'search';
  readonly hint?: string;
  readonly box?: RefObject<HTMLInputElement | null>;
  onInput(text: string): void;
}

export function TextInput({ label, value, type = 'text', hint, box, onInput }: TextLineProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(attributes) => {
        const shared = {
          ...attributes,
          ...(box && { ref: box }),
          autocomplete: 'off',
          spellcheck: false,
          value,
          onInput: (event: { readonly currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
        };
        return type === 'search' ? <input {...shared} type="search" /> : <input {...shared} type="text" />;
      }}
    </Field>
  );
}
