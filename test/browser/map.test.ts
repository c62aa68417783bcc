import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { complaintsOf } from './support/complaints-of.ts';
import { expect } from './support/expect.ts';
import { accept, dataText, goTo, pair, peer, type } from './support/person.ts';

const pages = usePages();

test('the map of a node without peers says what to do', async () => {
  const alpha = await pages.openNode('alpha');
  await goTo(alpha, 'Peers');
  await expect(alpha.getByRole('radio', { name: 'List' })).toBeChecked();
  await alpha.getByRole('radio', { name: 'Map' }).check();
  await expect(alpha.getByRole('img', { name: 'alpha, with no peers around it' })).toBeVisible();
  await expect(alpha.getByRole('link', { name: 'Make a handshake' })).toBeVisible();
  expect(await complaintsOf(alpha)).toEqual([]);
});

test('the map is read out as a list, has a legend, and leads to a peer and back', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await type(alpha, await dataText('gomcp-handshake-request-other-genome.json'));
  await accept(alpha);
  await pair(alpha, beta);
  await goTo(alpha, 'Facts');
  await alpha.getByRole('button', { name: 'Add fact' }).click();
  await alpha.getByRole('textbox', { name: 'Content' }).fill('The bridge is closed.');
  await alpha.getByRole('button', { name: 'Save' }).click();
  await expect(alpha.getByText('The bridge is closed.').first()).toBeVisible();

  await goTo(alpha, 'Peers');
  await alpha.getByRole('radio', { name: 'Map' }).check();
  const map = alpha.getByRole('list', { name: 'Peers around alpha' });
  await expect(map.getByRole('listitem')).toHaveCount(2);
  const toBeta = map.getByRole('listitem').first().getByRole('link');
  await expect(toBeta).toHaveAccessibleName(/^beta: VERIFIED, last contact .+, trust ends in .+, 1 new for it$/);
  await expect(map.getByRole('link', { name: /: REJECTED, last contact [^,]+$/ })).toBeVisible();

  await alpha.getByText('How to read the map').click();
  await expect(alpha.getByText('the dashed one is the peer timeout, 30 minutes.')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await alpha.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await complaintsOf(alpha), colorScheme).toEqual([]);
  }
  await alpha.setViewportSize({ width: 320, height: 740 });
  // The map takes its new size a moment after the window.
  await expect.poll(() => alpha.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  await alpha.reload();
  await expect(alpha.getByRole('radio', { name: 'Map' })).toBeChecked();
  await toBeta.click();
  await expect(peer(alpha, 'beta')).toBeFocused();
  await expect(peer(alpha, 'beta')).toBeInViewport();
  await alpha.goBack();
  await expect(map).toBeVisible();
  await toBeta.focus();
  await alpha.keyboard.press('Enter');
  await expect(peer(alpha, 'beta')).toBeFocused();

  // From another screen too, which sets its own focus first.
  await goTo(alpha, 'Exchange');
  await alpha.getByRole('link', { name: 'beta', exact: true }).click();
  await expect(peer(alpha, 'beta')).toBeFocused();
});

test('peers move on the map only if a person has not asked for reduced motion', async () => {
  const alpha = await pages.openNode('alpha');
  await type(alpha, await dataText('gomcp-handshake-request.json'));
  await accept(alpha);
  await goTo(alpha, 'Peers');
  await alpha.getByRole('radio', { name: 'Map' }).check();
  const peerOnMap = alpha.getByRole('list', { name: 'Peers around alpha' }).getByRole('listitem');
  for (const [reducedMotion, duration] of [
    ['no-preference', '0.6s'],
    ['reduce', '0s'],
  ] as const) {
    await alpha.emulateMedia({ reducedMotion });
    await expect(peerOnMap).toHaveCSS('transition-duration', duration);
  }
});
