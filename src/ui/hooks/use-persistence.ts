/** The browser's promise not to delete what is stored. It is asked for as soon as something here is worth it. */
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
/** Without a gesture the page asks once a visit. The browser may answer differently next time. */
let wasAsked = false;

export interface Persistence {
  /** null: until the browser has answered. */
  readonly state: StorageState | null;
  /** The browser was asked and did not promise it. */
  readonly wasRefused: boolean;
  /** It is worth asking, but this browser asks the person in turn: the person has to press a button first. */
  readonly waitsForTap: boolean;
  /** Call it from a gesture. */
  ask(): Promise<Notice>;
}

/** Call it once for the page. */
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
    const askIfWorth = async () => {
      const now = await readStorage();
      setState(now);
      if (now.persisted || !isWorth || wasAsked || thisPlatform().asksBeforePersisting) return;
      wasAsked = true;
      await ask();
    };
    askIfWorth().catch((error: unknown) => sayUnexpected(announce, words.keepData, error));
  }, [snapshot.revision, isWorth]);

  return {
    state,
    wasRefused: state?.persisted === false && recall(ANSWER) === 'refused',
    waitsForTap:
      state?.persisted === false && isWorth && thisPlatform().asksBeforePersisting && recall(ANSWER) === null,
    ask: async () => ({ kind: 'said', text: words.keepAnswers[await ask()] }),
  };
}

/** Whether there is more than the name and the genome of the node, which are easily made again. */
export function isWorthPersisting({ node, counts, peers }: Snapshot): boolean {
  return counts.facts > (node?.genes.length ?? 0) || counts.incidents > 0 || peers.length > 0;
}
