/** Opens a practice node in another tab. An ordinary link, because no browser blocks one. */
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

/** Offers the practice nodes to a person who has no node. */
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
