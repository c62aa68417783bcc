import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf } from '../../stories/support/content-of.ts';
import { forgetPreview } from '../../stories/support/forget-preview.ts';
import { Clock, closeAll, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { openNodes } from '../../stories/support/open-nodes.ts';
import { ALL, conflictRows, factRows, incidentRows, journalRows } from '../../stories/support/rows.ts';
import { bringFrom, factsById, shortPayload } from '../../stories/support/short-payload.ts';
import { meet, openWithPeers } from '../../stories/support/unsigned.ts';

const WORDS = { content: 'Our own.', level: 1, domain: 'd', module: '' };

/** The incidents without what depends on when they came, in one order. */
async function incidentsOf(node: TestNode) {
  const rows = await incidentRows(node);
  return rows.map((row) => ({ ...row, seq: 0, at: 0 })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

test('untouched facts go; edited, stale and archived ones stay, as the preview said', async () => {
  const node = await openWithPeers('mara');
  await node.api.addFact(WORDS);
  const before = await contentOf(node);
  await bringFrom(node, 'mara', { facts: { a: 'A', b: 'B', c: 'C', d: 'D' }, incidents: { i: 'open' } });
  const samePayload = shortPayload(node, 'mara', {
    facts: { a: 'A', b: 'B', c: 'C', d: 'D' },
    incidents: { i: 'open' },
  });
  expect(await node.api.forgetBrought('peer_mara')).toMatchObject({ counts: { facts: 4, incidents: 1, kept: 0 } });
  expect(node.peer('mara')).toMatchObject({ factCount: 0, lastSyncAt: null, untold: 0 });
  // Peers are part of the content: the time of their last contact is as before too.
  expect(await contentOf(node)).toBe(before);
  expect(await node.api.forgetBrought('peer_mara')).toMatchObject({ kind: 'nothing', why: 'nothing-brought' });
  expect(JSON.parse(await node.takeOutText('mara')).synapse.receipts ?? []).toEqual([]);

  node.clock.advance(1000);
  expect(await node.preview(samePayload)).toMatchObject({ takenInAt: null, olderThan: null });
  await node.bringIn(samePayload);
  await node.api.editFact('a', { ...WORDS, content: 'A, as we know it' });
  await node.api.markFact('b', 'stale', true);
  await node.api.markFact('c', 'archived', true);
  expect(await forgetPreview(node, 'mara')).toMatchObject({
    facts: 1,
    staying: 3,
    incidents: 1,
    conflicts: 0,
    shared: 0,
  });
  expect(await node.api.forgetPeer('peer_mara', 'peer-and-facts', false)).toMatchObject({
    what: 'peer-forgotten',
    counts: { facts: 1, incidents: 1, kept: 3 },
  });
  const kinds = (await journalRows(node)).map(({ kind }) => kind);
  expect(kinds.slice(0, 2)).toEqual(['peer-forgotten', 'brought-forgotten']);
  expect(Object.keys(await factsById(node))).toEqual(expect.arrayContaining(['a', 'b']));
  expect(taken(await node.api.facts({ search: '', mark: 'archived' }, ALL)).total).toBe(1);
  await meet(node, 'mara', { nonce: 'again' });
  await bringFrom(node, 'mara', { facts: { d: 'D' } });
  expect(await factsById(node)).toMatchObject({ d: ['D', 'peer_mara'] });
  await node.close();
});

test('the fact that its versions replaced stands again, even after several of its drops', async () => {
  const node = await openWithPeers('bob', 'mara');
  await bringFrom(node, 'bob', { facts: { a: 'bob' } });
  for (const content of ['one', 'two']) {
    await bringFrom(node, 'mara', { facts: { a: content } });
    await node.api.resolveConflict(taken((await conflictRows(node))[0]).key, 'theirs');
  }
  expect(await factsById(node)).toEqual({ a: ['two', 'peer_mara'] });
  expect(await forgetPreview(node, 'mara')).toMatchObject({ facts: 1, comeBack: 1, conflicts: 2 });
  await node.api.forgetBrought('peer_mara');
  expect(await factsById(node)).toEqual({ a: ['bob', 'peer_bob'] });
  // The earlier choices are gone, so the same version is a conflict again.
  await bringFrom(node, 'mara', { facts: { a: 'two' } });
  expect(await conflictRows(node)).toHaveLength(1);
  await node.close();
});

test('choices against it stay, open versions go, and a version that others brought too stays', async () => {
  const node = await openWithPeers('bob', 'mara', 'carol');
  await bringFrom(node, 'bob', { facts: { a: 'A', b: 'B', c: 'C' } });
  await bringFrom(node, 'mara', { facts: { a: 'not A', b: 'not B', c: 'not C' } });
  await bringFrom(node, 'carol', { facts: { b: 'not B', c: 'not C' } });
  const keyOf = async (id: string) => taken((await conflictRows(node)).find(({ theirs }) => theirs.fact.id === id)).key;
  await node.api.resolveConflict(await keyOf('a'), 'ours');
  await node.api.resolveConflict(await keyOf('b'), 'theirs');
  await node.api.forgetBrought('peer_mara');
  expect(await factsById(node)).toEqual({ a: ['A', 'peer_bob'], b: ['not B', 'peer_carol'], c: ['C', 'peer_bob'] });
  expect((await conflictRows(node)).map(({ theirs }) => [theirs.fact.id, theirs.fromPeerId])).toEqual([
    ['c', 'peer_carol'],
  ]);
  await bringFrom(node, 'mara', { facts: { a: 'not A' } });
  expect((await conflictRows(node)).map(({ theirs }) => theirs.fact.id)).toEqual(['c']);
  await node.close();
});

test('if the fact goes, a version that waits beside it takes its place', async () => {
  const node = await openWithPeers('mara', 'bob');
  await bringFrom(node, 'mara', { facts: { a: 'mara' } });
  await bringFrom(node, 'bob', { facts: { a: 'bob' } });
  await bringFrom(node, 'bob', { facts: { a: 'bob, later' }, minute: 1 });
  expect(await forgetPreview(node, 'mara')).toMatchObject({ facts: 1, comeBack: 1 });
  await node.api.forgetBrought('peer_mara');
  expect(await factsById(node)).toEqual({ a: ['bob', 'peer_bob'] });
  expect((await conflictRows(node)).map(({ ours, theirs }) => [ours?.fact.content, theirs.fact.content])).toEqual([
    ['bob', 'bob, later'],
  ]);
  await node.close();
});

test('an incident keeps what others say of it, and is gone if nobody else says anything', async () => {
  const node = await openWithPeers('mara', 'bob');
  await bringFrom(node, 'mara', { incidents: { i: 'open', j: 'open', k: 'open' } });
  await bringFrom(node, 'bob', { incidents: { i: 'open', j: 'resolved' } });
  await node.api.forgetBrought('peer_mara');
  const left = (await incidentsOf(node)).map(({ incident, fromPeerId, views }) => [
    incident.id,
    incident.status,
    fromPeerId,
    views,
  ]);
  expect(left).toEqual([
    ['i', 'open', 'peer_bob', []],
    ['j', 'resolved', 'peer_bob', []],
  ]);
  await node.close();
});

/** Drops of two peers. Each peer has one version of each fact; of the facts in SHARED both have the same version. */
const drops = fc.array(
  fc.record({
    by: fc.constantFrom('mara', 'bob'),
    ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 }),
    incidents: fc.dictionary(fc.constantFrom('i', 'j'), fc.constantFrom('open', 'resolved')),
    minute: fc.integer({ min: 0, max: 59 }),
  }),
  { minLength: 1, maxLength: 7 },
);
const SHARED = new Set(['a', 'b', 'c']);

test('after one of two peers is forgotten, the store is as if only the other had ever come', async () => {
  await fc.assert(
    fc.asyncProperty(drops, fc.boolean(), async (all, alsoPeer) => {
      const clock = new Clock();
      const [both, onlyBob] = [await openNode('both', clock), await openNode('only-bob', clock)];
      for (const node of [both, onlyBob]) for (const name of ['mara', 'bob']) await meet(node, name);
      for (const { by, ids, incidents, minute } of all) {
        const facts = Object.fromEntries(ids.map((id) => [id, SHARED.has(id) ? id : `${id} of ${by}`]));
        await bringFrom(both, by, { facts, incidents, minute });
        if (by === 'bob') await bringFrom(onlyBob, by, { facts, incidents, minute });
      }
      if (alsoPeer) await both.api.forgetPeer('peer_mara', 'peer-and-facts', false);
      else await both.api.forgetBrought('peer_mara');
      expect(await factsById(both)).toEqual(await factsById(onlyBob));
      expect(await incidentsOf(both)).toEqual(await incidentsOf(onlyBob));
      expect(await conflictRows(both)).toHaveLength((await conflictRows(onlyBob)).length);
      await closeAll(both, onlyBob);
    }),
    { numRuns: 25 },
  );
});

test('a fact of a forgotten peer that Bob brought too stays as his, and no receipt for it goes out', async () => {
  const { alice, bob, mara, close } = await openNodes('alice', 'bob', 'mara');
  for (const peer of [bob, mara]) await pair(alice, peer);
  await pair(bob, mara);
  await mara.api.addFact({ ...WORDS, content: 'from mara' });
  await bob.bringIn(await mara.takeOutText('bob'));
  await alice.bringIn(await mara.takeOutText('alice'));
  await alice.bringIn(await bob.takeOutText('alice'));
  const { peerId } = alice.peer('mara');
  expect(await forgetPreview(alice, 'mara')).toMatchObject({ facts: 0, shared: 1 });
  await alice.api.forgetBrought(peerId);
  expect((await factRows(alice, { level: 1 })).map((row) => [row.fact.content, row.fromPeerId])).toEqual([
    ['from mara', alice.peer('bob').peerId],
  ]);
  const toMara = await alice.takeOutText('mara');
  expect(JSON.parse(toMara).synapse.receipts ?? []).toEqual([]);
  await close();
});
