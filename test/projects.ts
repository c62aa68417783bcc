/** The three kinds of tests: rules in Node, memory and service in a real browser, journeys through the built app. Every *.test.ts falls into one. */
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

const IN_BROWSER = ['test/{store,service,stories,carry,ui}/**/*.test.{ts,tsx}', 'test/*.client.test.ts'];
const JOURNEYS = ['test/browser/**/*.test.ts'];

const executablePath = findChromium();

// One group after the other: on two cores a journey beside the browser tests runs into its timeouts.
export const testProjects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'rules',
      environment: 'node',
      include: ['test/**/*.test.{ts,tsx}'],
      exclude: [...IN_BROWSER, ...JOURNEYS],
      sequence: { groupOrder: 0 },
    },
  },
  {
    extends: true,
    // What is loaded on demand is found too late by a browser that runs already.
    optimizeDeps: { include: ['@noble/ed25519', '@scure/bip39/wordlists/english.js', 'age-encryption'] },
    test: {
      name: 'browser',
      include: IN_BROWSER,
      testTimeout: 30_000,
      sequence: { groupOrder: 1 },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { args: [...CHROMIUM_FLAGS], ...(executablePath === undefined ? {} : { executablePath }) },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  },
  {
    extends: true,
    test: {
      name: 'journeys',
      environment: 'node',
      include: JOURNEYS,
      globalSetup: 'test/browser/support/serve.ts',
      maxWorkers: 2,
      // Playwright's own 15 seconds a step end what hangs; a long journey on a busy machine takes a minute.
      testTimeout: 120_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: 2 },
    },
  },
];
