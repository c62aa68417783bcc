/** How long a peer may be silent. Presets are taken at once; a custom length only when the person has finished giving it. */
import { useState } from 'preact/hooks';
import { Choice } from '../parts/Choice.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { DAY, MINUTE } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { CustomTimeout } from './CustomTimeout.tsx';

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
      <Choice
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
