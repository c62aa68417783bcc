import { aroundEach } from 'vitest';
import { type Progress, stallOf } from './stall-of.ts';

const BEAT_MS = 1000;
/** Beats in which a test may fail by itself after its steps were ended: its own error tells more. */
const GRACE_BEATS = 10;

// Taken before a test replaces the clock.
const { setTimeout } = globalThis;

/**
 * Fails each test of a file that stands still. It replaces the time limits of Vitest. `end` makes every step that still
 * waits fail with the reason.
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
