/** The first screen of a practice node: explains what it is for, and starts it with one button. */
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

  /** Does what a person would do: a name, a genome, facts. Ends with the first outcome that is not `done`. */
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

  // The banner at the top of the next page says what to do then.
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
