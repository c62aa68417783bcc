/**
 * The setting that says how long a peer may be silent before trust in it ends. A preset is applied at once. A custom
 * time is applied only when the person has finished typing: a shorter timeout can end trust at once, so "3" on the way
 * to "30" must never be applied.
 */
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
  const [wantsCustom, setWantsCustom] = useState(false);
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
          setWantsCustom(choice === CUSTOM);
          if (choice !== CUSTOM) apply(Number(choice));
        }}
      />
      {isCustom && <CustomTimeout timeout={timeout} onApply={apply} />}
    </>
  );
}

/** The person has finished typing after this long without a change. */
const TYPING_PAUSE_MS = 800;

const UNITS = { days: DAY, hours: HOUR, minutes: MINUTE, seconds: SECOND } as const;
type Unit = keyof typeof UNITS;
const UNIT_NAMES: readonly Unit[] = ['seconds', 'minutes', 'hours', 'days'];

/** A time as a number and a unit. It is applied after a pause, on Enter, and when the focus or the screen is left. */
function CustomTimeout({ timeout, onApply }: { timeout: number; onApply: (millis: number) => void }) {
  const { node: words } = useWords();
  const [draft, setDraft] = useState(() => draftOf(timeout));
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly millis: number } | null>(null);
  const apply = useRef(onApply);
  apply.current = onApply;

  const cancelPending = () => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
  };
  const applyPending = () => {
    const millis = pending.current?.millis;
    cancelPending();
    if (millis !== undefined) apply.current(millis);
  };
  const change = (next: typeof draft) => {
    setDraft(next);
    cancelPending();
    const millis = Math.round(Number(next.number) * UNITS[next.unit]);
    if (next.number.trim() === '' || !(millis > 0)) return;
    pending.current = { millis, timer: setTimeout(applyPending, TYPING_PAUSE_MS) };
  };
  // A time that was typed just before the person left the screen counts.
  useEffect(() => applyPending, []);

  return (
    <fieldset
      class="pair"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) applyPending();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') applyPending();
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

/** In the largest unit that divides it: 5400000 is 90 minutes. */
function draftOf(timeout: number): { readonly number: string; readonly unit: Unit } {
  const unit = UNIT_NAMES.toReversed().find((name) => timeout % UNITS[name] === 0) ?? 'seconds';
  return { number: `${timeout / UNITS[unit]}`, unit };
}
