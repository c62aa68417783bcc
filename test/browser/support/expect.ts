import { expect as playwrightExpect } from 'playwright/test';
import { LAST_RESORT_MS } from '../../watch/last-resort.ts';

/** Waits for as long as something moves: see test/watch. */
export const expect = playwrightExpect.configure({ timeout: LAST_RESORT_MS });
