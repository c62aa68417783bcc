import { expect, type Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { accept, dataFile, dataText, goTo, openFile, peer, region, type } from './support/person.ts';

const pages = usePages();
const SCREENS = ['Exchange', 'Peers', 'Facts', 'Incidents', 'Journal', 'Node'];

async function lived(page: Page): Promise<void> {
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await type(page, await dataText('gomcp-handshake-request-other-genome.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors-edited.json'));
  await expect(region(page, 'Preview')).toContainText('40 conflicts');
  await accept(page);
}

test('every screen is accessible, light and dark, and never scrolls sideways at 320 px', async () => {
  const page = await pages.openNode('alpha');
  await lived(page);
  await page.setViewportSize({ width: 320, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const screen of SCREENS) {
      await goTo(page, screen);
      await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
      expect(await complaintsOf(page), `${screen}, ${colorScheme}`).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${screen} at 320 px`).toBeLessThanOrEqual(0);
    }
  }
});

test('what opens on the way is accessible too: preview, reply, take out, refusal', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  expect(await complaintsOf(page)).toEqual([]);
  await accept(page);
  await expect(region(page, 'Reply')).toBeVisible();
  expect(await complaintsOf(page)).toEqual([]);
  await type(page, 'hello');
  await expect(page.getByRole('alert')).toContainText('hello');
  expect(await complaintsOf(page)).toEqual([]);
  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Take out' }).click();
  await expect(region(page, 'Take out').getByRole('button', { name: 'Copy', exact: true })).toBeEnabled();
  expect(await complaintsOf(page)).toEqual([]);
});

test('the loop can be walked with the keyboard alone', async () => {
  const page = await pages.openNode('alpha');
  const request = await dataText('gomcp-handshake-request.json');
  const payload = page.getByRole('textbox', { name: 'Payload' });
  while (!(await payload.evaluate((box) => box === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.insertText(request);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const acceptButton = region(page, 'Preview').getByRole('button', { name: 'Accept' });
  await expect(acceptButton).toBeVisible();
  for (
    let step = 0;
    step < 20 && !(await acceptButton.evaluate((button) => button === document.activeElement));
    step++
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(acceptButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(region(page, 'Reply')).toBeVisible();
});
