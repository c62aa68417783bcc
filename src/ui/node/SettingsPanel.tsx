import { useId } from 'preact/hooks';
import type { NodeView } from '../../peer-api.ts';
import { Choice } from '../parts/Choice.tsx';
import { useSession } from '../session.ts';
import { useAct } from '../use-act.ts';
import { DAY } from '../words/formats.ts';
import { isLanguage, LANGUAGES } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { PeerTimeout } from './PeerTimeout.tsx';

/** Ages after which a silent peer may be forgotten. */
const AGES = [30 * DAY, 90 * DAY, 365 * DAY];

export function SettingsPanel({ node }: { node: NodeView }) {
  const { node: words, formats, tag } = useWords();
  const { api, chooseLanguage } = useSession();
  const act = useAct();
  const id = useId();
  const { forgetAfter } = node;
  const ages = forgetAfter === null || AGES.includes(forgetAfter) ? AGES : [forgetAfter, ...AGES];
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.settings}</h2>
      <PeerTimeout timeout={node.timeout} />
      <Choice
        label={words.forget}
        hint={words.forgetHint}
        value={forgetAfter === null ? '' : `${forgetAfter}`}
        options={[['', words.forgetNever], ...ages.map((age) => [`${age}`, ageText(age)] as const)]}
        onChange={(age) => act.run(words.forget, () => api.setForgetAfter(age === '' ? null : Number(age)))}
      />
      <Choice
        label={words.language}
        value={tag}
        options={[
          ['en', LANGUAGES.en.name],
          ['ru', LANGUAGES.ru.name],
        ]}
        onChange={(chosen) => isLanguage(chosen) && chooseLanguage(chosen)}
      />
    </section>
  );

  function ageText(age: number): string {
    return age === 365 * DAY ? words.year : formats.duration(age);
  }
}
