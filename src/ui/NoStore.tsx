/** The memory can not be opened: what happened, what to do, and what the person brought, to be carried away again. */
import type { Refusal } from '../domain/refusal.ts';
import { Kept } from './Kept.tsx';
import { Button } from './parts/Button.tsx';
import { RefusalText } from './parts/RefusalText.tsx';
import { useWords } from './words/words.ts';

export function NoStore({ problem, kept }: { problem: Refusal; kept: readonly (string | Blob)[] }) {
  const { shell } = useWords();
  return (
    <main class="lone">
      <h1>{shell.noStore}</h1>
      <div class="notice refused" role="alert" data-code={problem.code}>
        <RefusalText refusal={problem} />
      </div>
      <Button kind="primary" onClick={() => location.reload()}>
        {shell.tryAgain}
      </Button>
      {kept.map((what, index) => (
        <Kept key={`${index} ${typeof what}`} what={what} />
      ))}
    </main>
  );
}
