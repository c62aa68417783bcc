/** A practice node that was never opened before: it explains itself, and begins at one tap. */
import type { Notice } from '../hooks/notice.ts';
import { type PracticeNode, useSession } from '../hooks/session.ts';
import { useAct } from '../hooks/use-act.ts';
import { Button } from '../parts/Button.tsx';
import { Logo } from '../parts/Logo.tsx';
import { Notices } from '../parts/Notices.tsx';
import { useWords } from '../words/words.ts';
import { PracticeBanner } from './PracticeBanner.tsx';
import { practiceGenome } from './practice-nodes.ts';

export function PracticeStart({ node, notice }: { node: PracticeNode; notice: Notice | null }) {
  const { practice: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const name = node.nodeName;

  /** As a person would: a name, a genome, facts. The first thing that is not done ends it. */
  const begin = async () => {
    const steps = [
      () => api.startNode(name),
      () => api.openGenome(practiceGenome()),
      ...(node.isFirst ? words.facts : []).map((content) => () => {
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
      <Logo />
      <h1>{words.startTitle(name)}</h1>
      <p class="lead">{node.isFirst ? words.startTextFirst : words.startTextSecond}</p>
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
      <PracticeBanner node={node} step={null} />
      <Notices notice={notice} />
    </main>
  );
}
