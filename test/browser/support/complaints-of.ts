import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on the page as it stands (DESIGN 6: WCAG 2.2 AA); empty where all is well. */
export function complaintsOf(page: Page): Promise<readonly string[]> {
  return complaints(new AxeBuilder({ page }).withTags(RULES));
}

/** The same of its colours alone: all that another theme changes. */
export function paleTexts(page: Page): Promise<readonly string[]> {
  return complaints(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

async function complaints(builder: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
