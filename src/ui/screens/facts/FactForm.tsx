/** The form for a new or changed fact. It holds the draft until it is saved; a refusal leaves it as it is. */
import { useId, useRef, useState } from 'preact/hooks';
import type { FactDraft } from '../../../domain/fact.ts';
import type { Act } from '../../hooks/use-act.ts';
import { useFocus } from '../../hooks/use-focus.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useWords } from '../../words/words.ts';

interface FactFormProps {
  readonly title: string;
  readonly draft: FactDraft;
  readonly act: Act;
  onSave(draft: FactDraft): void;
  onCancel(): void;
}

export function FactForm({ title, draft: initial, act, onSave, onCancel }: FactFormProps) {
  const { facts: words, shell } = useWords();
  const [draft, setDraft] = useState(initial);
  const contentBox = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useFocus(contentBox);
  return (
    <form
      class="card raised stack"
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <h2 id={id}>{title}</h2>
      <Field label={words.content} hint={words.contentHint}>
        {(attributes) => (
          <textarea
            {...attributes}
            ref={contentBox}
            rows={5}
            value={draft.content}
            onInput={(event) => setDraft({ ...draft, content: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="pair">
        <TextInput label={words.domain} value={draft.domain} onInput={(domain) => setDraft({ ...draft, domain })} />
        <TextInput label={words.module} value={draft.module} onInput={(module) => setDraft({ ...draft, module })} />
      </div>
      <Select
        label={words.level}
        hint={words.levelHint}
        value={`${draft.level}`}
        options={words.levels.map((text, level) => [`${level}`, text] as const)}
        onChange={(level) => setDraft({ ...draft, level: Number(level) })}
      />
      <div class="actions">
        <Button kind="primary" type="submit" act={act}>
          {shell.save}
        </Button>
        <Button onClick={onCancel}>{shell.cancel}</Button>
      </div>
    </form>
  );
}
