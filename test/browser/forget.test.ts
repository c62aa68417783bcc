import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataFile, dataText, goTo, openFile, peer, region, setPeerTimeout, type } from './support/person.ts';

const pages = usePages();
const result = (page: Page) => page.getByRole('status', { name: 'Result' });
const factsFound = (page: Page) => page.getByRole('status', { name: 'Facts found' });

async function withImport(): Promise<Page> {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await openFile(page, dataFile('threat-actors.json'));
  await accept(page);
  return page;
}

async function openForget(page: Page) {
  await goTo(page, 'Peers');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Forget', exact: true }).click();
  return region(page, 'Forget');
}

test('a person forgets a peer and what it brought; an edited fact stays and says who brought it', async () => {
  const page = await withImport();
  await goTo(page, 'Facts');
  await page.getByRole('searchbox', { name: 'Search facts' }).fill('Nitro');
  await expect(factsFound(page)).toHaveText(/^\d\d?$/);
  await page.getByRole('button', { name: 'Edit' }).first().click();
  await page.getByRole('textbox', { name: 'Content' }).fill('Nitro, as we know it.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Nitro, as we know it.').first()).toBeVisible();

  const forget = await openForget(page);
  await expect(forget.getByRole('list', { name: 'Stays' })).toContainText('All that it brought');
  await forget.getByRole('radio', { name: 'sentinel-mcp and what it brought' }).check();
  await expect(forget.getByRole('list', { name: 'Goes' })).toContainText('983 facts');
  await expect(forget.getByRole('list', { name: 'Stays' })).toContainText('1 fact it brought that you edited');
  await forget.getByRole('button', { name: 'Cancel' }).click();
  await expect(forget).toHaveCount(0);
  await expect(peer(page, 'sentinel-mcp').getByRole('button', { name: 'Forget', exact: true })).toBeFocused();

  await openForget(page);
  await forget.getByRole('radio', { name: 'sentinel-mcp and what it brought' }).check();
  await forget.getByRole('button', { name: 'Forget sentinel-mcp and 983 facts' }).click();
  await expect(result(page)).toContainText('sentinel-mcp is forgotten, and what it brought: 983 facts.');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Peers' })).toBeFocused();
  await page.reload();
  await expect(page.getByText('No peers yet')).toBeVisible();
  await goTo(page, 'Facts');
  await expect(factsFound(page)).toHaveText('6');
  await expect(page.getByText('peer_5f3a9c0e7b1d24688ace0135').first()).toBeVisible();
  await goTo(page, 'Journal');
  await expect(page.getByRole('list', { name: 'Journal' })).toContainText(
    'Forgot what sentinel-mcp brought: 983 facts',
  );
});

test('with the keyboard a person forgets only what a peer brought; a backup goes only if ticked', async () => {
  const page = await withImport();
  const forget = await openForget(page);
  await expect(forget.getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(forget.getByRole('radio', { name: 'Only what it brought' })).toBeChecked();
  const forgetFacts = forget.getByRole('button', { name: 'Forget 984 facts' });
  await expect(forget.getByText('Facts from it')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(forget.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(forgetFacts).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(result(page)).toContainText('Forgotten, what sentinel-mcp brought: 984 facts.');
  await expect(peer(page, 'sentinel-mcp')).toContainText('0 facts taken in');

  await setPeerTimeout(page, 1);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('EXPIRED');
  await peer(page, 'sentinel-mcp').getByRole('button', { name: 'Forget', exact: true }).click();
  const forgetPeer = forget.getByRole('button', { name: 'Forget sentinel-mcp', exact: true });
  await expect(forget).toContainText('A backup of 5 facts is kept for it');
  await expect(forgetPeer).toBeDisabled();
  await forget.getByRole('checkbox', { name: 'Let the backup go too' }).check();
  await forgetPeer.click();
  await expect(result(page)).toContainText('sentinel-mcp is forgotten.');
});

test('a person forgets the peers that were silent for long, which are listed before', async () => {
  const page = await pages.openNode('alpha');
  await type(page, await dataText('gomcp-handshake-request.json'));
  await accept(page);
  await type(page, await dataText('gomcp-handshake-request-other-genome.json'));
  await accept(page);
  await setPeerTimeout(page, 1);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('EXPIRED');
  await expect(page.getByRole('heading', { name: 'Silent peers' })).toHaveCount(0);
  await moveLastContactBack(page, 40);
  await page.reload();
  const silent = region(page, 'Silent peers');
  await expect(silent).toContainText('2 peers have been silent');
  await silent.getByRole('combobox', { name: 'Silent for more than' }).selectOption('90 days');
  await expect(silent).toContainText('0 peers');
  await silent.getByRole('combobox', { name: 'Silent for more than' }).selectOption('30 days');
  await silent.getByRole('button', { name: 'Forget silent peers' }).click();
  const question = region(page, 'Forget silent peers');
  await expect(question.getByRole('list')).toContainText(['stranger', 'sentinel-mcp']);
  await expect(question.getByRole('button', { name: 'Forget 1 peer' })).toBeEnabled();
  await question.getByRole('checkbox', { name: 'Forget these too' }).check();
  await question.getByRole('button', { name: 'Forget 2 peers' }).click();
  await expect(result(page)).toContainText('2 silent peers are forgotten.');
  await expect(page.getByText('No peers yet')).toBeVisible();
});

test('the panels to forget peers are accessible and fit 320 px, in both languages and themes', async () => {
  const page = await withImport();
  await setPeerTimeout(page, 1);
  await goTo(page, 'Peers');
  await expect(peer(page, 'sentinel-mcp')).toContainText('EXPIRED');
  await moveLastContactBack(page, 40);
  await page.reload();
  await page.setViewportSize({ width: 320, height: 740 });
  const names = { en: ['Forget', 'Forget silent peers'], ru: ['Забыть', 'Забыть молчащие узлы'] } as const;
  for (const language of ['en', 'ru'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const name of names[language]) {
        await page.getByRole('button', { name, exact: true }).click();
        const box = region(page, name);
        const radio = box.getByRole('radio').nth(1);
        if ((await box.getByRole('list').count()) > 1) await radio.check();
        await expect(box.getByRole('button').last()).toBeVisible();
        expect(await complaintsOf(page)).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${name} at 320 px`).toBeLessThanOrEqual(0);
        await page.getByRole('button', { name, exact: true }).click();
      }
    }
    if (language === 'ru') break;
    await goTo(page, 'Node');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ru');
    await page.getByRole('navigation').getByRole('link', { name: 'Узлы', exact: true }).click();
  }
});

/** Moves the last contact of every peer back by some days, because no test can wait so long. */
async function moveLastContactBack(page: Page, days: number): Promise<void> {
  await page.evaluate(
    (millis) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('synapse');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const write = opening.result.transaction('peers', 'readwrite');
          const cursor = write.objectStore('peers').openCursor();
          cursor.onsuccess = () => {
            const found = cursor.result;
            if (!found) return;
            found.update({ ...found.value, lastSeen: found.value.lastSeen - millis });
            found.continue();
          };
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    days * 24 * 3600 * 1000,
  );
}
