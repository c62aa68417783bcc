import { expect as playwrightExpect } from 'playwright/test';
import { LAST_RESORT_MS } from '../../watch/last-resort.ts';

/** Playwright's `expect` without a time limit of its own: test/watch ends a test that stands still. */
export const expect = playwrightExpect.configure({ timeout: LAST_RESORT_MS });
