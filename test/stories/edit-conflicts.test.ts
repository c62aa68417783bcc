/** Edits that meet a fact which was changed here: nothing of ours is replaced unless a person chooses that. */
import { expect, test } from 'vitest';
import { editOnlyFact, onlyFact, openWithOneFact } from './support/edited-fact.ts';
import { pair } from './support/open-node.ts';
import { rewritten } from './support/rewritten.ts';
import { conflictRows, factRows } from './support/rows.ts';

test('a fact that was edited or marked stale here is not overwritten: the edit is a conflict', async () => {
  const { alice, bob, carol, close } = await openWithOneFact('Bear uses one server.');
  await editOnlyFact(bob, { content: 'Bear uses three servers.' });
  await carol.api.markFact((await onlyFact(carol)).fact.id, 'stale', true);
  await editOnlyFact(alice, { content: 'Bear uses two servers.' });
  const toBob = await alice.takeOutText('bob');
  expect((await bob.previewPayload(toBob)).facts).toMatchObject({ updates: 0, conflicts: 1 });
  await pair(alice, carol);
  const toCarol = await alice.takeOutText('carol');
  expect((await carol.previewPayload(toCarol)).facts).toMatchObject({ updates: 0, conflicts: 1 });
  // Bob's words for Alice's fact are no edit: only the writer of a fact can edit it.
  const toAlice = await bob.takeOutText('alice');
  expect((await alice.previewPayload(toAlice)).facts).toMatchObject({ updates: 0, conflicts: 1 });
  await close();
});

test('a choice in a conflict is not overwritten by an update in the same payload', async () => {
  const { alice, bob, close } = await openWithOneFact('A');
  const { fact } = await onlyFact(bob);
  await editOnlyFact(alice, { content: 'B' });
  const text = await alice.takeOutText('bob', 'new');
  const update = JSON.parse(text).facts.find((one: { id: string }) => one.id === fact.id);
  const twoVersions = await rewritten(alice, text, { facts: [{ ...update, content: 'X' }, update] });
  const preview = await bob.previewPayload(twoVersions);
  expect(preview.facts).toMatchObject({ conflicts: 2, updates: 0 });
  await bob.api.chooseRows(preview.id, 'conflicts', { indices: [0] }, 'theirs');
  await bob.api.accept(preview.id);
  expect((await onlyFact(bob)).fact.content).toBe('X');
  await close();
});

test('an edit that only moves a fact to another domain is a conflict too if ours is stale', async () => {
  const { alice, bob, close } = await openWithOneFact('A');
  const { fact } = await onlyFact(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await editOnlyFact(alice, { domain: 'bears' });
  const text = await alice.takeOutText('bob', 'new');
  expect.soft((await bob.previewPayload(text)).facts).toMatchObject({ present: 0, conflicts: 1 });
  await close();
});

test('a conflict ends when the writer of its version replaces that version', async () => {
  const { alice, bob, close } = await openWithOneFact('A');
  const { fact } = await onlyFact(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await editOnlyFact(alice, { content: 'B' });
  await bob.bringIn(await alice.takeOutText('bob'));
  expect(bob.snapshot.counts.conflicts).toBe(1);
  await bob.api.markFact(fact.id, 'stale', false);
  await editOnlyFact(alice, { content: 'C' });
  await bob.bringIn(await alice.takeOutText('bob'));
  expect((await onlyFact(bob)).fact.content).toBe('C');
  expect.soft(bob.snapshot.counts.conflicts).toBe(0);
  const [open] = await conflictRows(bob);
  if (open) {
    await bob.api.resolveConflict(open.key, 'theirs');
    expect.soft((await onlyFact(bob)).fact.content).toBe('C');
    bob.clock.advance(1000);
    await bob.bringIn(await alice.takeOutText('bob'));
    expect.soft((await onlyFact(bob)).fact.content).toBe('C');
  }
  await close();
});

test('a version that the preview showed as a conflict does not replace ours unasked', async () => {
  const { alice, bob, close } = await openWithOneFact('A');
  const { fact } = await onlyFact(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await editOnlyFact(alice, { content: 'B' });
  const preview = await bob.previewPayload(await alice.takeOutText('bob'));
  expect(preview.facts).toMatchObject({ conflicts: 1, updates: 0 });
  const tab = await bob.secondTab();
  await tab.api.markFact(fact.id, 'stale', false);
  await bob.api.accept(preview.id);
  expect.soft((await onlyFact(bob)).fact.content).toBe('A');
  await tab.close();
  await close();
});

test('"both", chosen for a conflict, holds if ours is no longer stale at Accept', async () => {
  const { alice, bob, close } = await openWithOneFact('A');
  const { fact } = await onlyFact(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await editOnlyFact(alice, { content: 'B' });
  const preview = await bob.previewPayload(await alice.takeOutText('bob'));
  await bob.api.chooseRows(preview.id, 'conflicts', { search: '' }, 'both');
  await bob.api.markFact(fact.id, 'stale', false);
  await bob.api.accept(preview.id);
  const rows = await factRows(bob, { level: 1 });
  expect.soft(rows.map((row) => row.fact.content).sort()).toEqual(['A', 'B']);
  await close();
});
