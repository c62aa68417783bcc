/** Opens a practice node in another tab: an ordinary link, so that nothing blocks it, and without a hold on this page. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PracticeNode } from '../hooks/session.ts';
import { useWords } from '../words/words.ts';
import { PRACTICE_A, practiceAddress } from './practice-nodes.ts';

export function PracticeLink({ node, children }: { node: PracticeNode; children: ComponentChildren }) {
  return (
    <a class="button" href={practiceAddress(node)} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

/** For whoever has nothing yet: what this is, by trying it. */
export function PracticeOffer() {
  const { practice: words } = useWords();
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.offerTitle}</h2>
      <p class="muted">{words.offerText}</p>
      <div class="actions">
        <PracticeLink node={PRACTICE_A}>{words.offer}</PracticeLink>
      </div>
    </section>
  );
}
