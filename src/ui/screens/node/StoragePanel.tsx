/** Whether the browser has promised to keep the data, how much room there is, and how old the last archive is. */
import { useId } from 'preact/hooks';
import { thisPlatform } from '../../../carry/platform.ts';
import { useNow } from '../../hooks/Clock.tsx';
import { useSession } from '../../hooks/session.ts';
import { useAct } from '../../hooks/use-act.ts';
import type { Persistence } from '../../hooks/use-persistence.ts';
import { Button } from '../../parts/Button.tsx';
import { useWords } from '../../words/words.ts';

export function StoragePanel({ persistence }: { persistence: Persistence }) {
  const { node: words, formats } = useWords();
  const { archive } = useSession().snapshot;
  const act = useAct();
  const now = useNow();
  const id = useId();
  const { state } = persistence;
  const days = thisPlatform().clearsAfterDays;
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.storage}</h2>
      {state && (
        <>
          <p>{state.persisted ? words.persisted : words.notPersisted}</p>
          <p class="muted">{state.persisted ? words.deletedByYou : words.alsoDeletedByYou}</p>
          {days !== null && <p class="muted">{words.deletedByBrowser(days)}</p>}
          {persistence.wasRefused && <p class="muted">{words.keepRefused}</p>}
          <p class="muted">
            {state.usage === null || state.quota === null
              ? words.storageUnknown
              : words.storageUsed(state.usage, state.quota)}
          </p>
        </>
      )}
      <p class="muted">
        {archive.at === null ? words.archiveNever : words.archiveAge(formats.relative(archive.at, now))}
      </p>
      {state?.persisted !== true && (
        <div class="actions">
          <Button act={act} onClick={() => act.run(words.keepData, persistence.ask)}>
            {words.keepData}
          </Button>
        </div>
      )}
    </section>
  );
}
