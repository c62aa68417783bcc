/** The settings of this node: peer timeout, when silent peers are forgotten, language. */
import { useId } from 'preact/hooks';
import type { NodeView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import { Select } from '../../parts/Select.tsx';
import { LANGUAGE_NAMES } from '../../words/first-words.ts';
import { isLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { PeerTimeout } from './PeerTimeout.tsx';
import { SILENCE_SPANS, spanText } from './silence-spans.ts';

export function SettingsPanel({ node }: { node: NodeView }) {
  const allWords = useWords();
  const { node: words, tag } = allWords;
  const { api, chooseLanguage } = useSession();
  const act = useAct();
  const id = useId();
  const { forgetAfter } = node;
  const spans =
    forgetAfter === null || SILENCE_SPANS.includes(forgetAfter) ? SILENCE_SPANS : [forgetAfter, ...SILENCE_SPANS];
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.settings}</h2>
      <PeerTimeout timeout={node.timeout} />
      <Select
        label={words.forget}
        hint={words.forgetHint}
        value={forgetAfter === null ? '' : `${forgetAfter}`}
        options={[['', words.forgetNever], ...spans.map((span) => [`${span}`, spanText(span, allWords)] as const)]}
        onChange={(span) => act.run(words.forget, () => api.setForgetAfter(span === '' ? null : Number(span)))}
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
