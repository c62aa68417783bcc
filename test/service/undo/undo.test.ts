import { expect, test } from 'vitest';
import { Trust } from '../../../src/domain/trust.ts';
import type { ConflictRow, FactRow, JournalRow, PayloadPreview, Rows, UndoPreview } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { contentOf } from '../../stories/support/content-of.ts';
import { openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

const ALL = { offset: 0, limit: 10_000 };

async function openTrusting(): Promise<TestNode> {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  return node;
}

async function lastImport(node: TestNode): Promise<string> {
  const { rows } = taken<Rows<JournalRow>>(await node.api.journal({ search: '', kind: 'drop-in' }, ALL));
  return taken(rows.find((row) => row.undoable)?.dropId);
}

test('undo brings back the very same content, whatever the import held', async () => {
  const node = await openTrusting();
  const empty = await contentOf(node);
  node.clock.advance(1000);
  await node.bringIn(threatActors);
  const full = await contentOf(node);
  node.clock.advance(1000);
  await node.bringIn(edited);
  expect(await contentOf(node)).not.toBe(full);
  const second = await lastImport(node);
  expect(taken<UndoPreview>(await node.api.inspectUndo(second))).toMatchObject({
    facts: 0,
    incidents: 2,
    conflicts: 40,
    kept: [],
  });
  expect(await node.api.undoImport(second)).toMatchObject({
    what: 'import-undone',
    counts: { incidents: 2, conflicts: 40 },
  });
  expect(await contentOf(node)).toBe(full);
  const later = await node.secondTab();
  await later.api.undoImport(await lastImport(later));
  await node.api.wake();
  expect(await contentOf(later)).toBe(empty);
  expect(await later.api.undoImport(second)).toMatchObject({ code: 'import-not-found' });
  await node.close();
  await later.close();
});

test('what was edited or marked since stays and is listed; undoing is redone by importing again', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  const { facts } = JSON.parse(threatActors);
  const draft = { content: 'said better', level: 1, domain: 'd', module: '' };
  await node.api.editFact(facts[10].id, draft);
  await node.api.markFact(facts[11].id, 'stale', true);
  await node.api.addFact({ ...draft, content: 'our own' });
  const dropId = await lastImport(node);
  const preview = taken<UndoPreview>(await node.api.inspectUndo(dropId));
  expect(preview).toMatchObject({ facts: 982, peerName: 'sentinel-mcp' });
  expect(preview.kept.map((row) => row.fact.id).sort()).toEqual([facts[10].id, facts[11].id].sort());
  expect(await node.api.undoImport(dropId)).toMatchObject({ counts: { facts: 982, kept: 2 } });
  expect(node.snapshot.counts.facts).toBe(5 + 3);
  expect(node.peer('sentinel-mcp')).toMatchObject({ factCount: 0, lastSyncAt: null, trust: Trust.VERIFIED });
  const again = taken<PayloadPreview>(await node.api.read(threatActors));
  expect(again).toMatchObject({ act: 'take-in', takenInAt: null, facts: { fresh: 982, present: 1, conflicts: 1 } });
  await node.api.accept(again.id);
  expect(node.snapshot.counts.facts).toBe(5 + 984 + 1);
  await node.close();
});

test('a choice survives the next import, and undoing the import puts ours back', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const rows = taken<Rows<ConflictRow>>(await node.api.conflicts(ALL)).rows;
  expect(rows).toHaveLength(40);
  const [first, second, third] = rows as [ConflictRow, ConflictRow, ConflictRow];
  await node.api.resolveConflict(first.key, 'ours');
  await node.api.resolveConflict(second.key, 'theirs');
  await node.api.resolveConflict(third.key, 'both');
  expect(await node.api.resolveConflict(first.key, 'theirs')).toMatchObject({ code: 'conflict-not-found' });
  expect(node.snapshot.counts).toMatchObject({ conflicts: 37, facts: 990 });
  const found = async (id: string) => taken<Rows<FactRow>>(await node.api.facts({ search: id }, ALL)).rows;
  expect((await found(first.theirs.fact.id))[0]?.fact).toEqual(first.ours?.fact);
  expect((await found(second.theirs.fact.id))[0]?.fact).toEqual(second.theirs.fact);
  const variant = (await found(third.theirs.fact.content)).find((row) => row.variantOf === third.theirs.fact.id);
  expect(variant?.fact).toEqual({ ...third.theirs.fact, id: variant?.fact.id });
  expect(taken<PayloadPreview>(await node.api.read(edited)).facts).toMatchObject({ conflicts: 37, present: 947 });
  await node.bringIn(edited.replace('2026-02-27T13:46:40Z","incidents', '2026-02-27T13:46:41Z","incidents'));
  expect(node.snapshot.counts.conflicts).toBe(37);
  await node.api.undoImport(await lastImport(node));
  expect((await found(second.theirs.fact.id))[0]?.fact).toEqual(second.ours?.fact);
  expect(node.snapshot.counts).toMatchObject({ conflicts: 0, facts: 989 });
  await node.close();
});

test('a variant says what it is a variant of on the next node too', async () => {
  const alice = await openTrusting();
  const bob = await openNode('bob');
  await pair(alice, bob);
  await alice.bringIn(threatActors);
  await alice.bringIn(edited);
  const [conflict] = taken<Rows<ConflictRow>>(await alice.api.conflicts(ALL)).rows;
  await alice.api.resolveConflict(taken(conflict).key, 'both');
  await bob.bringIn(await alice.takeOutText('bob'));
  const { rows } = taken<Rows<FactRow>>(await bob.api.facts({ search: '' }, ALL));
  expect(rows.filter((row) => row.variantOf).map((row) => row.variantOf)).toEqual([conflict?.theirs.fact.id]);
  await alice.close();
  await bob.close();
});

/** One fact of the payload with other words, from the same peer at another time. */
function versionOf(content: string, minute: number): string {
  const payload = JSON.parse(threatActors);
  return JSON.stringify({
    ...payload,
    facts: [{ ...payload.facts[5], content }],
    synced_at: `2026-03-01T10:0${minute}:00Z`,
  });
}

test('two choices undone in the order they came: ours stands again', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  const drops: string[] = [];
  for (const [content, minute] of [
    ['theirs, one', 1],
    ['theirs, two', 2],
  ] as const) {
    node.clock.advance(1000);
    await node.bringIn(versionOf(content, minute));
    const [conflict] = taken<Rows<ConflictRow>>(await node.api.conflicts(ALL)).rows;
    await node.api.resolveConflict(taken(conflict).key, 'theirs');
    drops.push(await lastImport(node));
  }
  for (const dropId of drops) await node.api.undoImport(dropId);
  const [ours] = JSON.parse(threatActors).facts.slice(5);
  const [row] = taken<Rows<FactRow>>(await node.api.facts({ search: ours.id }, ALL)).rows;
  expect(row?.fact.content).toBe(ours.content);
  await node.close();
});

test('two other versions of one fact in one payload are two conflicts; an undo leaves what another drop brought', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  const payload = JSON.parse(versionOf('B', 1));
  const both = JSON.stringify({ ...payload, facts: [...payload.facts, { ...payload.facts[0], content: 'C' }] });
  node.clock.advance(1000);
  await node.bringIn(both);
  expect(node.snapshot.counts.conflicts).toBe(2);
  node.clock.advance(1000);
  await node.bringIn(versionOf('B', 3));
  const rows = taken<Rows<JournalRow>>(await node.api.journal({ search: '', kind: 'drop-in' }, ALL)).rows;
  await node.api.undoImport(rows.filter((one) => one.undoable)[1]?.dropId as string);
  // The later drop brought one of the two as well, and stands.
  expect(node.snapshot.counts.conflicts).toBe(1);
  expect(taken<PayloadPreview>(await node.api.read(versionOf('B', 3)))).toMatchObject({ act: 'nothing' });
  await node.bringIn(both);
  expect(node.snapshot.counts.conflicts).toBe(2);
  await node.close();
});

test('an import that was completed later is undone to what was before the first time', async () => {
  const node = await openTrusting();
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

test('the times of genes are those that are still told, in whatever order imports are undone', async () => {
  const told = (year: number) => threatActors.replaceAll(/("created_at": ?")2\d{3}/g, `$1${year}`);
  const texts = [told(2025), told(2021), told(2018)];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [1, 2, 0],
  ]) {
    const node = await openTrusting();
    const before = await contentOf(node);
    const drops: string[] = [];
    for (const text of texts) {
      node.clock.advance(1000);
      await node.bringIn(text);
      drops.push(await lastImport(node));
    }
    for (const [done, index] of order.entries()) {
      const left = order.slice(done + 1).map((one) => texts[one] as string);
      await node.api.undoImport(taken(drops[index]));
      const alone = await openTrusting();
      for (const text of left) await alone.bringIn(text);
      expect(await geneTimes(node)).toEqual(await geneTimes(alone));
      await alone.close();
    }
    expect(await contentOf(node)).toBe(before);
    await node.close();
  }
});

async function geneTimes(node: TestNode): Promise<readonly string[]> {
  const { rows } = taken<Rows<FactRow>>(await node.api.facts({ search: '' }, ALL));
  return rows.filter(({ fact }) => fact.isGene).map(({ fact }) => `${fact.id} ${fact.createdAt}`);
}
