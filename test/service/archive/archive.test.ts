import { expect, test } from 'vitest';
import { linesOf, makeArchive, openArchive, openNewDevice } from '../../stories/support/archive-file.ts';
import { openLivedIn } from '../../stories/support/lived-in.ts';
import { openNode, pair } from '../../stories/support/open-node.ts';
import { wholeMemory } from '../../stories/support/whole-memory.ts';

const PASSPHRASE = 'correct horse battery staple';

test('pages and backup facts that are too long for one line are written in pieces and restored whole', async () => {
  const { alice, bob, clock, close } = await openLivedIn();
  const content = (index: number) => `${index} ${'ё'.repeat(500_000)}`;
  for (let index = 0; index < 20; index++) {
    await alice.api.addFact({ content: content(index), level: 1, domain: 'large', module: '' });
  }
  // The next import moves the facts that were typed in into pages.
  await bob.api.addFact({ content: 'One more.', level: 1, domain: '', module: '' });
  await alice.bringIn(await bob.takeOutText('alice'));
  await alice.api.setPeerTimeout(60_000);
  clock.advance(61_000);
  await alice.api.wake();
  await alice.api.setPeerTimeout(3_600_000);
  const before = await wholeMemory(alice.name);
  const lines = await linesOf(await makeArchive(alice, null));
  const inPieces = lines.flatMap((line) => (line.startsWith('{"piece_of"') ? [JSON.parse(line).piece_of] : []));
  expect(new Set(inPieces)).toEqual(new Set(['kept', 'pages']));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(10_000_000);
  const device = await openNewDevice(clock);
  await device.api.restoreArchive((await openArchive(device, await makeArchive(alice, PASSPHRASE), PASSPHRASE)).id);
  expect(await wholeMemory(device.name)).toBe(before);
  await device.close();
  await close();
});

test('the snapshot says when the last archive was saved, and what came in since', async () => {
  const { alice, clock, close } = await openLivedIn();
  expect(alice.snapshot.archive).toMatchObject({ at: null, pairings: 3 });
  await makeArchive(alice, null);
  expect(alice.snapshot.archive.at).toBeNull();
  const at = clock.now;
  clock.advance(5000);
  await alice.api.archiveSaved();
  expect(alice.snapshot.archive).toEqual({ at, facts: 0, pairings: 0 });
  await alice.api.addFact({ content: 'new', level: 1, domain: '', module: '' });
  const dora = await openNode('dora', clock);
  await pair(alice, dora);
  expect(alice.snapshot.archive).toEqual({ at, facts: 1, pairings: 1 });
  await dora.close();
  await close();
});
