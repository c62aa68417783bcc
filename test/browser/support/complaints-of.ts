/** What axe finds on a page as it stands; nothing where all is well. */
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright/test';

/** WCAG 2.2 AA, as .github/ARCHITECTURE.md asks for it. */
const WCAG: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
};

export function complaintsOf(page: Page): Promise<readonly string[]> {
  return complaints(page, WCAG);
}

/** By the best practices of axe too. */
export function allComplaintsOf(page: Page): Promise<readonly string[]> {
  return complaints(page, {});
}

/** Of its colours alone: all that another theme changes. */
export function paleTexts(page: Page): Promise<readonly string[]> {
  return complaints(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
}

/**
 * In the page itself, loaded once for each document. AxeBuilder of @axe-core/playwright loads axe twice for each look
 * and opens a tab to add up the results of frames, which the app has none of: that takes five times as long.
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
