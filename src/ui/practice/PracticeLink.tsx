/** Opens a practice node in another tab: an ordinary link, so that nothing blocks it, and without a hold on this page. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../words/words.ts';
import { SAMPLE_A, type Sample, sampleAddress } from './practice-nodes.ts';

export function SampleLink({ sample, children }: { sample: Sample; children: ComponentChildren }) {
  return (
    <a class="button" href={sampleAddress(sample)} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

/** For whoever has nothing yet: what this is, by trying it. */
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
