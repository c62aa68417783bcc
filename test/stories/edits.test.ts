/** How an edit travels: the writer of a fact writes a later version, and peers take it in place of the old one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOrder } from './support/any-order.ts';
import { editOnlyFact, onlyFact, openWithOneFact } from './support/edited-fact.ts';
import { openNode, pair } from './support/open-node.ts';
import { factRows } from './support/rows.ts';

const WORDS = { content: 'Bear uses one server.', level: 1, domain: 'actors', module: '' };

test('an edit travels from its writer through a peer to a node that never met the writer', async () => {
  const { alice, bob, carol, close } = await openWithOneFact(WORDS.content);
  await editOnlyFact(alice, { content: 'Bear uses two servers.' });
  const toBob = await alice.takeOutText('bob', 'new');
  expect(await bob.previewPayload(toBob)).toMatchObject({
    act: 'take-in',
    facts: { fresh: 0, updates: 1, conflicts: 0 },
  });
  expect((await bob.bringIn(toBob)).outcome).toMatchObject({ counts: { facts: 0, updates: 1, conflicts: 0 } });
  const toCarol = await bob.takeOutText('carol', 'new');
  expect((await carol.bringIn(toCarol)).outcome).toMatchObject({ counts: { updates: 1 } });
  for (const node of [bob, carol]) expect((await onlyFact(node)).fact).toEqual((await onlyFact(alice)).fact);
  expect(await carol.previewPayload(toCarol)).toMatchObject({ act: 'nothing', facts: { updates: 0, present: 1 } });
  expect(bob.snapshot.counts.conflicts + carol.snapshot.counts.conflicts).toBe(0);
  await close();
});

test('an older version by the same writer is no conflict, whichever peer brings it', async () => {
  const { alice, bob, carol, close } = await openWithOneFact(WORDS.content);
  const old = await bob.takeOutText('carol');
  const back = await bob.takeOutText('alice');
  await editOnlyFact(alice, { content: 'Bear uses two servers.' });
  expect(await alice.previewPayload(back)).toMatchObject({ facts: { conflicts: 0, present: 1 } });
  await bob.bringIn(await alice.takeOutText('bob'));
  await carol.bringIn(await bob.takeOutText('carol'));
  expect((await carol.previewPayload(old)).facts).toMatchObject({ conflicts: 0, updates: 0, present: 1 });
  expect((await onlyFact(carol)).fact.content).toBe('Bear uses two servers.');
  await close();
});

test('a fact that moves to another domain moves on every node; saving the same words is no edit', async () => {
  const { alice, bob, carol, close } = await openWithOneFact(WORDS.content);
  const { fact, seq } = await onlyFact(alice);
  expect(await alice.api.editFact(fact.id, WORDS, seq)).toEqual({ kind: 'nothing', why: 'unchanged' });
  expect((await onlyFact(alice)).fact).toEqual(fact);
  await alice.api.editFact(fact.id, { ...WORDS, domain: 'bears', level: 0 });
  await bob.bringIn(await alice.takeOutText('bob'));
  await carol.bringIn(await bob.takeOutText('carol'));
  const rows = await factRows(carol, { search: WORDS.content });
  expect(rows.map((row) => [row.fact.domain, row.fact.level])).toEqual([['bears', 0]]);
  await close();
});

test('the same words added twice in one millisecond are two facts', async () => {
  const alice = await openNode('alice');
  await alice.api.addFact(WORDS);
  await alice.api.addFact(WORDS);
  const rows = await factRows(alice, { search: WORDS.content });
  expect(new Set(rows.map(({ fact }) => fact.id)).size).toBe(2);
  await alice.close();
});

test('versions of one fact, in any order and repeated, end in the last one without a conflict', async () => {
  const { alice, bob, close } = await openWithOneFact(WORDS.content);
  await pair(bob, alice);
  const drops = [await alice.takeOutText('bob')];
  for (const content of ['B', 'C', 'B', 'D']) {
    await editOnlyFact(alice, { content });
    drops.push(await alice.takeOutText('bob'));
  }
  await fc.assert(
    fc.asyncProperty(anyOrder(5, 3), async (order) => {
      const node = await openNode('dora', alice.clock);
      await pair(alice, node);
      for (const index of order) {
        const preview = await node.previewPayload(drops[index] as string);
        if (preview.act !== 'nothing') await node.api.accept(preview.id);
      }
      expect((await onlyFact(node)).fact).toEqual((await onlyFact(alice)).fact);
      expect(node.snapshot.counts.conflicts).toBe(0);
      await node.close();
    }),
    { numRuns: 12 },
  );
  await close();
});
