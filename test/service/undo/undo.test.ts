import { expect, test } from 'vitest';
import { Trust } from '../../../src/domain/trust.ts';
import type { ConflictRow, UndoPreview } from '../../../src/peer-api.ts';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { contentOf } from '../../stories/support/content-of.ts';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { closeAll, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { conflictRows, factRows, journalRows, lastImport } from '../../stories/support/rows.ts';

test('an undo brings the same content back, whatever the import brought', async () => {
  const node = await openTrustingGomcp();
  const empty = await contentOf(node);
  node.clock.advance(1000);
  await node.bringIn(threatActors);
  const first = await contentOf(node);
  node.clock.advance(1000);
  await node.bringIn(edited);
  expect(await contentOf(node)).not.toBe(first);
  const second = await lastImport(node);
  expect(taken<UndoPreview>(await node.api.inspectUndo(second))).toMatchObject({
    facts: 0,
    incidents: 2,
    conflicts: 40,
    staying: [],
  });
  expect(await node.api.undoImport(second)).toMatchObject({
    what: 'import-undone',
    counts: { incidents: 2, conflicts: 40 },
  });
  expect(await contentOf(node)).toBe(first);
  const later = await node.secondTab();
  await later.api.undoImport(await lastImport(later));
  await node.api.wake();
  expect(await contentOf(later)).toBe(empty);
  expect(await later.api.undoImport(second)).toMatchObject({ code: 'import-not-found' });
  await closeAll(node, later);
});

test('what was edited or marked since stays and is listed; importing again brings the rest back', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const { facts } = JSON.parse(threatActors);
  const draft = { content: 'said better', level: 1, domain: 'd', module: '' };
  await node.api.editFact(facts[10].id, draft);
  await node.api.markFact(facts[11].id, 'stale', true);
  await node.api.addFact({ ...draft, content: 'our own' });
  const dropId = await lastImport(node);
  const preview = taken<UndoPreview>(await node.api.inspectUndo(dropId));
  expect(preview).toMatchObject({ facts: 982, peerName: 'sentinel-mcp' });
  expect(preview.staying.map((row) => row.fact.id).sort()).toEqual([facts[10].id, facts[11].id].sort());
  expect(await node.api.undoImport(dropId)).toMatchObject({ counts: { facts: 982, kept: 2 } });
  expect(node.snapshot.counts.facts).toBe(5 + 3);
  expect(node.peer('sentinel-mcp')).toMatchObject({ factCount: 0, lastSyncAt: null, trust: Trust.VERIFIED });
  const again = await node.preview(threatActors);
  expect(again).toMatchObject({ act: 'take-in', takenInAt: null, facts: { fresh: 982, present: 1, conflicts: 1 } });
  await node.api.accept(again.id);
  expect(node.snapshot.counts.facts).toBe(5 + 984 + 1);
  await node.close();
});

test('a choice survives the next import, and an undo of the import puts ours back', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const rows = await conflictRows(node);
  expect(rows).toHaveLength(40);
  const [first, second, third] = rows as [ConflictRow, ConflictRow, ConflictRow];
  await node.api.resolveConflict(first.key, 'ours');
  await node.api.resolveConflict(second.key, 'theirs');
  await node.api.resolveConflict(third.key, 'both');
  expect(await node.api.resolveConflict(first.key, 'theirs')).toMatchObject({ code: 'conflict-not-found' });
  expect(node.snapshot.counts).toMatchObject({ conflicts: 37, facts: 990 });
  const found = (search: string) => factRows(node, { search });
  expect((await found(first.theirs.fact.id))[0]?.fact).toEqual(first.ours?.fact);
  expect((await found(second.theirs.fact.id))[0]?.fact).toEqual(second.theirs.fact);
  const variant = (await found(third.theirs.fact.content)).find((row) => row.variantOf === third.theirs.fact.id);
  expect(variant?.fact).toEqual({ ...third.theirs.fact, id: variant?.fact.id });
  expect((await node.previewPayload(edited)).facts).toMatchObject({ conflicts: 37, present: 947 });
  await node.bringIn(edited.replace('2026-02-27T13:46:40Z","incidents', '2026-02-27T13:46:41Z","incidents'));
  expect(node.snapshot.counts.conflicts).toBe(37);
  await node.api.undoImport(await lastImport(node));
  expect((await found(second.theirs.fact.id))[0]?.fact).toEqual(second.ours?.fact);
  expect(node.snapshot.counts).toMatchObject({ conflicts: 0, facts: 989 });
  await node.close();
});

test('a variant names the fact it is a variant of on the next node too', async () => {
  const alice = await openTrustingGomcp();
  const bob = await openNode('bob');
  await pair(alice, bob);
  await alice.bringIn(threatActors);
  await alice.bringIn(edited);
  const [conflict] = await conflictRows(alice);
  await alice.api.resolveConflict(taken(conflict).key, 'both');
  await bob.bringIn(await alice.takeOutText('bob'));
  const rows = await factRows(bob);
  expect(rows.filter((row) => row.variantOf).map((row) => row.variantOf)).toEqual([conflict?.theirs.fact.id]);
  await closeAll(alice, bob);
});

/** A later payload of the same peer, with one of its facts in other words. */
function versionOf(content: string, minute: number): string {
  const payload = JSON.parse(threatActors);
  return JSON.stringify({
    ...payload,
    facts: [{ ...payload.facts[5], content }],
    synced_at: `2026-03-01T10:0${minute}:00Z`,
  });
}

test('ours stands again if two choices are undone in the order in which they came', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const drops: string[] = [];
  for (const [content, minute] of [
    ['theirs, one', 1],
    ['theirs, two', 2],
  ] as const) {
    node.clock.advance(1000);
    await node.bringIn(versionOf(content, minute));
    const [conflict] = await conflictRows(node);
    await node.api.resolveConflict(taken(conflict).key, 'theirs');
    drops.push(await lastImport(node));
  }
  for (const dropId of drops) await node.api.undoImport(dropId);
  const [ours] = JSON.parse(threatActors).facts.slice(5);
  const [row] = await factRows(node, { search: ours.id });
  expect(row?.fact.content).toBe(ours.content);
  await node.close();
});

test('two versions of one fact in a payload are two conflicts; an undo leaves what another drop brought', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const payload = JSON.parse(versionOf('B', 1));
  const both = JSON.stringify({ ...payload, facts: [...payload.facts, { ...payload.facts[0], content: 'C' }] });
  node.clock.advance(1000);
  await node.bringIn(both);
  expect(node.snapshot.counts.conflicts).toBe(2);
  node.clock.advance(1000);
  await node.bringIn(versionOf('B', 3));
  const lines = await journalRows(node, { kind: 'drop-in' });
  await node.api.undoImport(lines.filter((line) => line.undoable)[1]?.dropId as string);
  // The later drop brought one of the two versions too, and is not undone.
  expect(node.snapshot.counts.conflicts).toBe(1);
  expect(await node.preview(versionOf('B', 3))).toMatchObject({ act: 'nothing' });
  await node.bringIn(both);
  expect(node.snapshot.counts.conflicts).toBe(2);
  await node.close();
});

test('an import that was completed later is undone to what was there before its first part', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  await node.api.deleteFact(JSON.parse(threatActors).facts[7].id);
  node.clock.advance(1000);
  await node.bringIn(threatActors);
  expect(node.peer('sentinel-mcp').factCount).toBe(985);
  await node.api.undoImport(await lastImport(node));
  expect(node.snapshot.counts.facts).toBe(5);
  expect(node.peer('sentinel-mcp').factCount).toBe(0);
  await node.close();
});

test('the times of genes come from the imports that are left, in any order of undoing', async () => {
  const withYear = (year: number) => threatActors.replaceAll(/("created_at": ?")2\d{3}/g, `$1${year}`);
  const texts = [withYear(2025), withYear(2021), withYear(2018)];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [1, 2, 0],
  ]) {
    const node = await openTrustingGomcp();
    const before = await contentOf(node);
    const drops: string[] = [];
    for (const text of texts) {
      node.clock.advance(1000);
      await node.bringIn(text);
      drops.push(await lastImport(node));
    }
    for (const [turn, index] of order.entries()) {
      const left = order.slice(turn + 1).map((one) => texts[one] as string);
      await node.api.undoImport(taken(drops[index]));
      const onlyLeft = await openTrustingGomcp();
      for (const text of left) await onlyLeft.bringIn(text);
      expect(await geneTimes(node)).toEqual(await geneTimes(onlyLeft));
      await onlyLeft.close();
    }
    expect(await contentOf(node)).toBe(before);
    await node.close();
  }
});

async function geneTimes(node: TestNode): Promise<readonly string[]> {
  const rows = await factRows(node);
  return rows.filter(({ fact }) => fact.isGene).map(({ fact }) => `${fact.id} ${fact.createdAt}`);
}
