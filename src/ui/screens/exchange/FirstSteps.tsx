/** Three first steps for a new node: which are done, and which is next. Gone after the first exchange. */
import { useId } from 'preact/hooks';
import { Trust } from '../../../domain/trust.ts';
import type { PeerView } from '../../../peer-api.ts';
import { useSession } from '../../hooks/session.ts';
import { Icon } from '../../parts/Icon.tsx';
import { PracticeLink } from '../../practice/PracticeLink.tsx';
import { PRACTICE_A } from '../../practice/practice-nodes.ts';
import { useWords } from '../../words/words.ts';

export function FirstSteps({ hasGenome }: { hasGenome: boolean }) {
  const { exchange: words, practice } = useWords();
  const { peers } = useSession().snapshot;
  const id = useId();
  const steps = [
    { text: words.openGenome, isDone: hasGenome, link: words.toGenome, address: '#node' },
    {
      text: words.meetSomebody,
      isDone: peers.some(({ trust }) => trust === Trust.VERIFIED),
      link: words.newHandshake,
      address: '#exchange/new-handshake',
    },
    { text: words.carryFacts, isDone: peers.some(wasExchanged), link: words.toPeers, address: '#peers' },
  ] as const;
  if (steps[2].isDone) return null;
  const next = steps.findIndex(({ isDone }) => !isDone);
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.firstSteps}</h2>
      <p class="muted">{words.firstStepsText}</p>
      <ol class="steps">
        {steps.map(({ text, isDone, link, address }, index) => (
          <li
            key={address}
            aria-current={index === next ? 'step' : undefined}
            class={index > next ? 'muted' : undefined}
          >
            {text}{' '}
            {isDone && (
              <span class="done">
                <Icon name="check" /> {words.stepDone}
              </span>
            )}
            {index === next && (
              <p>
                <a class="next-step" href={address}>
                  {link}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
      {!hasGenome && (
        <>
          <p class="muted">{practice.offerText}</p>
          <div class="actions">
            <PracticeLink node={PRACTICE_A}>{practice.offer}</PracticeLink>
          </div>
        </>
      )}
    </section>
  );
}

const wasExchanged = ({ lastSyncAt, lastTakenOutAt }: PeerView) => lastSyncAt !== null || lastTakenOutAt !== null;
