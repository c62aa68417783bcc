/** Whether the app opens without a network, which version it is, and whether a newer one waits. */
import { useId } from 'preact/hooks';
import { type OfflineView, useSession } from '../../hooks/session.ts';
import { reloadBlocker } from '../../hooks/unsaved-work.ts';
import { Button } from '../../parts/Button.tsx';
import { VERSION } from '../../words/version.ts';
import { useWords, type Words } from '../../words/words.ts';

export function OfflinePanel() {
  const { node: words } = useWords();
  const { offline, announce } = useSession();
  const id = useId();
  /** An update reloads the page, so it is refused while there is unsaved work. */
  const update = () => {
    const blocker = reloadBlocker();
    if (blocker) announce({ kind: 'failed', code: 'update-later', ...words.updateLater[blocker] });
    else offline.applyUpdate();
  };
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.offline}</h2>
      <p>{offlineText(offline, words)}</p>
      <p class="muted">{words.version(VERSION, words.news[VERSION])}</p>
      {offline.updateWaiting && (
        <>
          <p>
            {words.updateWaiting} {words.updateUnknown}
          </p>
          <div class="actions">
            <Button onClick={update}>{words.updateNow}</Button>
          </div>
        </>
      )}
    </section>
  );
}

function offlineText({ ready, problem }: OfflineView, words: Words['node']): string {
  if (ready) return words.offlineReady;
  if (!problem) return words.offlineNotReady;
  return problem.kind === 'unsupported' ? words.offlineUnsupported : words.offlineFailed(problem.detail);
}
