/** Takes the pictures that are committed: of the README into .github/, of the manifest into public/screenshots/. */
import { writeFile } from 'node:fs/promises';
import type { Browser, Locator, Page, PageScreenshotOptions } from 'playwright';
import { expect } from 'playwright/test';
import { accept, begin, copy, dataText, goTo, pair, paste, peer, region, type } from '../browser/support/person.ts';
import { LAPTOP, newPhone, openAt, PHONE } from './screens.ts';
import { smallPng } from './small-png.ts';

/** What alice carries to bob. */
const FACTS = [
  'Invoices from billing-center.example carry a macro. Do not open them.',
  'The VPN gateway of the north office is patched since Monday.',
  'Calls that ask for a code come from a stolen number of the help line.',
];

export async function takePublished(browser: Browser, url: string): Promise<void> {
  const alice = await openAt(await newPhone(browser), url);
  const bob = await openAt(await newPhone(browser), url);
  await begin(alice, 'alice');
  await begin(bob, 'bob');
  await pair(alice, bob);
  // A second card on her screen lets it scroll until the panel for bob is at the top.
  await type(alice, await dataText('gomcp-handshake-request.json'));
  await accept(alice);
  await takeLoop(alice, bob);
  for (const page of [alice, bob]) await page.context().close();
}

/** The loop on two phones side by side; and the second of them, which the manifest shows, also on a laptop. */
async function takeLoop(alice: Page, bob: Page): Promise<void> {
  for (const fact of FACTS) await addFact(alice, fact);
  await goTo(alice, 'Exchange');
  await alice.getByRole('link', { name: 'New for bob' }).click();
  const takeOut = region(peer(alice, 'bob'), 'Take out');
  await expect(takeOut.getByRole('button', { name: 'Copy', exact: true })).toBeEnabled();
  await scrollToTop(takeOut, 16);
  const takenOut = await alice.screenshot();
  await copy(alice, takeOut);

  await paste(bob);
  await expect(region(bob, 'Preview')).toContainText('Accept takes in 3 facts.');
  await bob.evaluate(() => window.scrollTo(0, 0));
  const previewed = await bob.screenshot();
  await publish(bob, 'public/screenshots/narrow.png');
  await bob.setViewportSize(LAPTOP);
  await publish(bob, 'public/screenshots/wide.png', { scale: 'css' });

  await takePair(await bob.context().newPage(), [
    ['alice takes out what is new for bob', takenOut],
    ['bob sees what it would do, and accepts', previewed],
  ]);
}

/** Draws two pictures of a phone side by side, each below its caption. */
async function takePair(page: Page, phones: readonly (readonly [caption: string, png: Buffer])[]): Promise<void> {
  const figures = phones.map(
    ([caption, png]) =>
      `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
  );
  await page.setContent(
    `<style>
      body { margin: 0; padding: 20px 24px 24px; display: flex; justify-content: space-between; align-items: center;
        background: #cfe0db; color: #12242b; font: 18px sans-serif; }
      figure { margin: 0; }
      figcaption { padding-block-end: 14px; text-align: center; }
      img { display: block; width: ${PHONE.width}px; border-radius: 16px; }
    </style>${figures.join('<big>→</big>')}`,
  );
  await page.setViewportSize({ width: 2 * PHONE.width + 104, height: PHONE.height + 84 });
  await publish(page, '.github/exchange.png');
  await page.close();
}

async function addFact(page: Page, content: string): Promise<void> {
  await goTo(page, 'Facts');
  await page.getByRole('button', { name: 'Add fact' }).click();
  await page.getByRole('textbox', { name: 'Content' }).fill(content);
  await page.getByRole('combobox', { name: 'Level' }).selectOption('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(content).first()).toBeVisible();
}

/** Scrolls until the element is `gap` pixels below the top of the window, or as near to it as the page can scroll. */
async function scrollToTop(element: Locator, gap: number): Promise<void> {
  await element.evaluate((found, above) => window.scrollBy(0, found.getBoundingClientRect().top - above), gap);
}

async function publish(page: Page, path: string, options: PageScreenshotOptions = {}): Promise<void> {
  await writeFile(path, await smallPng(page, await page.screenshot(options)));
}
