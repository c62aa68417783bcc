/** What comes in without a gesture on this page: shared by another app, or opened with Synapse by the system. */
import { useEffect } from 'preact/hooks';
import { listenForLaunches } from '../../../carry/incoming.ts';
import { takeShared, takeShareResult } from '../../../carry/take-shared.ts';
import { useSession } from '../../hooks/session.ts';
import { sayUnexpected } from '../../hooks/use-act.ts';
import { useNewest } from '../../hooks/use-newest.ts';
import { useWords } from '../../words/words.ts';
import type { InboxItem } from './inbox.ts';

/** Takes nothing before there is a node that can read it. The browser stores it until then. */
export function useArrivals(onArrival: (items: readonly InboxItem[]) => void): void {
  const { arrivals } = useWords();
  const { snapshot, nodeParam, announce } = useSession();
  const isReady = snapshot.node !== null && snapshot.state !== 'no-store';
  const take = useNewest(onArrival);

  useEffect(() => {
    const shared = takeShareResult();
    if (shared === 'failed') {
      announce({ kind: 'failed', code: 'share-not-kept', what: arrivals.notKept, next: arrivals.notKeptNext });
    }
    if (shared === 'empty') {
      announce({ kind: 'failed', code: 'share-empty', what: arrivals.empty, next: arrivals.emptyNext });
    }
  }, []);

  useEffect(() => {
    if (!isReady) return;
    listenForLaunches(window, (name, file) => {
      file.then(
        (input) => take([{ name, input }]),
        () => announce({ kind: 'failed', code: 'file-gone', what: arrivals.gone(name), next: arrivals.goneNext }),
      );
    });
    // What is shared is meant for the person's own node, not for one beside it.
    if (nodeParam !== null) return;
    sharedNow()
      .then(take)
      .catch((error: unknown) => sayUnexpected(announce, arrivals.takeIn, error));
  }, [isReady]);

  async function sharedNow(): Promise<readonly InboxItem[]> {
    const shared = await takeShared();
    const failed = (error: unknown) => sayUnexpected(announce, arrivals.takeIn, error);
    return shared.map(({ name, content, wasTried, mark, settle }) => ({
      name: name || arrivals.sharedText,
      input: content,
      wasTried,
      onReading: (isBeingRead) => mark(isBeingRead).catch(failed),
      onSettled: () => {
        settle().catch(failed);
      },
    }));
  }
}
