import { test } from 'vitest';
import { usePages } from './support/browser.ts';
import { expect } from './support/expect.ts';
import {
  accept,
  begin,
  copy,
  dataFile,
  dataText,
  factsOf,
  goTo,
  openFile,
  pair,
  paste,
  peer,
  region,
  save,
  type,
} from './support/person.ts';

const pages = usePages();

test('two phones pair over the clipboard and carry 989 facts, exactly as GoMCP wrote them', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await type(alpha, await dataText('gomcp-handshake-request.json'));
  await accept(alpha);
  await openFile(alpha, dataFile('threat-actors.json'));
  await accept(alpha);
  await pair(alpha, beta);
  for (const [page, other] of [
    [alpha, 'beta'],
    [beta, 'alpha'],
  ] as const) {
    await goTo(page, 'Peers');
    await expect(peer(page, other)).toContainText('VERIFIED');
  }
  await peer(alpha, 'beta').getByRole('button', { name: 'Take out' }).click();
  const out = region(peer(alpha, 'beta'), 'Take out');
  await expect(out.getByRole('button', { name: 'Save file' })).toBeEnabled();
  await expect(out.getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
  const file = await save(alpha, out);
  expect(factsOf(await pages.textOf(file))).toEqual(factsOf(await dataText('threat-actors.json')));
  await openFile(beta, file);
  await expect(region(beta, 'Preview')).toContainText('984 new facts');
  await accept(beta);
  await goTo(beta, 'Peers');
  await peer(beta, 'alpha').getByRole('button', { name: 'Take out' }).click();
  const back = await save(beta, region(peer(beta, 'alpha'), 'Take out'));
  expect(factsOf(await pages.textOf(back))).toEqual(factsOf(await dataText('threat-actors.json')));
});

test('a small payload fits the clipboard; facts of levels 2 and 3, stale and archived ones stay here', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openNode('beta');
  await pair(alpha, beta);
  await goTo(alpha, 'Facts');
  for (const [content, level] of [
    ['travels', '1'],
    ['module only', '2'],
    ['snippet only', '3'],
    ['gone stale', '0'],
    ['put away', '0'],
  ] as const) {
    await alpha.getByRole('button', { name: 'Add fact' }).click();
    await alpha.getByRole('textbox', { name: 'Content' }).fill(content);
    await alpha.getByRole('combobox', { name: 'Level' }).selectOption(level);
    await alpha.getByRole('button', { name: 'Save' }).click();
    await expect(alpha.getByText(content).first()).toBeVisible();
  }
  for (const [content, button] of [
    ['gone stale', 'Mark stale'],
    ['put away', 'Archive'],
  ] as const) {
    await alpha.getByRole('searchbox', { name: 'Search facts' }).fill(content);
    await expect(alpha.getByText('travels')).toHaveCount(0);
    await alpha.getByRole('button', { name: button, exact: true }).click();
    await expect(alpha.getByRole('button', { name: button, exact: true })).toHaveCount(0);
    await alpha.getByRole('searchbox', { name: 'Search facts' }).fill('');
    await expect(alpha.getByText('travels').first()).toBeVisible();
  }
  await goTo(alpha, 'Peers');
  await peer(alpha, 'beta').getByRole('button', { name: 'Take out' }).click();
  await copy(alpha, region(peer(alpha, 'beta'), 'Take out'));
  await paste(beta);
  await expect(region(beta, 'Preview')).toContainText('1 new fact');
  await accept(beta);
  await goTo(beta, 'Facts');
  await expect(beta.getByRole('status', { name: 'Facts found' })).toHaveText('6');
  await expect(beta.getByText('travels').first()).toBeVisible();
});

test('?node=beta is a second node in the same browser', async () => {
  const alpha = await pages.openNode('alpha');
  const beta = await pages.openBeside(alpha, '?node=beta');
  await begin(beta, 'beta');
  await pair(alpha, beta);
  await goTo(alpha, 'Peers');
  await expect(peer(alpha, 'beta')).toContainText('VERIFIED');
  expect(new URL(beta.url()).search).toBe('?node=beta');
  await beta.reload();
  await goTo(beta, 'Peers');
  await expect(peer(beta, 'alpha')).toContainText('VERIFIED');
});

test('two people compare words and pictures: one confirms the identity, one says it does not match', async () => {
  const [alice, bob] = [await pages.openNode('alice'), await pages.openNode('bob')];
  await pair(alice, bob);
  const shown = await Promise.all(
    [[alice, 'bob'] as const, [bob, 'alice'] as const].map(async ([page, name]) => {
      await goTo(page, 'Peers');
      await expect(peer(page, name)).toContainText('Identity: signed');
      await peer(page, name).getByRole('button', { name: 'Compare in person' }).click();
      const panel = region(page, 'Compare in person');
      await expect(panel.getByRole('listitem')).toHaveCount(8);
      return [await panel.getByRole('list').innerText(), await panel.getByRole('img').innerHTML()];
    }),
  );
  expect(shown[0]).toEqual(shown[1]);
  await region(alice, 'Compare in person').getByRole('button', { name: 'They match' }).click();
  await expect(peer(alice, 'bob')).toContainText('confirmed in person');
  await alice.reload();
  await goTo(alice, 'Peers');
  await expect(peer(alice, 'bob')).toContainText('confirmed in person');
  await region(bob, 'Compare in person').getByRole('button', { name: 'They do not match' }).click();
  await expect(peer(bob, 'alice')).toContainText('did not match');
});
