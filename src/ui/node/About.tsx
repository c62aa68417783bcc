import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';

export function About() {
  const { node: words } = useWords();
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.about}</h2>
      <p class="muted">{words.aboutText}</p>
    </section>
  );
}
