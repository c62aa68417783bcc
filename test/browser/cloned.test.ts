import type { Page } from 'playwright/test';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, copy, goTo, pair, paste, peer, region } from './support/person.ts';

const pages = usePages();

/**
 * Copies a node's whole database, its key included, to another node of the same browser, as if its archive were
 * restored on a second device.
 */
async function copyDatabase(page: Page, to: string): Promise<void> {
  await page.evaluate(async (name) => {
    const resultOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const source = await resultOf(indexedDB.open('synapse'));
    const stores = [...source.objectStoreNames];
    const opening = indexedDB.open(name, source.version);
    opening.onupgradeneeded = () => {
      for (const store of stores) {
        const { keyPath, autoIncrement } = source.transaction(store).objectStore(store);
        opening.result.createObjectStore(store, { keyPath, autoIncrement });
      }
    };
    const target = await resultOf(opening);
    for (const store of stores) {
      const from = source.transaction(store).objectStore(store);
      const [rows, keys] = await Promise.all([resultOf(from.getAll()), resultOf(from.getAllKeys())]);
      const into = target.transaction(store, 'readwrite').objectStore(store);
      await Promise.all(
        rows.map((row, index) => resultOf(into.put(row, from.keyPath === null ? keys[index] : undefined))),
      );
    }
    source.close();
    target.close();
  }, to);
}

/** Adds a fact and carries it to bob, where its preview is then open. */
async function writeAndCarry(from: Page, content: string, bob: Page): Promise<void> {
  await from.bringToFront();
  await goTo(from, 'Facts');
  await from.getByRole('button', { name: 'Add fact' }).click();
  await from.getByRole('textbox', { name: 'Content' }).fill(content);
  await from.getByRole('button', { name: 'Save' }).click();
  await expect(from.getByText(content).first()).toBeVisible();
  await goTo(from, 'Peers');
  await peer(from, 'bob').getByRole('button', { name: 'Take out' }).click();
  await copy(from, region(peer(from, 'bob'), 'Take out'));
  await paste(bob);
  await expect(region(bob, 'Preview')).toContainText('1 new fact');
}

test('a key on two devices: bob is warned before Accept and on the peer card, and no fact is lost', async () => {
  const [alice, bob] = [await pages.openNode('alice'), await pages.openNode('bob')];
  await pair(alice, bob);
  await copyDatabase(alice, 'synapse-second');
  const second = await pages.openBeside(alice, '?node=second');
  const warning = 'This key is used on two devices, or was set back to an older state';

  await writeAndCarry(alice, 'from the first device', bob);
  await expect(region(bob, 'Preview')).not.toContainText(warning);
  await accept(bob);
  await writeAndCarry(second, 'from the second device', bob);
  await expect(region(bob, 'Preview')).toContainText(warning);
  expect(await complaintsOf(bob)).toEqual([]);
  await accept(bob);

  await expect(bob.getByText('same genome, cloned or rewound')).toBeVisible();
  await goTo(bob, 'Facts');
  for (const device of ['first', 'second'])
    await expect(bob.getByText(`from the ${device} device`).first()).toBeVisible();
  await goTo(bob, 'Peers');
  const card = peer(bob, 'alice');
  await expect(card).toContainText('VERIFIED');
  await expect(card).toContainText('Identity: cloned or rewound');
  await expect(card).toContainText('should use only one of the two devices');
  await bob.setViewportSize({ width: 320, height: 740 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await bob.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await complaintsOf(bob), colorScheme).toEqual([]);
  }
  expect(await bob.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await card.getByRole('button', { name: 'It is settled' }).click();
  await expect(card).toContainText('Identity: signed');
  await expect(card.getByRole('button', { name: 'It is settled' })).toHaveCount(0);
  await goTo(bob, 'Journal');
  await expect(bob.getByText('The key of alice is cloned or rewound: two documents bear number')).toBeVisible();

  await writeAndCarry(alice, 'more from the first device', bob);
  await accept(bob);
  await writeAndCarry(second, 'more from the second device', bob);
  await expect(region(bob, 'Preview')).toContainText(warning);
  await accept(bob);
  await goTo(bob, 'Peers');
  await expect(card).toContainText('Identity: cloned or rewound');
});
