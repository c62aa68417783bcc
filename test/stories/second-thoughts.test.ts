import { expect, test } from 'vitest';
import type { Carried, ConflictRow, FactRow, JournalRow, PayloadPreview, Rows } from '../../src/peer-api.ts';
import status from '../data/gomcp-peer-status.json?raw';
import { Clock, handedOver, openNode, pair, type TestNode, taken } from './support/open-node.ts';
import { rewritten } from './support/rewritten.ts';

const ALL = { offset: 0, limit: 1000 };
const WORDS = { content: 'A', level: 1, domain: 'actors', module: '' };
async function rows(node: TestNode): Promise<readonly FactRow[]> {
  return taken<Rows<FactRow>>(await node.api.facts({ search: '', level: 1 }, ALL)).rows;
}
async function only(node: TestNode): Promise<FactRow> {
  const found = await rows(node);
  expect(found).toHaveLength(1);
  return found[0] as FactRow;
}
async function edit(node: TestNode, change: object): Promise<void> {
  node.clock.advance(1000);
  const { fact } = await only(node);
  const { content, level, domain, module } = fact;
  expect(await node.api.editFact(fact.id, { content, level, domain, module, ...change })).toMatchObject({
    kind: 'done',
  });
}
const look = async (node: TestNode, text: string) => taken<PayloadPreview>(await node.api.read(text));
async function three() {
  const clock = new Clock();
  const [alice, bob, carol] = [
    await openNode('alice', clock),
    await openNode('bob', clock),
    await openNode('carol', clock),
  ];
  await pair(alice, bob);
  await pair(bob, carol);
  await pair(alice, carol);
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  await carol.bringIn(await bob.takeOutText('carol'));
  const close = () => Promise.all([alice, bob, carol].map((node) => node.close()));
  return { alice, bob, carol, clock, close };
}

test('an update that was taken once is an update again after the fact went and came in older words', async () => {
  const { alice, bob, carol, close } = await three();
  const old = await carol.takeOutText('bob');
  await edit(alice, { content: 'B' });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  await bob.api.deleteFact((await only(bob)).fact.id);
  bob.clock.advance(1000);
  await bob.bringIn(old);
  expect((await only(bob)).fact.content).toBe('A');
  bob.clock.advance(1000);
  const again = await alice.takeOutText('bob');
  expect.soft((await look(bob, again)).facts).toMatchObject({ updates: 1, present: 0 });
  await bob.bringIn(again);
  expect.soft((await only(bob)).fact.content).toBe('B');
  await close();
});

test('the same by undo alone', async () => {
  const { alice, bob, carol, close } = await three();
  const old = await carol.takeOutText('bob');
  const { rows: ins } = taken<Rows<JournalRow>>(await bob.api.journal({ search: '', kind: 'drop-in' }, ALL));
  const drop1 = ins.find((row) => row.undoable)?.dropId as string;
  await edit(alice, { content: 'B' });
  const b = await alice.takeOutText('bob', 'new');
  await bob.bringIn(b);
  bob.clock.advance(1000);
  await carol.bringIn(await alice.takeOutText('carol'));
  const bFromCarol = await carol.takeOutText('bob');
  await bob.api.deleteFact((await only(bob)).fact.id);
  await bob.bringIn(bFromCarol); // B comes fresh, from Carol
  const third = (await look(bob, bFromCarol)).dropId;
  await bob.api.undoImport(third);
  expect(await rows(bob)).toHaveLength(0);
  await bob.bringIn(old); // A fresh
  expect((await only(bob)).fact.content).toBe('A');
  expect((await look(bob, bFromCarol)).facts).toMatchObject({ updates: 1 });
  void drop1;
  await close();
});

test('an update brought by two drops stays when one is undone', async () => {
  const { alice, bob, close } = await three();
  await edit(alice, { content: 'B' });
  const one = await alice.takeOutText('bob', 'new');
  await bob.bringIn(one);
  bob.clock.advance(1000);
  const { dropId } = await look(bob, one);
  await bob.bringIn(await alice.takeOutText('bob'));
  bob.clock.advance(1000);
  await bob.api.undoImport(dropId);
  expect.soft((await only(bob)).fact.content).toBe('B');
  expect.soft(bob.snapshot.counts.conflicts).toBe(0);
  await close();
});

test('undo: what another peer brought too stays, as its own, and is not vouched for by a receipt of before', async () => {
  const clock = new Clock();
  const [alice, bob, dora] = [
    await openNode('alice', clock),
    await openNode('bob', clock),
    await openNode('dora', clock),
  ];
  await pair(alice, bob);
  await pair(alice, dora);
  await pair(bob, dora);
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  const one = await alice.takeOutText('dora');
  await dora.bringIn(one);
  clock.advance(1000);
  await dora.bringIn(await bob.takeOutText('dora'));
  clock.advance(1000);
  await dora.api.undoImport((await look(dora, one)).dropId);
  expect((await rows(dora)).map(({ fromPeerId }) => fromPeerId)).toEqual([dora.peer('bob').peerId]);
  await bob.bringIn(await dora.takeOutText('bob', 'new'));
  expect(bob.peer('dora').waiting).toBe(1);
  for (const node of [alice, bob, dora]) await node.close();
});

const request = (node: TestNode, more: object = {}) =>
  rewritten(node, '{}', {
    from_peer_id: node.snapshot.node?.peerId,
    genome_hash: node.snapshot.node?.genomeHash,
    since: '0001-01-01T00:00:00Z',
    max_batch: 1,
    ...more,
  });

test('the receipt of one delta page does not say "confirmed up to"', async () => {
  const clock = new Clock();
  const [alice, bob] = [await openNode('alice', clock), await openNode('bob', clock)];
  await pair(alice, bob);
  for (const content of ['a', 'b', 'c']) {
    clock.advance(1000);
    await alice.api.addFact({ ...WORDS, content });
  }
  const { reply } = await alice.bringIn(await request(bob));
  await bob.bringIn(await handedOver(alice, taken<Carried>(reply)));
  await alice.bringIn(await bob.takeOutText('alice', 'new'));
  expect(alice.peer('bob').waiting).toBe(3);
  expect(alice.peer('bob').confirmedAt).toBeNull();
  await alice.close();
  await bob.close();
});

test('a persons word that changes nothing is not "done"', async () => {
  const alice = await openNode('alice');
  await alice.bringIn(status);
  const MCP = 'sentinel-mcp';
  const { peerId } = alice.peer(MCP);
  await alice.api.addFact(WORDS);
  await alice.api.leaveOut(peerId, 'actors', true);
  await alice.takeOutText(MCP);
  await alice.api.leaveOut(peerId, 'actors', false);
  expect.soft(await alice.api.confirmArrival(peerId)).toMatchObject({ kind: 'nothing' });
  expect.soft(await alice.api.confirmArrival(peerId)).toMatchObject({ kind: 'nothing' });
  expect.soft(alice.peer(MCP).unconfirmed).toBe(false);
  expect.soft(alice.peer(MCP)).toMatchObject({ confirmedAt: null, waiting: 1 });
  await alice.close();
});

test('an edit that only moves a fact is not swallowed where ours is put aside', async () => {
  const { alice, bob, close } = await three();
  const { fact } = await only(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await edit(alice, { domain: 'bears' });
  const text = await alice.takeOutText('bob', 'new');
  expect.soft((await look(bob, text)).facts).toMatchObject({ present: 0, conflicts: 1 });
  await close();
});

test('a conflict is over when its version is superseded by the same hand', async () => {
  const { alice, bob, close } = await three();
  const { fact } = await only(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await edit(alice, { content: 'B' });
  await bob.bringIn(await alice.takeOutText('bob'));
  expect(bob.snapshot.counts.conflicts).toBe(1);
  await bob.api.markFact(fact.id, 'stale', false);
  await edit(alice, { content: 'C' });
  const c = await alice.takeOutText('bob');
  await bob.bringIn(c);
  expect((await only(bob)).fact.content).toBe('C');
  expect.soft(bob.snapshot.counts.conflicts).toBe(0);
  const [open] = taken<Rows<ConflictRow>>(await bob.api.conflicts(ALL)).rows;
  if (open) {
    await bob.api.resolveConflict(open.key, 'theirs');
    expect.soft((await only(bob)).fact.content).toBe('C');
    bob.clock.advance(1000);
    await bob.bringIn(await alice.takeOutText('bob'));
    expect.soft((await only(bob)).fact.content).toBe('C');
  }
  await close();
});

test('what the preview showed as a conflict does not replace ours unasked', async () => {
  const { alice, bob, close } = await three();
  const { fact } = await only(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await edit(alice, { content: 'B' });
  const preview = await look(bob, await alice.takeOutText('bob'));
  expect(preview.facts).toMatchObject({ conflicts: 1, updates: 0 });
  const tab = await bob.secondTab();
  await tab.api.markFact(fact.id, 'stale', false);
  await bob.api.accept(preview.id);
  expect.soft((await only(bob)).fact.content).toBe('A');
  await tab.close();
  await close();
});

test('T8b "both", chosen for a conflict, is kept', async () => {
  const { alice, bob, close } = await three();
  const { fact } = await only(bob);
  await bob.api.markFact(fact.id, 'stale', true);
  await edit(alice, { content: 'B' });
  const preview = await look(bob, await alice.takeOutText('bob'));
  await bob.api.chooseRows(preview.id, 'conflicts', { search: '' }, 'both');
  await bob.api.markFact(fact.id, 'stale', false);
  await bob.api.accept(preview.id);
  expect.soft((await rows(bob)).map((row) => row.fact.content).sort()).toEqual(['A', 'B']);
  await close();
});

test('a replayed delta request is no contact', async () => {
  const clock = new Clock();
  const [alice, bob] = [await openNode('alice', clock), await openNode('bob', clock)];
  await pair(alice, bob);
  const text = await request(bob);
  await alice.bringIn(text);
  clock.advance(20 * 60_000);
  await alice.bringIn(text);
  clock.advance(20 * 60_000);
  await alice.api.wake();
  expect(alice.peer('bob').trust).toBe(4);
  await alice.close();
  await bob.close();
});

test('what GoMCP did not take in of incidents is still new for it', async () => {
  const alice = await openNode('alice');
  await alice.bringIn(status);
  const MCP = 'sentinel-mcp';
  const words = {
    severity: 'high',
    status: 'open',
    description: '',
    killChainPhase: '',
    correlationRule: '',
    mitreMapping: [],
    eventCount: 1,
  };
  await alice.api.addIncident({ ...words, title: 'one' });
  await alice.api.addIncident({ ...words, title: 'two' });
  const text = await alice.takeOutText(MCP);
  const { from_peer_id, synced_at, facts } = JSON.parse(text);
  const report = {
    from_peer: from_peer_id,
    imported: 0,
    incidents_imported: 0,
    synced_at,
    total_incidents: 2,
    total_sent: facts.length,
  };
  const accepted = await alice.bringIn(JSON.stringify(report));
  expect.soft(accepted.outcome).toMatchObject({ kind: 'done', what: 'arrival-confirmed' });
  expect.soft(alice.peer(MCP).waitingIncidents).toBe(2);
  await alice.close();
});
