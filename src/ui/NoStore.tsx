/** The memory can not be opened: what happened, what to do, and the text the person brought, to be carried away again. */
import type { Refusal } from '../domain/refusal.ts';
import type { PayloadDraft } from './exchange/payload-draft.ts';
import { KeptText } from './KeptText.tsx';
import { Button } from './parts/Button.tsx';
import { RefusalText } from './parts/RefusalText.tsx';
import { useWords } from './words/words.ts';

export function NoStore({ problem, draft }: { problem: Refusal; draft: PayloadDraft }) {
  const { shell } = useWords();
  const text = draft.held ?? draft.text;
  return (
    <main class="lone">
      <h1>{shell.noStore}</h1>
      <div class="notice refused" role="alert" data-code={problem.code}>
        <RefusalText refusal={problem} />
      </div>
      <Button kind="primary" onClick={() => location.reload()}>
        {shell.tryAgain}
      </Button>
      {text !== '' && <KeptText text={text} />}
    </main>
  );
}
