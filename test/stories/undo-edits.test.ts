/** Edits that are undone, deleted or brought twice: each of them can come again, and nothing else is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import type { RowChoice } from '../../src/peer-api.ts';
import { undoInOrder } from './support/any-order.ts';
import { contentOf } from './support/content-of.ts';
import { editOnlyFact, onlyFact, openWithOneFact } from './support/edited-fact.ts';
import { openNode, pair, type TestNode } from './support/open-node.ts';
import { conflictRows, factRows, lastImport } from './support/rows.ts';

/** Facts and open conflicts, without sequence numbers: every change counts those up, an undo too. */
async function factsAndConflicts(node: TestNode): Promise<unknown> {
  const facts = await factRows(node, { level: 1 });
  return [facts.map((row) => ({ ...row, seq: 0 })), await conflictRows(node)];
}

test('an update that was left out or undone comes again with the next drop', async () => {
  const { alice, bob, close } = await openWithOneFact('Bear uses one server.');
  const before = await contentOf(bob);
  await editOnlyFact(alice, { content: 'Bear uses two servers.' });
  const text = await alice.takeOutText('bob');
  const preview = await bob.previewPayload(text);
  await bob.api.chooseRows(preview.id, 'updates', { search: 'two servers' }, 'leave');
  expect(outcomeOf(await bob.api.accept(preview.id))).toMatchObject({ counts: { updates: 0, leftOut: 1 } });
  expect((await onlyFact(bob)).fact.content).toBe('Bear uses one server.');
  await bob.api.undoImport(await lastImport(bob));
  await bob.bringIn(text);
  expect((await onlyFact(bob)).fact.content).toBe('Bear uses two servers.');
  await editOnlyFact(alice, { content: 'Bear uses no server.' });
  await bob.bringIn(await alice.takeOutText('bob'));
  await bob.api.undoImport(await lastImport(bob));
  expect((await onlyFact(bob)).fact.content).toBe('Bear uses two servers.');
  await bob.api.undoImport(await lastImport(bob));
  expect(await contentOf(bob)).toBe(before);
  expect((await bob.previewPayload(text)).facts).toMatchObject({ updates: 1 });
  await close();
});

test('an update is an update again if the fact was deleted and came back in older words', async () => {
  const { alice, bob, carol, close } = await openWithOneFact('A');
  const old = await carol.takeOutText('bob');
  await editOnlyFact(alice, { content: 'B' });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  await bob.api.deleteFact((await onlyFact(bob)).fact.id);
  bob.clock.advance(1000);
  await bob.bringIn(old);
  expect((await onlyFact(bob)).fact.content).toBe('A');
  bob.clock.advance(1000);
  const again = await alice.takeOutText('bob');
  expect.soft((await bob.previewPayload(again)).facts).toMatchObject({ updates: 1, present: 0 });
  await bob.bringIn(again);
  expect.soft((await onlyFact(bob)).fact.content).toBe('B');
  await close();
});

test('an update is an update again if its import was undone and the fact came back in older words', async () => {
  const { alice, bob, carol, close } = await openWithOneFact('A');
  await pair(alice, carol);
  const old = await carol.takeOutText('bob');
  await editOnlyFact(alice, { content: 'B' });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  bob.clock.advance(1000);
  await carol.bringIn(await alice.takeOutText('carol'));
  const fromCarol = await carol.takeOutText('bob');
  await bob.api.deleteFact((await onlyFact(bob)).fact.id);
  await bob.bringIn(fromCarol); // B is a new fact now, from Carol.
  const { dropId } = await bob.previewPayload(fromCarol);
  await bob.api.undoImport(dropId);
  expect(await factRows(bob, { level: 1 })).toHaveLength(0);
  await bob.bringIn(old); // A is a new fact.
  expect((await onlyFact(bob)).fact.content).toBe('A');
  expect((await bob.previewPayload(fromCarol)).facts).toMatchObject({ updates: 1 });
  await close();
});

test('an update that two drops brought stays if one of them is undone', async () => {
  const { alice, bob, close } = await openWithOneFact('A');
  await editOnlyFact(alice, { content: 'B' });
  const first = await alice.takeOutText('bob', 'new');
  await bob.bringIn(first);
  bob.clock.advance(1000);
  const { dropId } = await bob.previewPayload(first);
  await bob.bringIn(await alice.takeOutText('bob'));
  bob.clock.advance(1000);
  await bob.api.undoImport(dropId);
  expect.soft((await onlyFact(bob)).fact.content).toBe('B');
  expect.soft(bob.snapshot.counts.conflicts).toBe(0);
  await close();
});

test('if every drop with a version is undone, in any order, all is as it was before them', async () => {
  const { alice, bob, close } = await openWithOneFact('Bear uses one server.');
  const first = await alice.takeOutText('bob');
  const drops: string[] = [];
  for (const content of ['B', 'C', 'D']) {
    await editOnlyFact(alice, { content });
    drops.push(await alice.takeOutText('bob'));
  }
  // Bob puts other words in place of Alice's, and hands them on.
  await editOnlyFact(bob, { content: 'X' });
  const dora = await openNode('dora', alice.clock);
  await pair(bob, dora);
  drops.push(await bob.takeOutText('dora'));
  await dora.close();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom<RowChoice>('take', 'theirs', 'both'), { minLength: 6, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (brought, choices, order) => {
        const node = await openNode('emil', alice.clock);
        await pair(alice, node);
        await pair(bob, node);
        await node.bringIn(first);
        const before = await factsAndConflicts(node);
        const dropIds = new Set<string>();
        for (const [turn, index] of brought.entries()) {
          node.clock.advance(1000);
          const preview = await node.previewPayload(drops[index] as string);
          await node.api.chooseRows(preview.id, 'conflicts', { search: '' }, choices[turn] as RowChoice);
          if (preview.act !== 'nothing') await node.api.accept(preview.id);
          if (preview.act !== 'nothing') dropIds.add(preview.dropId);
        }
        await undoInOrder(node, [...dropIds], order);
        // An undo does not change when the node last heard of its peers, so only facts and conflicts are compared.
        expect(await factsAndConflicts(node)).toEqual(before);
        await node.close();
      },
    ),
    { numRuns: 25 },
  );
  await close();
});
