/** A practice node that was never opened before: it explains itself, and begins at one tap. */

import type { Notice } from '../hooks/notice.ts';
import { useSession } from '../hooks/session.ts';
import { useAct } from '../hooks/use-act.ts';
import { Button } from '../parts/Button.tsx';
import { Mark } from '../parts/Logo.tsx';
import { Notices } from '../parts/Notices.tsx';
import { useWords } from '../words/words.ts';
import { PracticeBanner } from './PracticeBanner.tsx';
import { type Sample, sampleGenome } from './practice-nodes.ts';

export function PracticeStart({ sample, notice }: { sample: Sample; notice: Notice | null }) {
  const { sample: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const name = sample.nodeName;

  /** As a person would: a name, a genome, facts. The first thing that is not done ends it. */
  const begin = async () => {
    const steps = [
      () => api.startNode(name),
      () => api.openGenome(sampleGenome()),
      ...(sample.isFirst ? words.facts : []).map((content) => () => {
        return api.addFact({ content, level: 1, domain: words.domain, module: '' });
      }),
    ];
    for (const step of steps) {
      const result = await step();
      if (result.kind !== 'done') return result;
    }
    return { kind: 'said', text: words.begun(name) } as const;
  };

  // What to do now is said at the top of the page that comes up.
  const start = () => act.run(words.start(name), begin, () => scrollTo(0, 0));

  return (
    <main class="lone">
      <Mark />
      <h1>{words.startTitle(name)}</h1>
      <p class="lead">{sample.isFirst ? words.startTextFirst : words.startTextSecond}</p>
      <section class="card stack">
        <ol class="steps">
          {words.loop.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <div class="actions">
          <Button kind="primary" act={act} onClick={start}>
            {words.start(name)}
          </Button>
        </div>
      </section>
      <PracticeBanner sample={sample} step={null} />
      <Notices notice={notice} />
    </main>
  );
}
