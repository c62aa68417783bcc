import type { BrowserContext, Page } from 'playwright/test';

/** How often the pages of these contexts have changed. Resolves when each page and each worker has had a turn. */
export async function changesIn(contexts: readonly BrowserContext[]): Promise<number> {
  const pages = contexts.flatMap((context) => context.pages());
  const counts = await Promise.all(pages.map(changesOf));
  return counts.reduce((sum, count) => sum + count, pages.length);
}

async function changesOf(page: Page): Promise<number> {
  // A page or worker that closes meanwhile has no answer.
  const turns = page.workers().map((worker) => worker.evaluate(() => undefined).catch(() => undefined));
  const [count] = await Promise.all([page.evaluate(countChanges).catch(() => 0), ...turns]);
  return count;
}

/** Runs in the page. Counts from its first call in a document on. */
function countChanges(): number {
  const counter = window as { changesSeen?: number };
  if (counter.changesSeen === undefined) {
    counter.changesSeen = 0;
    new MutationObserver((changes) => {
      counter.changesSeen = (counter.changesSeen ?? 0) + changes.length;
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }
  return counter.changesSeen;
}
