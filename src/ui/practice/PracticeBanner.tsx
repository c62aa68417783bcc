/** On every screen of a practice node: says that it is one, what to do now, and how to remove it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type PracticeNode, useSession } from '../hooks/session.ts';
import { useAct } from '../hooks/use-act.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { useWords } from '../words/words.ts';
import { PracticeLink } from './PracticeLink.tsx';
import { otherPracticeNode } from './practice-nodes.ts';
import type { PracticeStep } from './practice-step.ts';
import { PracticeTab } from './practice-tab.ts';

/** `step`: null before the node is started. */
export function PracticeBanner({ node, step }: { node: PracticeNode; step: PracticeStep | null }) {
  const { practice: words } = useWords();
  const { api } = useSession();
  const act = useAct();
  const id = useId();
  const tab = useRef<PracticeTab | null>(null);
  const [isAsking, setAsking] = useState(false);
  const other = otherPracticeNode(node);

  useEffect(() => {
    const opened = new PracticeTab(goHome);
    tab.current = opened;
    return () => opened.close();
  }, []);

  const remove = async () => {
    const outcome = await tab.current?.removeAll(() => api.forgetEverything());
    if (!outcome) return { kind: 'failed', code: 'tab-open', what: words.tabOpen, next: words.tabOpenNext } as const;
    if (outcome.kind !== 'refused') goHome();
    return outcome;
  };
  const answer = (yes: boolean) => {
    setAsking(false);
    if (yes) act.run(words.remove, remove);
  };

  return (
    <section class="practice stack" aria-labelledby={id}>
      <h2 id={id}>{words.banner(node.nodeName)}</h2>
      {step ? (
        <p>
          <b>{words.now}</b> {words.steps[step]}
        </p>
      ) : (
        <p class="muted">{words.bannerText}</p>
      )}
      <div class="actions">
        <PracticeLink node={other}>{words.open(other.nodeName)}</PracticeLink>
        <Button kind="quiet" act={act} onClick={() => setAsking(true)}>
          {words.remove}
        </Button>
      </div>
      {isAsking && (
        <ConfirmDialog
          question={words.removeQuestion}
          text={words.removeText}
          yes={words.removeYes}
          no={words.keep}
          onAnswer={answer}
        />
      )}
    </section>
  );
}

/** Opens the person's own node in this tab. `replace`, so that Back does not start the practice worker again. */
function goHome(): void {
  location.replace(location.pathname);
}
