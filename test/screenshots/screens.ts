/** Opens the app in the sizes that pictures are taken in, and goes from screen to screen in any language. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { expect } from 'playwright/test';

export const SCREENS = ['exchange', 'peers', 'facts', 'incidents', 'journal', 'node'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Size {
  readonly width: number;
  readonly height: number;
}
export const PHONE: Size = { width: 360, height: 740 };
export const TABLET: Size = { width: 768, height: 1024 };
export const LAPTOP: Size = { width: 1440, height: 900 };

/** A phone with two device pixels to a CSS pixel. */
export function newPhone(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({
    viewport: PHONE,
    deviceScaleFactor: 2,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

export async function openAt(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

export async function openScreen(page: Page, screen: Screen): Promise<void> {
  const link = page.locator(`nav a[href="#${screen}"]`);
  await link.click();
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** Opens a screen that is not empty, and waits for its rows, which come a moment after it. */
export async function showScreen(page: Page, screen: Screen): Promise<void> {
  await openScreen(page, screen);
  await expect(page.locator('main :is(li, article, textarea)').first()).toBeVisible();
}
