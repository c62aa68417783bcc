/** Takes every screen in both themes and several sizes: of a new node, and of one with facts, peers and incidents. */
import { mkdir, rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { expect } from 'playwright/test';
import { MAP_ADDRESS } from '../../src/ui/hooks/route.ts';
import { live } from '../browser/support/live.ts';
import { begin, start } from '../browser/support/person.ts';
import { LAPTOP, newPhone, openAt, openScreen, PHONE, SCREENS, type Size, showScreen, TABLET } from './screens.ts';

const THEMES = ['light', 'dark'] as const;

/** Every size in English, and the narrowest in Russian too, whose words are longer. */
const LOOKS: readonly { readonly language: 'en' | 'ru'; readonly size: Size }[] = [
  { language: 'en', size: PHONE },
  { language: 'en', size: TABLET },
  { language: 'en', size: LAPTOP },
  { language: 'ru', size: PHONE },
];

/** Empties `folder` and takes the pictures into it. */
export async function takeEveryScreen(browser: Browser, url: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const context = await newPhone(browser);
  await takeNewNode(await openAt(context, `${url}?node=new`), folder);
  const page = await openAt(context, url);
  await begin(page, 'alpha');
  await live(page);
  await takeFilledNode(page, folder);
  await context.close();
}

async function takeNewNode(page: Page, folder: string): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  await takeSizes(page, folder, 'first-run');
  await start(page, 'alpha');
  for (const screen of SCREENS) {
    await openScreen(page, screen);
    await expect(page.locator('main .stack').first()).toBeVisible();
    await takeSizes(page, folder, `empty-${screen}`);
  }
  await page.close();
}

async function takeFilledNode(page: Page, folder: string): Promise<void> {
  for (const { language, size } of LOOKS) {
    await page.evaluate((chosen) => localStorage.setItem('synapse-language', chosen), language);
    await page.reload();
    for (const screen of SCREENS) {
      await showScreen(page, screen);
      await takeThemes(page, size, `${folder}/${language}-${size.width}-${screen}`);
    }
    await showMap(page);
    await takeThemes(page, size, `${folder}/${language}-${size.width}-map`);
  }
}

async function showMap(page: Page): Promise<void> {
  await showScreen(page, 'peers');
  await page.evaluate((address) => location.replace(address), MAP_ADDRESS);
  await expect(page.locator('main .map')).toBeVisible();
}

async function takeSizes(page: Page, folder: string, name: string): Promise<void> {
  for (const size of [PHONE, TABLET, LAPTOP]) await takeThemes(page, size, `${folder}/en-${size.width}-${name}`);
}

async function takeThemes(page: Page, size: Size, path: string): Promise<void> {
  await page.setViewportSize(size);
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `${path}-${colorScheme}.png` });
  }
}
