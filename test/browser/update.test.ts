import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { begin, dataText, goTo, region, type } from './support/person.ts';
import { serveApp } from './support/serve.ts';

const pages = usePages();

/** A node in an app that is served from a folder of its own, whose files the test may change. */
async function servedFrom(name: string) {
  const folder = join(pages.folder, name);
  await cp('dist', folder, { recursive: true });
  const server = await serveApp(folder);
  const page = await pages.open(server.url);
  await begin(page, 'alpha');
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  return { folder, server, page };
}

test('an update that cannot be stored leaves the version in use intact, and the next one is found', async () => {
  const { folder, server, page } = await servedFrom('failing');
  const caches = () =>
    page.evaluate(async () => (await window.caches.keys()).filter((name) => name.startsWith('synapse ')));
  const [inUse] = await caches();

  // Another build, in which one file does not have the hash that it should have.
  const worker = join(folder, 'sw.js');
  const built = await readFile(worker, 'utf8');
  const revision = inUse?.split(' ').at(-1) ?? '';
  const failing = built.replace(revision, 'failing').replace(/integrity:(\W)sha256-\w/, 'integrity:$1sha256-_');
  await writeFile(worker, failing);
  const failed = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const nextState = new Promise<string>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => resolve(installing.state));
      });
    });
    await registration.update();
    return nextState;
  });
  expect(await failed).toBe('redundant');
  expect(await caches()).toEqual([inUse]);

  await writeFile(worker, built.replace(revision, 'better'));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)).toBe(true);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await goTo(page, 'Node');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Update now' }).click();
  await reloaded;
  expect(await caches()).toEqual([inUse, inUse?.replace(revision, 'better')]);
  await server.stop();
});

test('an update is found, waits until no preview is open, and reloads only the tab that asked', async () => {
  const { folder, server, page } = await servedFrom('served');
  const other = await pages.openBeside(page, '?node=beta');
  await begin(other, 'beta');
  for (const tab of [page, other]) await tab.evaluate(() => Object.assign(window, { isOld: true }));

  await appendFile(join(folder, 'sw.js'), '\n// Another version.\n');
  // The page looks at most once an hour, when a person comes back to it.
  await page.clock.setFixedTime(Date.now() + 2 * 3_600_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await goTo(page, 'Node');
  await expect(region(page, 'Offline')).toContainText(
    'A newer version is ready. What is new in it can be told only after',
  );

  await type(page, await dataText('gomcp-handshake-request.json'));
  await expect(region(page, 'Preview')).toBeVisible();
  await goTo(page, 'Node');
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByRole('alert')).toContainText('Not updated: a preview is open.');
  await goTo(page, 'Exchange');
  await region(page, 'Preview').getByRole('button', { name: 'Discard' }).click();
  await expect(region(page, 'Preview')).toHaveCount(0);
  await goTo(page, 'Node');
  // As if the version before had another number.
  await page.evaluate(() => localStorage.setItem('synapse-version', '0.0.1'));
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Update now' }).click();
  await reloaded;
  expect(await page.evaluate(() => 'isOld' in window)).toBe(false);
  await expect(region(page, 'Offline')).not.toContainText('A newer version is ready');
  await goTo(page, 'Exchange');
  await expect(region(page, 'Updated')).toContainText('Synapse is now version');
  await region(page, 'Updated').getByRole('button', { name: 'Got it' }).click();
  await page.reload();
  await expect(region(page, 'Bring in')).toBeVisible();
  await expect(region(page, 'Updated')).toHaveCount(0);
  expect(await other.evaluate(() => 'isOld' in window)).toBe(true);
  await server.stop();
});
