/** Finds what does not fit the screen: what scrolls sideways, what is cut, and what is too small to press. */
import type { Page } from 'playwright/test';

/** How far the page can be scrolled sideways, in px; 0 if it cannot. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The texts that stick out of the screen or are cut by their box. A text with an ellipsis on purpose is not one. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const hasWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''));
    const isShortened = (element: Element) => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(element);
      return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
    };
    const isCut = (element: Element) => {
      // Only its own words: the elements in it are checked one by one.
      const words = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNode(node);
          return [...range.getClientRects()];
        })
        .filter((rect) => rect.width > 0);
      const isOut = words.some((rect) => rect.left < -1 || rect.right > width + 1);
      const box = element.getBoundingClientRect();
      const isHiding = getComputedStyle(element).overflowX !== 'visible';
      return isOut || (isHiding && words.some((rect) => rect.left < box.left - 1 || rect.right > box.right + 1));
    };
    return [...document.body.querySelectorAll('*')]
      .filter((element) => !element.matches('.hidden, .hidden *, .skip, option, svg, svg *, textarea'))
      .filter((element) => element.checkVisibility() && hasWords(element) && !isShortened(element) && isCut(element))
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 60)}`);
  });
}

/** What can be pressed and is less than 24 px wide or high (WCAG 2.5.8). A link within a sentence may be smaller. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const inSentence = (element: Element) =>
      element.matches('a') && getComputedStyle(element).display === 'inline' && element.closest('p') !== null;
    const boxOf = (element: Element) => {
      // A press on the label counts for its radio or checkbox.
      const label = element.matches('input[type="radio"], input[type="checkbox"]') ? element.closest('label') : null;
      return (label ?? element).getBoundingClientRect();
    };
    return [...document.body.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility() && !inSentence(element))
      .filter((element) => boxOf(element).width < 24 || boxOf(element).height < 24)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
