import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, begin, copy, dataText, goTo, pair, paste, peer, region, type } from './support/person.ts';
import { serveApp } from './support/serve.ts';

const pages = usePages();
const SCREENS = ['Exchange', 'Peers', 'Facts', 'Incidents', 'Journal', 'Node'];

test('without the server everything works: a reload, every screen for the first time, and the loop', async () => {
  const server = await serveApp();
  const alpha = await pages.open(server.url);
  await begin(alpha, 'alpha');
  await expect.poll(() => alpha.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await server.stop();
  await alpha.reload();
  for (const screen of SCREENS) {
    await goTo(alpha, screen);
    await expect(alpha.getByRole('heading', { level: 1, name: screen })).toBeVisible();
  }
  const beta = await pages.openBeside(alpha, '?node=beta');
  await begin(beta, 'beta');
  await pair(alpha, beta);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('VERIFIED');
  await peer(alpha, 'beta').getByRole('button', { name: 'Take out' }).click();
  await copy(alpha, region(peer(alpha, 'beta'), 'Take out'));
  await paste(beta);
  await accept(beta);
  await type(alpha, await dataText('gomcp-peer-status.json'));
  await accept(alpha);
  await alpha.reload();
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'sentinel-mcp')).toContainText('VERIFIED');
});
