import { useId } from 'preact/hooks';
import type { NodeView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Select } from '../../parts/Select.tsx';
import { LANGUAGE_NAMES } from '../../words/first-words.ts';
import { DAY } from '../../words/formats.ts';
import { isLanguage } from '../../words/language.ts';
import { useWords, type Words } from '../../words/words.ts';
import { PeerTimeout } from './CustomTimeout.tsx';

export function SettingsPanel({ node }: { node: NodeView }) {
  const all = useWords();
  const { node: words, tag } = all;
  const { api, chooseLanguage } = useSession();
  const act = useAct();
  const id = useId();
  const { forgetAfter } = node;
  const ages = forgetAfter === null || AGES.includes(forgetAfter) ? AGES : [forgetAfter, ...AGES];
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.settings}</h2>
      <PeerTimeout timeout={node.timeout} />
      <Select
        label={words.forget}
        hint={words.forgetHint}
        value={forgetAfter === null ? '' : `${forgetAfter}`}
        options={[['', words.forgetNever], ...ages.map((age) => [`${age}`, ageText(age, all)] as const)]}
        onChange={(age) => act.run(words.forget, () => api.setForgetAfter(age === '' ? null : Number(age)))}
      />
      <Select
        label={words.language}
        value={tag}
        options={Object.entries(LANGUAGE_NAMES)}
        onChange={(chosen) => isLanguage(chosen) && chooseLanguage(chosen)}
      />
    </section>
  );
}

const YEAR = 365 * DAY;

/** Ages after which a silent peer may be forgotten. */
export const AGES = [30 * DAY, 90 * DAY, YEAR];

export function ageText(age: number, { node, formats }: Words): string {
  return age === YEAR ? node.year : formats.duration(age);
}
