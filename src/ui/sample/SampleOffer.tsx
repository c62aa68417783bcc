/** For whoever has nothing yet: what this is, by trying it. */
import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { SampleLink } from './SampleLink.tsx';
import { SAMPLE_A } from './samples.ts';

export function SampleOffer() {
  const { sample: words } = useWords();
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.offerTitle}</h2>
      <p class="muted">{words.offerText}</p>
      <div class="actions">
        <SampleLink sample={SAMPLE_A}>{words.offer}</SampleLink>
      </div>
    </section>
  );
}
