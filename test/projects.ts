/**
 * The three kinds of tests: rules in Node, memory and service in a real browser, journeys through the built app. Every
 * *.test.ts belongs to one of them.
 */
import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import type { BrowserCommand } from 'vitest/node';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';
import { cpuSecondsOf } from './watch/cpu-time.ts';
import { LAST_RESORT_MS } from './watch/last-resort.ts';

const IN_BROWSER = ['test/{store,service,stories,carry,ui}/**/*.test.{ts,tsx}', 'test/*.client.test.ts'];
const JOURNEYS = ['test/browser/**/*.test.ts'];

const executablePath = findChromium();

/** No test fails because it is slow: test/watch ends a test that stands still. */
const UNTIMED = { testTimeout: 0, hookTimeout: LAST_RESORT_MS } as const;

const commands: Record<string, BrowserCommand<[]>> = {
  cpuSeconds: async ({ context }) => {
    const browser = context.browser();
    return browser ? cpuSecondsOf(browser) : 0;
  },
};

// One group after the other: journeys beside the browser tests would only compete for the cores.
export const testProjects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      ...UNTIMED,
      name: 'rules',
      environment: 'node',
      include: ['test/**/*.test.{ts,tsx}'],
      exclude: [...IN_BROWSER, ...JOURNEYS],
      setupFiles: 'test/watch/in-node.ts',
      sequence: { groupOrder: 0 },
    },
  },
  {
    extends: true,
    // A running browser finds too late what is imported on demand.
    optimizeDeps: { include: ['@noble/ed25519', '@scure/bip39/wordlists/english.js', 'age-encryption'] },
    test: {
      ...UNTIMED,
      name: 'browser',
      include: IN_BROWSER,
      setupFiles: 'test/watch/in-page.ts',
      sequence: { groupOrder: 1 },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { args: [...CHROMIUM_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
        }),
        instances: [{ browser: 'chromium' }],
        commands,
      },
    },
  },
  {
    extends: true,
    test: {
      ...UNTIMED,
      name: 'journeys',
      environment: 'node',
      include: JOURNEYS,
      globalSetup: 'test/browser/support/serve.ts',
      // A journey keeps a page, a worker and a test busy in turn, so more than two journeys only wait for each other.
      maxWorkers: Math.min(2, availableParallelism()),
      sequence: { groupOrder: 2 },
    },
  },
];
