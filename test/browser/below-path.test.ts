import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { accept, begin, copy, goTo, openFile, pair, paste, peer, region, save } from './support/person.ts';
import { serveBelow } from './support/serve-below.ts';

const pages = usePages();

test('the loop works below a path of a file server, also offline, and no request leaves that path', async () => {
  const server = await serveBelow('/some/path/');
  const alpha = await pages.open(server.url);
  const beta = await pages.open(server.url);
  const requested: string[] = [];
  for (const page of [alpha, beta]) page.context().on('request', (request) => requested.push(request.url()));
  await alpha.reload();
  await beta.reload();
  await begin(alpha, 'alpha');
  await begin(beta, 'beta');
  await pair(alpha, beta);
  await goTo(alpha, 'Peers');
  await peer(alpha, 'beta').getByRole('button', { name: 'Take out' }).click();
  const out = region(peer(alpha, 'beta'), 'Take out');
  await copy(alpha, out);
  await paste(beta);
  await accept(beta);
  await openFile(beta, await save(alpha, out));
  await expect(region(beta, 'Preview')).toBeVisible();
  for (const screen of ['Facts', 'Incidents', 'Journal', 'Node']) await goTo(alpha, screen);

  expect(requested).toContain(server.url);
  const below = requested.filter(
    (url) => url.startsWith(server.url) || url.startsWith('blob:') || url.startsWith('data:'),
  );
  expect(requested).toEqual(below);

  const scope = await alpha.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(server.url);
  await server.stop();
  await alpha.reload();
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('VERIFIED');
});
