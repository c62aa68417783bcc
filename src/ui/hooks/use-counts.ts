/** Figures of the worker for an open panel: asked for when it opens, and again with every new snapshot. */
import { useEffect, useState } from 'preact/hooks';
import type { Refusal } from '../../domain/refusal.ts';
import { useSession } from './session.ts';
import { sayUnexpected } from './use-act.ts';

/** `about` names what is counted. null: until the first answer. */
export function useCounts<Counts extends { readonly kind: string }>(
  about: string,
  isOpen: boolean,
  load: () => Promise<Counts | Refusal>,
): Counts | null {
  const { announce, snapshot } = useSession();
  const [counts, setCounts] = useState<Counts | null>(null);

  // Every rendering makes another `load`; `about` and the revision say when it asks for something else.
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    load()
      .then((answer) => {
        if (!isWanted) return;
        if ('code' in answer) announce(answer);
        else setCounts(answer);
      })
      .catch((error: unknown) => sayUnexpected(announce, about, error));
    return () => {
      isWanted = false;
    };
  }, [about, isOpen, snapshot.revision]);

  return counts;
}
