import type { RefObject } from 'preact';
import { Field } from './Field.tsx';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'search';
  readonly hint?: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  onInput(text: string): void;
}

/** One line of text. The browser does not complete or correct it: people type names and other people's words. */
export function TextInput({ label, value, type = 'text', hint, inputRef, onInput }: TextInputProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {(attributes) => {
        const shared = {
          ...attributes,
          ...(inputRef && { ref: inputRef }),
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
