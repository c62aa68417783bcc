/** The form for a new or changed incident. It holds the draft until it is saved; a refusal leaves it as it is. */
import { useRef, useState } from 'preact/hooks';
import type { IncidentDraft } from '../../../domain/incident.ts';
import type { Act } from '../../hooks/use-act.ts';
import type { OccurringValues } from '../../hooks/use-filtered-list.ts';
import { useFocus } from '../../hooks/use-focus.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { SEVERITIES, STATUSES } from '../../parts/IncidentSigns.tsx';
import { Select } from '../../parts/Select.tsx';
import { TextInput } from '../../parts/TextInput.tsx';
import { useWords } from '../../words/words.ts';
import type { IncidentFilterState } from './IncidentFilters.tsx';

interface IncidentFormProps {
  readonly title: string;
  readonly hint?: string;
  readonly draft: IncidentDraft;
  /** Statuses and severities that occur here are offered besides those that we know. */
  readonly occurring: OccurringValues<IncidentFilterState>;
  readonly act: Act;
  onSave(draft: IncidentDraft): void;
  onCancel(): void;
}

export function IncidentForm({ title, hint, draft: initial, occurring, act, onSave, onCancel }: IncidentFormProps) {
  const { incidents: words, shell } = useWords();
  const [draft, setDraft] = useState(initial);
  // As they are typed; they become a list and a number when the draft is saved.
  const [mitre, setMitre] = useState(initial.mitreMapping.join(', '));
  const [events, setEvents] = useState(`${initial.eventCount}`);
  const titleBox = useRef<HTMLInputElement>(null);
  useFocus(titleBox);
  return (
    <section class="card raised" aria-label={words.form}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ ...draft, mitreMapping: splitAtCommas(mitre), eventCount: Number(events) });
        }}
      >
        <div>
          <h2>{title}</h2>
          {hint && <p class="hint">{hint}</p>}
        </div>
        <TextInput
          label={words.title}
          inputRef={titleBox}
          value={draft.title}
          onInput={(text) => setDraft({ ...draft, title: text })}
        />
        <Field label={words.description}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={4}
              value={draft.description}
              onInput={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
            />
          )}
        </Field>
        <div class="pair">
          <Select
            label={words.status}
            value={draft.status}
            options={options(STATUSES, [...(occurring.status ?? []), initial.status], words.statuses)}
            onChange={(status) => setDraft({ ...draft, status })}
          />
          <Select
            label={words.severity}
            value={draft.severity}
            options={options(SEVERITIES, [...(occurring.severity ?? []), initial.severity], words.severities)}
            onChange={(severity) => setDraft({ ...draft, severity })}
          />
          <Field label={words.events}>
            {(attributes) => (
              <input
                {...attributes}
                type="number"
                inputMode="numeric"
                min="0"
                step="1"
                value={events}
                onInput={(event) => setEvents(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <div class="pair">
          <TextInput
            label={words.phase}
            hint={words.phaseHint}
            value={draft.killChainPhase}
            onInput={(killChainPhase) => setDraft({ ...draft, killChainPhase })}
          />
          <TextInput
            label={words.rule}
            hint={words.ruleHint}
            value={draft.correlationRule}
            onInput={(correlationRule) => setDraft({ ...draft, correlationRule })}
          />
        </div>
        <TextInput label={words.mitre} hint={words.mitreHint} value={mitre} onInput={setMitre} />
        <div class="actions">
          <Button kind="primary" type="submit" act={act}>
            {shell.save}
          </Button>
          <Button onClick={onCancel}>{shell.cancel}</Button>
        </div>
      </form>
    </section>
  );
}

function options(known: readonly string[], found: readonly string[], translations: Readonly<Record<string, string>>) {
  return [...new Set([...known, ...found])].map((value) => [value, translations[value] ?? value] as const);
}

function splitAtCommas(typed: string): readonly string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
