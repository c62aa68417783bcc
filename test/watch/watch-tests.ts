import { aroundEach } from 'vitest';
import { type Progress, stallOf } from './stall-of.ts';

const BEAT_MS = 1000;
/** For a test to fail by itself once the steps that it waited for have been ended: its own error tells more. */
const GRACE_BEATS = 10;

// As it is before a test puts another clock in its place.
const { setTimeout } = globalThis;

/**
 * Fails every test of a file that gets nowhere, in place of the time limits of Vitest. `end` lets each step that still
 * waits fail with that reason.
 */
export function watchTests(progress: Progress, end?: (reason: string) => Promise<unknown>): void {
  aroundEach(async (runTest) => {
    let isOver = false;
    const beat = () =>
      new Promise<void>((resolve) => {
        if (!isOver) setTimeout(resolve, BEAT_MS);
      });
    const grace = async () => {
      for (let beats = 0; beats < GRACE_BEATS; beats++) await beat();
    };
    try {
      const ended = runTest();
      const reason = await Promise.race([ended.then(() => null), stallOf(progress, beat)]);
      if (reason === null) return;
      if (end) await Promise.race([end(reason).then(() => ended), grace()]);
      throw new Error(reason);
    } finally {
      isOver = true;
    }
  });
}
