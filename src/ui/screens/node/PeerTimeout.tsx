/** How long a peer may be silent. Presets are taken at once; a custom length only when the person has finished giving it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Field } from '../../parts/Field.tsx';
import { Select } from '../../parts/Select.tsx';
import { DAY, HOUR, MINUTE, SECOND } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';

const PRESETS = [30 * MINUTE, DAY, 7 * DAY, 30 * DAY];
const CUSTOM = 'custom';

export function PeerTimeout({ timeout }: { timeout: number }) {
  const { node: words, formats } = useWords();
  const { api } = useSession();
  const act = useAct();
  const [wantsCustom, setCustom] = useState(false);
  const isCustom = wantsCustom || !PRESETS.includes(timeout);
  const apply = (millis: number) => act.run(words.timeout, () => api.setPeerTimeout(millis));
  return (
    <>
      <Select
        label={words.timeout}
        hint={words.timeoutHint}
        value={isCustom ? CUSTOM : `${timeout}`}
        options={[...PRESETS.map((preset) => [`${preset}`, formats.duration(preset)] as const), [CUSTOM, words.custom]]}
        onChange={(choice) => {
          setCustom(choice === CUSTOM);
          if (choice !== CUSTOM) apply(Number(choice));
        }}
      />
      {isCustom && <CustomTimeout timeout={timeout} onApply={apply} />}
    </>
  );
}

const SETTLED_MS = 800;

const UNITS = { days: DAY, hours: HOUR, minutes: MINUTE, seconds: SECOND } as const;
type Unit = keyof typeof UNITS;
const UNIT_NAMES: readonly Unit[] = ['seconds', 'minutes', 'hours', 'days'];

/** A length of time as number and unit. Shortening it can end trust at once, so a half-typed one must never be taken. */
function CustomTimeout({ timeout, onApply }: { timeout: number; onApply: (millis: number) => void }) {
  const { node: words } = useWords();
  const [draft, setDraft] = useState(() => draftOf(timeout));
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly millis: number } | null>(null);
  const apply = useRef(onApply);
  apply.current = onApply;

  const drop = () => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
  };
  const flush = () => {
    const millis = pending.current?.millis;
    drop();
    if (millis !== undefined) apply.current(millis);
  };
  const change = (next: typeof draft) => {
    setDraft(next);
    drop();
    const millis = Math.round(Number(next.number) * UNITS[next.unit]);
    if (next.number.trim() === '' || !(millis > 0)) return;
    pending.current = { millis, timer: setTimeout(flush, SETTLED_MS) };
  };
  // What was given before leaving the screen counts.
  useEffect(() => flush, []);

  return (
    <fieldset
      class="pair"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) flush();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') flush();
      }}
    >
      <legend class="hidden">{words.custom}</legend>
      <Field label={words.customTimeout}>
        {(attributes) => (
          <input
            {...attributes}
            type="number"
            inputMode="numeric"
            min="1"
            step="any"
            value={draft.number}
            onInput={(event) => change({ ...draft, number: event.currentTarget.value })}
          />
        )}
      </Field>
      <Select
        label={words.unit}
        value={draft.unit}
        options={UNIT_NAMES.map((unit) => [unit, words.units[unit]] as const)}
        onChange={(unit) => change({ ...draft, unit })}
      />
    </fieldset>
  );
}

function draftOf(timeout: number): { readonly number: string; readonly unit: Unit } {
  const unit = UNIT_NAMES.toReversed().find((name) => timeout % UNITS[name] === 0) ?? 'seconds';
  return { number: `${timeout / UNITS[unit]}`, unit };
}
