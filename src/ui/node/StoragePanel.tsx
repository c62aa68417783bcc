/** Whether the browser has promised to keep what is stored here, and how much room there is. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { Notice } from '../notice.ts';
import { Button } from '../parts/Button.tsx';
import { useSession } from '../session.ts';
import { messageOf, useAct } from '../use-act.ts';
import { useWords } from '../words/words.ts';

interface StorageState {
  readonly persisted: boolean;
  readonly usage: number | null;
  readonly quota: number | null;
}

export function StoragePanel() {
  const { node: words } = useWords();
  const { announce, snapshot } = useSession();
  const act = useAct();
  const id = useId();
  const [state, setState] = useState<StorageState | null>(null);

  useEffect(() => {
    readStorage()
      .then(setState)
      .catch((error: unknown) => announce({ kind: 'refused', code: 'unexpected', found: messageOf(error) }));
  }, [snapshot.revision]);

  const keep = () =>
    act.run(words.keepData, async (): Promise<Notice> => {
      if (!navigator.storage?.persist) return { kind: 'said', text: words.keepUnavailable };
      const isGranted = await navigator.storage.persist();
      setState(await readStorage());
      return { kind: 'said', text: isGranted ? words.keepGranted : words.keepRefused };
    });

  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{words.storage}</h2>
      {state && (
        <>
          <p>{state.persisted ? words.persisted : words.notPersisted}</p>
          <p class="muted">
            {state.usage === null || state.quota === null
              ? words.storageUnknown
              : words.storageUsed(state.usage, state.quota)}
          </p>
        </>
      )}
      {state?.persisted !== true && (
        <div class="actions">
          <Button act={act} onClick={keep}>
            {words.keepData}
          </Button>
        </div>
      )}
    </section>
  );
}

async function readStorage(): Promise<StorageState> {
  // Missing where the page is not a secure context.
  const storage: StorageManager | undefined = navigator.storage;
  if (!storage?.persisted) return { persisted: false, usage: null, quota: null };
  const [persisted, { usage, quota }] = await Promise.all([storage.persisted(), storage.estimate()]);
  return { persisted, usage: usage ?? null, quota: quota ?? null };
}
