import { expect, test } from 'vitest';
import type { ExportedFile } from '../../../src/peer-api.ts';
import { makeArchive, openArchive } from '../../stories/support/archive-file.ts';
import { openLivedIn } from '../../stories/support/lived-in.ts';
import { taken } from '../../stories/support/open-node.ts';
import { recordCounts, wholeMemory } from '../../stories/support/whole-memory.ts';
import { eventually } from '../../watch/eventually.ts';

const PASSPHRASE = 'correct horse battery staple';

test('what a restore replaces stays, with its key, until the person goes back to it or lets it go', async () => {
  const { alice, bob, carol, close } = await openLivedIn();
  const file = await makeArchive(alice, PASSPHRASE);
  await bob.api.addFact({ content: 'Only here.', level: 1, domain: '', module: '' });
  const before = await wholeMemory(bob.name);
  const nodeBefore = bob.snapshot.node;
  const preview = await openArchive(bob, file, PASSPHRASE);
  expect(preview.lacks).toEqual({ facts: 1, incidents: 0, peers: 1 });
  const tab = await bob.secondTab();
  const knownArchive = bob.snapshot.archive;
  await bob.api.restoreArchive(preview.id);
  expect(bob.snapshot.node?.nodeName).toBe('alice');
  // A second restore would remove what the first one replaced, and its key.
  const again = await openArchive(bob, file, PASSPHRASE);
  expect(await bob.api.restoreArchive(again.id)).toMatchObject({ code: 'replaced-kept', found: 'bob' });
  expect(bob.snapshot.replaced).toMatchObject({ nodeName: 'bob' });
  await eventually(() => expect(tab.snapshot.node).toEqual(bob.snapshot.node));
  expect(taken<ExportedFile>(await bob.api.saveReplaced()).fileName).toMatch(/^synapse-bob-archive-.*\.jsonl\.gz$/);
  expect(await bob.api.goBack()).toMatchObject({ what: 'restored', peer: 'bob' });
  expect(bob.snapshot.node).toEqual(nodeBefore);
  // What was replaced never left the device, so it does not count as an archive of the person.
  expect(bob.snapshot.archive).toEqual(knownArchive);
  expect(await wholeMemory(bob.name).then(Boolean)).toBe(Boolean(before));
  expect((await alice.bringIn(await bob.takeOutText('alice'))).outcome).toMatchObject({ kind: 'done' });
  // What was replaced is the memory again, and nothing is left to go back to.
  expect(bob.snapshot.replaced).toBeNull();
  expect(await bob.api.letReplacedGo()).toMatchObject({ kind: 'nothing' });
  expect(await bob.api.goBack()).toMatchObject({ code: 'archive-gone' });
  await tab.close();
  await carol.close();
  await close();
});

test('going back that fails leaves everything as it was, and puts nothing aside', async () => {
  const { alice, bob, close } = await openLivedIn();
  await bob.api.restoreArchive((await openArchive(bob, await makeArchive(alice, null))).id);
  const before = await wholeMemory(bob.name);
  bob.onProgress = ({ phase }) => {
    if (phase === 'writing') throw new Error('cut in two');
  };
  await expect(bob.api.goBack()).rejects.toThrow('cut in two');
  expect(await wholeMemory(bob.name)).toBe(before);
  expect((await recordCounts(bob.name)).staged).toBe(0);
  bob.onProgress = () => undefined;
  expect(await bob.api.goBack()).toMatchObject({ what: 'restored', peer: 'bob' });
  await close();
});

test('forgetting everything leaves nothing stored, in any tab', async () => {
  const { alice, close } = await openLivedIn();
  const tab = await alice.secondTab();
  const { revision } = alice.snapshot;
  expect(await alice.api.forgetEverything()).toMatchObject({ what: 'everything-forgotten' });
  expect(Object.values(await recordCounts(alice.name)).every((count) => count === 0)).toBe(true);
  expect(alice.snapshot).toMatchObject({ state: 'new', node: null });
  await eventually(() => expect(tab.snapshot.state).toBe('new'));
  await alice.api.startNode('anew');
  expect(alice.snapshot.node?.nodeName).toBe('anew');
  // The revision goes on counting, so that no tab takes the new memory for the old one.
  expect(alice.snapshot.revision).toBeGreaterThan(revision);
  await tab.close();
  await close();
});
