import { useId } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';
import { type OfflineView, useSession } from '../session.ts';
import { useWords, type Words } from '../words/words.ts';

/** Whether the app opens without a network, and whether a newer one waits. */
export function OfflinePanel() {
  const { node: words } = useWords();
  const { offline } = useSession();
  const id = useId();
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.offline}</h2>
      <p>{stateOf(offline, words)}</p>
      {offline.updateWaiting && (
        <>
          <p>{words.updateWaiting}</p>
          <div class="actions">
            <Button onClick={offline.applyUpdate}>{words.updateNow}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function stateOf({ ready, problem }: OfflineView, words: Words['node']): string {
  if (ready) return words.offlineReady;
  if (!problem) return words.offlineNotReady;
  return problem.kind === 'unsupported' ? words.offlineUnsupported : words.offlineFailed(problem.detail);
}
