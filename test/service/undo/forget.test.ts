import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Trust } from '../../../src/domain/trust.ts';
import type {
  Carried,
  ConflictRow,
  FactRow,
  ForgetPreview,
  IncidentRows,
  JournalRow,
  Preview,
  Rows,
} from '../../../src/peer-api.ts';
import editedActors from '../../data/threat-actors-edited.json?raw';
import { contentOf } from '../../stories/support/content-of.ts';
import { Clock, handedOver, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

const ALL = { offset: 0, limit: 10_000 };
const DAY = 24 * 3600 * 1000;
const WORDS = { content: 'Our own.', level: 1, domain: 'd', module: '' };
const [INCIDENT] = JSON.parse(editedActors).incidents;

/** What a node that signs nothing writes: enough to be many peers at once. */
async function meet(node: TestNode, name: string, nonce = name): Promise<void> {
  const genome_hash = node.snapshot.node?.genomeHash;
  await node.bringIn(
    JSON.stringify({ from_peer_id: `peer_${name}`, from_node: name, genome_hash, timestamp: 1, nonce }),
  );
}

interface Said {
  /** Content by id. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Status by id, of incidents of `origin`. */
  readonly incidents?: Readonly<Record<string, string>>;
  readonly minute?: number;
}

function payload(node: TestNode, name: string, { facts = {}, incidents = {}, minute = 0 }: Said): string {
  const created_at = '2026-01-01T00:00:00Z';
  return JSON.stringify({
    version: '1.1',
    from_peer_id: `peer_${name}`,
    genome_hash: node.snapshot.node?.genomeHash,
    facts: Object.entries(facts).map(([id, content]) => ({
      id,
      content,
      level: 1,
      domain: 'd',
      source: name,
      created_at,
    })),
    incidents: Object.entries(incidents).map(([id, status]) => ({
      ...INCIDENT,
      id,
      status,
      source_peer_id: 'peer_mara',
    })),
    synced_at: `2026-03-01T10:${`${minute}`.padStart(2, '0')}:00Z`,
  });
}

async function bring(node: TestNode, name: string, said: Said): Promise<void> {
  node.clock.advance(1000);
  const preview = taken<Preview>(await node.api.read(payload(node, name, said)));
  if (preview.act !== 'nothing') await node.api.accept(preview.id);
}

async function withPeers(...names: readonly string[]): Promise<TestNode> {
  const node = await openNode('alice');
  for (const name of names) await meet(node, name);
  return node;
}

async function rowsOf(node: TestNode): Promise<readonly FactRow[]> {
  return taken<Rows<FactRow>>(await node.api.facts({ search: '', level: 1 }, ALL)).rows;
}

/** Who each fact is from, by id. */
async function factsOf(node: TestNode): Promise<Record<string, readonly [string, string | null]>> {
  const rows = [...(await rowsOf(node))].sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
  return Object.fromEntries(rows.map(({ fact, fromPeerId }) => [fact.id, [fact.content, fromPeerId]]));
}

async function incidentsOf(node: TestNode) {
  const { rows } = taken<IncidentRows>(await node.api.incidents({ search: '' }, ALL));
  return rows.map((row) => ({ ...row, seq: 0, at: 0 })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function openConflicts(node: TestNode): Promise<readonly ConflictRow[]> {
  return taken<Rows<ConflictRow>>(await node.api.conflicts(ALL)).rows;
}

async function kindsOf(node: TestNode): Promise<readonly string[]> {
  return taken<Rows<JournalRow>>(await node.api.journal({ search: '' }, ALL)).rows.map(({ kind }) => kind);
}

const inspect = async (node: TestNode, name: string) =>
  taken<ForgetPreview>(await node.api.inspectForget(`peer_${name}`));

test('a peer alone: its entry goes, its facts stay with its id, also in another tab and after a restart', async () => {
  const node = await withPeers('mara', 'bob');
  await bring(node, 'mara', { facts: { a: 'A', b: 'B' } });
  const tab = await node.secondTab();
  expect(await node.api.forgetPeer('peer_mara', 'peer', false)).toEqual({
    kind: 'done',
    what: 'peer-forgotten',
    peer: 'mara',
  });
  expect(await tab.api.forgetPeer('peer_mara', 'peer', false)).toMatchObject({ code: 'peer-not-found' });
  const later = await node.secondTab();
  for (const one of [node, tab, later]) {
    expect(one.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['bob']);
    expect(await factsOf(one)).toEqual({ a: ['A', 'peer_mara'], b: ['B', 'peer_mara'] });
  }
  const [line] = taken<Rows<JournalRow>>(await node.api.journal({ search: '' }, ALL)).rows;
  expect(line).toMatchObject({ kind: 'peer-forgotten', nodeName: 'mara', subject: 'asked' });
  expect(await node.api.checkJournal()).toMatchObject({ brokenAt: null });
  for (const one of [node, tab, later]) await one.close();
});

test('a copy of its handshake trusts nobody anew, its old drops are refused, its imports can still be undone', async () => {
  const node = await withPeers('mara');
  await bring(node, 'mara', { facts: { a: 'A' } });
  await node.api.forgetPeer('peer_mara', 'peer', false);
  await meet(node, 'mara');
  expect(node.snapshot.peers).toEqual([]);
  expect(await node.api.read(payload(node, 'mara', { facts: { a: 'A' } }))).toMatchObject({ code: 'not-trusted' });
  const { rows } = taken<Rows<JournalRow>>(await node.api.journal({ search: '', kind: 'drop-in' }, ALL));
  const dropId = rows.find(({ undoable }) => undoable)?.dropId as string;
  expect(await node.api.undoImport(dropId)).toMatchObject({ what: 'import-undone', counts: { facts: 1 } });
  expect(await factsOf(node)).toEqual({});
  expect(node.snapshot.peers).toEqual([]);
  await node.close();
});

test('a new handshake begins anew: nothing counts as confirmed, and what it brought before is here already', async () => {
  const node = await withPeers('mara');
  await node.api.addFact(WORDS);
  await bring(node, 'mara', { facts: { a: 'A' } });
  const ready = taken<Carried>(await node.api.takeOut('peer_mara', 'everything'));
  await node.api.leaveOut('peer_mara', 'd', true);
  expect(await inspect(node, 'mara')).toMatchObject({ unconfirmed: 0, leftOut: 1, untold: 1 });
  await node.api.carriedOut(ready.dropId);
  expect(await inspect(node, 'mara')).toMatchObject({ unconfirmed: 1 });
  const carriedLate = taken<Carried>(await node.api.takeOut('peer_mara', 'everything'));
  await node.api.newHandshake('peer_mara');
  expect(await inspect(node, 'mara')).toMatchObject({ handshakes: 1 });
  await node.api.forgetPeer('peer_mara', 'peer', false);
  expect(node.snapshot.openHandshakes).toEqual([]);
  expect(await node.api.carriedOut(carriedLate.dropId)).toMatchObject({ kind: 'nothing' });
  await meet(node, 'mara', 'again');
  expect(node.peer('mara')).toMatchObject({
    trust: Trust.VERIFIED,
    factCount: 0,
    waiting: 1,
    leftOut: [],
    lastTakenOutAt: null,
  });
  expect(taken<Preview>(await node.api.read(payload(node, 'mara', { facts: { a: 'A' } })))).toMatchObject({
    act: 'nothing',
  });
  await node.close();
});

test('a signer that is forgotten would be taken unsigned again, and was never confirmed', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob', alice.clock);
  await pair(alice, bob);
  const { peerId } = alice.peer('bob');
  const shown = await alice.api.fingerprint(peerId);
  await alice.api.compareIdentity(peerId, 'hash' in shown ? (shown.hash as string) : '', true);
  expect(taken<ForgetPreview>(await alice.api.inspectForget(peerId))).toMatchObject({
    isSigner: true,
    isConfirmed: true,
  });
  const genome_hash = alice.snapshot.node?.genomeHash;
  const unsigned = JSON.stringify({ from_peer_id: peerId, from_node: 'bob', genome_hash, timestamp: 9, nonce: 'x' });
  expect(taken<Preview>(await alice.api.read(unsigned)).problem).toMatchObject({ code: 'signature-missing' });
  await alice.api.forgetPeer(peerId, 'peer', false);
  await alice.bringIn(unsigned);
  expect(alice.peer('bob')).toMatchObject({ signedSince: null, compared: null, trust: Trust.VERIFIED });
  await alice.close();
  await bob.close();
});

test('an uncleared backup is refused, and goes only when that is said', async () => {
  const node = await withPeers('mara', 'bob');
  await bring(node, 'mara', { facts: { a: 'A' } });
  node.clock.advance(30 * 60 * 1000);
  await node.api.wake();
  expect(await inspect(node, 'mara')).toMatchObject({ backupFacts: 6 });
  for (const what of ['peer', 'peer-and-facts'] as const) {
    const refused = await node.api.forgetPeer('peer_mara', what, false);
    expect(refused).toMatchObject({ code: 'backup-uncleared', found: 'mara', wanted: '6' });
  }
  expect(await factsOf(node)).toEqual({ a: ['A', 'peer_mara'] });
  expect(await node.api.forgetPeer('peer_mara', 'peer', true)).toMatchObject({ what: 'peer-forgotten' });
  expect((await kindsOf(node)).slice(0, 2)).toEqual(['peer-forgotten', 'backup-cleared']);
  expect(await node.api.backupRows('peer_mara', ALL)).toMatchObject({ code: 'no-backup' });
  expect(taken<Rows<unknown>>((await node.api.backupRows('peer_bob', ALL)) as Rows<unknown>).total).toBe(6);
  await node.close();
});

test('with its facts: untouched ones go, edited, stale and archived ones stay, as the preview said', async () => {
  const node = await withPeers('mara');
  await node.api.addFact(WORDS);
  const before = await contentOf(node);
  await bring(node, 'mara', { facts: { a: 'A', b: 'B', c: 'C', d: 'D' }, incidents: { i: 'open' } });
  const twin = payload(node, 'mara', { facts: { a: 'A', b: 'B', c: 'C', d: 'D' }, incidents: { i: 'open' } });
  expect(await node.api.forgetBrought('peer_mara')).toMatchObject({ counts: { facts: 4, incidents: 1, kept: 0 } });
  expect(node.peer('mara')).toMatchObject({ factCount: 0, lastSyncAt: null, untold: 0 });
  // The same as it was: also who is known and when it was heard of.
  expect(await contentOf(node)).toBe(before);
  expect(await node.api.forgetBrought('peer_mara')).toMatchObject({ kind: 'nothing', why: 'nothing-brought' });
  expect(JSON.parse(await node.takeOutText('mara')).synapse.receipts ?? []).toEqual([]);

  node.clock.advance(1000);
  expect(taken<Preview>(await node.api.read(twin))).toMatchObject({ takenInAt: null, olderThan: null });
  await node.bringIn(twin);
  await node.api.editFact('a', { ...WORDS, content: 'A, as we know it' });
  await node.api.markFact('b', 'stale', true);
  await node.api.markFact('c', 'archived', true);
  expect(await inspect(node, 'mara')).toMatchObject({ facts: 1, kept: 3, incidents: 1, conflicts: 0, shared: 0 });
  expect(await node.api.forgetPeer('peer_mara', 'peer-and-facts', false)).toMatchObject({
    what: 'peer-forgotten',
    counts: { facts: 1, incidents: 1, kept: 3 },
  });
  expect((await kindsOf(node)).slice(0, 2)).toEqual(['peer-forgotten', 'brought-forgotten']);
  expect(Object.keys(await factsOf(node))).toEqual(expect.arrayContaining(['a', 'b']));
  expect(taken<Rows<FactRow>>(await node.api.facts({ search: '', mark: 'archived' }, ALL)).total).toBe(1);
  await meet(node, 'mara', 'again');
  await bring(node, 'mara', { facts: { d: 'D' } });
  expect(await factsOf(node)).toMatchObject({ d: ['D', 'peer_mara'] });
  await node.close();
});

test('what its words took the place of stands again, however many of its drops there were', async () => {
  const node = await withPeers('bob', 'mara');
  await bring(node, 'bob', { facts: { a: 'bob' } });
  for (const content of ['one', 'two']) {
    await bring(node, 'mara', { facts: { a: content } });
    await node.api.resolveConflict(taken((await openConflicts(node))[0]).key, 'theirs');
  }
  expect(await factsOf(node)).toEqual({ a: ['two', 'peer_mara'] });
  expect(await inspect(node, 'mara')).toMatchObject({ facts: 1, comeBack: 1, conflicts: 2 });
  await node.api.forgetBrought('peer_mara');
  expect(await factsOf(node)).toEqual({ a: ['bob', 'peer_bob'] });
  // Nobody has decided anything about what comes now.
  await bring(node, 'mara', { facts: { a: 'two' } });
  expect(await openConflicts(node)).toHaveLength(1);
  await node.close();
});

test('choices against it stay; open versions go; a version that others brought too stays theirs', async () => {
  const node = await withPeers('bob', 'mara', 'carol');
  await bring(node, 'bob', { facts: { a: 'A', b: 'B', c: 'C' } });
  await bring(node, 'mara', { facts: { a: 'not A', b: 'not B', c: 'not C' } });
  await bring(node, 'carol', { facts: { b: 'not B', c: 'not C' } });
  const keyOf = async (id: string) =>
    taken((await openConflicts(node)).find(({ theirs }) => theirs.fact.id === id)).key;
  await node.api.resolveConflict(await keyOf('a'), 'ours');
  await node.api.resolveConflict(await keyOf('b'), 'theirs');
  await node.api.forgetBrought('peer_mara');
  expect(await factsOf(node)).toEqual({ a: ['A', 'peer_bob'], b: ['not B', 'peer_carol'], c: ['C', 'peer_bob'] });
  expect((await openConflicts(node)).map(({ theirs }) => [theirs.fact.id, theirs.fromPeerId])).toEqual([
    ['c', 'peer_carol'],
  ]);
  await bring(node, 'mara', { facts: { a: 'not A' } });
  expect((await openConflicts(node)).map(({ theirs }) => theirs.fact.id)).toEqual(['c']);
  await node.close();
});

test('where the words that stood here go, those kept beside them are the fact', async () => {
  const node = await withPeers('mara', 'bob');
  await bring(node, 'mara', { facts: { a: 'mara' } });
  await bring(node, 'bob', { facts: { a: 'bob' } });
  await bring(node, 'bob', { facts: { a: 'bob, later' }, minute: 1 });
  expect(await inspect(node, 'mara')).toMatchObject({ facts: 1, comeBack: 1 });
  await node.api.forgetBrought('peer_mara');
  expect(await factsOf(node)).toEqual({ a: ['bob', 'peer_bob'] });
  expect((await openConflicts(node)).map(({ ours, theirs }) => [ours?.fact.content, theirs.fact.content])).toEqual([
    ['bob', 'bob, later'],
  ]);
  await node.close();
});

test('an incident keeps what others say of it, and is gone where nobody does', async () => {
  const node = await withPeers('mara', 'bob');
  await bring(node, 'mara', { incidents: { i: 'open', j: 'open', k: 'open' } });
  await bring(node, 'bob', { incidents: { i: 'open', j: 'resolved' } });
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

test('peers silent for a chosen time are forgotten, those with a backup only when that is said', async () => {
  const node = await withPeers('mara', 'bob', 'carol');
  node.clock.advance(40 * DAY);
  await meet(node, 'dave');
  await node.api.clearBackup('peer_mara');
  expect(await node.api.forgetSilent(90 * DAY, true)).toMatchObject({ kind: 'nothing' });
  expect(await node.api.forgetSilent(0, true)).toMatchObject({ code: 'bad-timeout' });
  expect(await node.api.forgetSilent(30 * DAY, false)).toMatchObject({ what: 'peers-forgotten', counts: { peers: 1 } });
  expect(node.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['bob', 'carol', 'dave']);
  const tab = await node.secondTab();
  expect(await tab.api.forgetSilent(30 * DAY, true)).toMatchObject({ counts: { peers: 2 } });
  expect(await node.api.forgetSilent(30 * DAY, true)).toMatchObject({ kind: 'nothing' });
  expect(node.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['dave']);
  await node.close();
  await tab.close();
});

/** Each of two peers has one version of a fact, some of them the same; of an incident it says more and more. */
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

test('after forgetting one of two peers the store is that of a node which only ever heard of the other', async () => {
  await fc.assert(
    fc.asyncProperty(drops, fc.boolean(), async (all, alsoPeer) => {
      const clock = new Clock();
      const [both, one] = [await openNode('both', clock), await openNode('one', clock)];
      for (const node of [both, one]) for (const name of ['mara', 'bob']) await meet(node, name);
      for (const { by, ids, incidents, minute } of all) {
        const facts = Object.fromEntries(ids.map((id) => [id, SHARED.has(id) ? id : `${id} of ${by}`]));
        await bring(both, by, { facts, incidents, minute });
        if (by === 'bob') await bring(one, by, { facts, incidents, minute });
      }
      if (alsoPeer) await both.api.forgetPeer('peer_mara', 'peer-and-facts', false);
      else await both.api.forgetBrought('peer_mara');
      expect(await factsOf(both)).toEqual(await factsOf(one));
      expect(await incidentsOf(both)).toEqual(await incidentsOf(one));
      expect(await openConflicts(both)).toHaveLength((await openConflicts(one)).length);
      await both.close();
      await one.close();
    }),
    { numRuns: 25 },
  );
});

test('two real nodes: what bob has from mara too stays his, and he is not told that we lack it', async () => {
  const clock = new Clock();
  const [alice, bob, mara] = [
    await openNode('alice', clock),
    await openNode('bob', clock),
    await openNode('mara', clock),
  ];
  for (const peer of [bob, mara]) await pair(alice, peer);
  await pair(bob, mara);
  await mara.api.addFact({ ...WORDS, content: 'from mara' });
  await bob.bringIn(await mara.takeOutText('bob'));
  await alice.bringIn(await mara.takeOutText('alice'));
  await alice.bringIn(await bob.takeOutText('alice'));
  const { peerId } = alice.peer('mara');
  expect(taken<ForgetPreview>(await alice.api.inspectForget(peerId))).toMatchObject({ facts: 0, shared: 1 });
  await alice.api.forgetBrought(peerId);
  expect((await rowsOf(alice)).map((row) => [row.fact.content, row.fromPeerId])).toEqual([
    ['from mara', alice.peer('bob').peerId],
  ]);
  const toMara = await handedOver(alice, taken<Carried>(await alice.api.takeOut(peerId, 'everything')));
  expect(JSON.parse(toMara).synapse.receipts ?? []).toEqual([]);
  for (const node of [alice, bob, mara]) await node.close();
});
