/** Faults that axe finds on a page as it stands. Empty: none. */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

/** WCAG 2.2 AA (ARCHITECTURE "Screens"). */
const WCAG: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
};

export function complaintsOf(page: Page): Promise<readonly string[]> {
  return complaints(page, WCAG);
}

/** Faults by the best practices of axe too. */
export function allComplaintsOf(page: Page): Promise<readonly string[]> {
  return complaints(page, {});
}

/** Faults of colours alone: another theme changes nothing else. */
export function paleTexts(page: Page): Promise<readonly string[]> {
  return complaints(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

/**
 * Runs axe in the page and loads it once for each document. AxeBuilder of @axe-core/playwright takes five times as
 * long: it loads axe twice for each look, and it opens a tab for the results of frames. The app has no frames.
 */
async function complaints(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (chosen) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, chosen);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    },
    { ...options, resultTypes: ['violations' as const] },
  );
}
