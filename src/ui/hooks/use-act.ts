/** The one way to start something on a screen. Every promise is awaited here, and its result is told once. */
import { useRef, useState } from 'preact/hooks';
import { type ActResult, noticeOf } from './notice.ts';
import { type Session, useSession } from './session.ts';

/** Shorter work shows no sign, because a sign that only flashes disturbs. */
const BUSY_AFTER_MS = 150;

export interface Act {
  readonly busy: boolean;
  /**
   * `call` starts at once, inside the gesture, because clipboard and share sheet require that. While it runs, a second
   * one is not started. `name`: the word on the button, for the report of an unexpected error.
   */
  run<T extends ActResult>(name: string, call: () => Promise<T>, then?: (result: T) => void): void;
  /** The same for what no gesture started: the notice before it stays until there is another one. */
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

/** The one place for errors that nobody expected, also those of promises that no act awaits, such as loading rows. */
export function sayUnexpected(announce: Session['announce'], name: string, error: unknown): void {
  console.error(name, error);
  announce({ kind: 'refused', code: 'unexpected', found: `${name}: ${messageOf(error)}` });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
