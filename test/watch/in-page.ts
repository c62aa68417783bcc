import { commands } from 'vitest/browser';
import { IDLE_SECONDS } from './stall-of.ts';
import { watchTests } from './watch-tests.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** What this browser has computed. */
    cpuSeconds(): Promise<number>;
  }
}

watchTests(async () => (await commands.cpuSeconds()) / IDLE_SECONDS);
