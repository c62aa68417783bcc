/** The browser's promise to keep what is here: asked for once there is something that would hurt to lose. Held once, by the shell. */
import { useEffect, useState } from 'preact/hooks';
import { recall, remember } from '../../carry/device-memory.ts';
import { thisPlatform } from '../../carry/platform.ts';
import { askToPersist, readStorage, type StorageState } from '../../carry/storage-state.ts';
import type { Snapshot } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import type { Notice } from './notice.ts';
import { useSession } from './session.ts';
import { sayUnexpected } from './use-act.ts';

const ANSWER = 'keep-answer';
/** By itself the page asks once a visit: the browser may think otherwise another time. */
let wasAsked = false;

export interface Persistence {
  /** null until the browser has said. */
  readonly state: StorageState | null;
  /** The browser was asked, and did not promise it. */
  readonly wasRefused: boolean;
  /** Something is here, nothing is promised, and only the person's own tap may bring up the browser's question. */
  readonly waitsForTap: boolean;
  /** To be called from the gesture. */
  ask(): Promise<Notice>;
}

export function usePersistence(): Persistence {
  const { node: words } = useWords();
  const { announce, practiceNode, snapshot } = useSession();
  const [state, setState] = useState<StorageState | null>(null);
  // Nothing of a practice node would hurt to lose.
  const isWorth = practiceNode === null && isWorthPersisting(snapshot);

  const ask = async () => {
    const answer = await askToPersist();
    remember(ANSWER, answer);
    setState(await readStorage());
    return answer;
  };

  useEffect(() => {
    const look = async () => {
      const now = await readStorage();
      setState(now);
      if (now.persisted || !isWorth || wasAsked || thisPlatform().asksBeforePersisting) return;
      wasAsked = true;
      await ask();
    };
    look().catch((error: unknown) => sayUnexpected(announce, words.keepData, error));
  }, [snapshot.revision, isWorth]);

  return {
    state,
    wasRefused: state?.persisted === false && recall(ANSWER) === 'refused',
    waitsForTap:
      state?.persisted === false && isWorth && thisPlatform().asksBeforePersisting && recall(ANSWER) === null,
    ask: async () => ({ kind: 'said', text: words.keepAnswers[await ask()] }),
  };
}

/** Anything but the name and the genome of the node, which are soon made again. */
export function isWorthPersisting({ node, counts, peers }: Snapshot): boolean {
  return counts.facts > (node?.genes.length ?? 0) || counts.incidents > 0 || peers.length > 0;
}
