/** The one way to start something: every promise of a screen is owned here, and what comes of it is said once. */
import { useRef, useState } from 'preact/hooks';
import { type ActResult, noticeOf } from './notice.ts';
import { type Session, useSession } from './session.ts';

/** Shorter work needs no sign; a sign that flashes only disturbs. */
const BUSY_AFTER_MS = 150;

export interface Act {
  readonly busy: boolean;
  /**
   * `call` starts at once, inside the gesture, as clipboard and share sheet demand. A second act waits for the first to end: it is not started.
   * `name` is the word on the button, for the report of an error nobody expected.
   */
  run<T extends ActResult>(name: string, call: () => Promise<T>, then?: (result: T) => void): void;
  /** The same for what follows by itself: what was said of the act before it stays until there is more to say. */
  follow<T extends ActResult>(name: string, call: () => Promise<T>, then?: (result: T) => void): void;
}

export function useAct(): Act {
  const { announce } = useSession();
  const isRunning = useRef(false);
  const [busy, setBusy] = useState(false);

  function begin<T extends ActResult>(
    follows: boolean,
    name: string,
    call: () => Promise<T>,
    then?: (result: T) => void,
  ): void {
    if (isRunning.current) return;
    isRunning.current = true;
    if (!follows) announce(null);
    const slow = setTimeout(() => setBusy(true), BUSY_AFTER_MS);
    const end = () => {
      clearTimeout(slow);
      isRunning.current = false;
      setBusy(false);
    };
    const started = (async () => call())();
    started
      .then((result) => {
        end();
        const notice = noticeOf(result);
        if (notice || !follows) announce(notice);
        then?.(result);
      })
      .catch((error: unknown) => {
        end();
        sayUnexpected(announce, name, error);
      });
  }

  return {
    busy,
    run: (name, call, then) => begin(false, name, call, then),
    follow: (name, call, then) => begin(true, name, call, then),
  };
}

/** The one funnel for errors that nobody expected: also for promises that are no act, such as loading what is shown. */
export function sayUnexpected(announce: Session['announce'], name: string, error: unknown): void {
  console.error(name, error);
  announce({ kind: 'refused', code: 'unexpected', found: `${name}: ${messageOf(error)}` });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
