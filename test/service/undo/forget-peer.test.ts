import { expect, test } from 'vitest';
import { Trust } from '../../../src/domain/trust.ts';
import { forgetPreview } from '../../stories/support/forget-preview.ts';
import { closeAll, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { ALL, journalRows, lastImport } from '../../stories/support/rows.ts';
import { bringFrom, factsById, shortPayload } from '../../stories/support/short-payload.ts';
import { meet, openWithPeers, unsignedRequest } from '../../stories/support/unsigned.ts';

const DAY = 24 * 3600 * 1000;
const WORDS = { content: 'Our own.', level: 1, domain: 'd', module: '' };

test('a peer is forgotten alone: its facts stay and still name it, in every tab', async () => {
  const node = await openWithPeers('mara', 'bob');
  await bringFrom(node, 'mara', { facts: { a: 'A', b: 'B' } });
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
    expect(await factsById(one)).toEqual({ a: ['A', 'peer_mara'], b: ['B', 'peer_mara'] });
  }
  const [line] = await journalRows(node);
  expect(line).toMatchObject({ kind: 'peer-forgotten', nodeName: 'mara', subject: 'asked' });
  expect(await node.api.checkJournal()).toMatchObject({ brokenAt: null });
  await closeAll(node, tab, later);
});

test('a copy of an old handshake trusts nobody again; old drops are refused, old imports can be undone', async () => {
  const node = await openWithPeers('mara');
  await bringFrom(node, 'mara', { facts: { a: 'A' } });
  await node.api.forgetPeer('peer_mara', 'peer', false);
  await meet(node, 'mara');
  expect(node.snapshot.peers).toEqual([]);
  expect(await node.api.read(shortPayload(node, 'mara', { facts: { a: 'A' } }))).toMatchObject({ code: 'not-trusted' });
  expect(await node.api.undoImport(await lastImport(node))).toMatchObject({
    what: 'import-undone',
    counts: { facts: 1 },
  });
  expect(await factsById(node)).toEqual({});
  expect(node.snapshot.peers).toEqual([]);
  await node.close();
});

test('after a new handshake nothing counts as confirmed, and what the peer brought before is here', async () => {
  const node = await openWithPeers('mara');
  await node.api.addFact(WORDS);
  await bringFrom(node, 'mara', { facts: { a: 'A' } });
  const ready = await node.takeOut('mara');
  await node.api.leaveOut('peer_mara', 'd', true);
  expect(await forgetPreview(node, 'mara')).toMatchObject({ unconfirmed: 0, leftOut: 1, untold: 1 });
  await node.api.carriedOut(ready.dropId);
  expect(await forgetPreview(node, 'mara')).toMatchObject({ unconfirmed: 1 });
  const carriedLate = await node.takeOut('mara');
  await node.api.newHandshake('peer_mara');
  expect(await forgetPreview(node, 'mara')).toMatchObject({ handshakes: 1 });
  await node.api.forgetPeer('peer_mara', 'peer', false);
  expect(node.snapshot.openHandshakes).toEqual([]);
  expect(await node.api.carriedOut(carriedLate.dropId)).toMatchObject({ kind: 'nothing' });
  await meet(node, 'mara', { nonce: 'again' });
  expect(node.peer('mara')).toMatchObject({
    trust: Trust.VERIFIED,
    factCount: 0,
    waiting: 1,
    leftOut: [],
    lastTakenOutAt: null,
  });
  expect(await node.preview(shortPayload(node, 'mara', { facts: { a: 'A' } }))).toMatchObject({
    act: 'nothing',
  });
  await node.close();
});

test('a forgotten peer that had signed may come unsigned again, and is no longer confirmed', async () => {
  const { alice, close } = await openPair();
  const { peerId } = alice.peer('bob');
  const { hash } = taken(await alice.api.fingerprint(peerId));
  await alice.api.compareIdentity(peerId, hash, true);
  expect(await forgetPreview(alice, 'bob')).toMatchObject({ isSigner: true, isConfirmed: true });
  const unsigned = unsignedRequest(alice, 'bob', { peerId });
  expect((await alice.preview(unsigned)).problem).toMatchObject({ code: 'signature-missing' });
  await alice.api.forgetPeer(peerId, 'peer', false);
  await alice.bringIn(unsigned);
  expect(alice.peer('bob')).toMatchObject({ signedSince: null, compared: null, trust: Trust.VERIFIED });
  await close();
});

test('a peer with a backup is forgotten only if the person agrees to lose the backup', async () => {
  const node = await openWithPeers('mara', 'bob');
  await bringFrom(node, 'mara', { facts: { a: 'A' } });
  node.clock.advance(30 * 60 * 1000);
  await node.api.wake();
  expect(await forgetPreview(node, 'mara')).toMatchObject({ backupFacts: 6 });
  for (const what of ['peer', 'peer-and-facts'] as const) {
    const refused = await node.api.forgetPeer('peer_mara', what, false);
    expect(refused).toMatchObject({ code: 'backup-uncleared', found: 'mara', wanted: '6' });
  }
  expect(await factsById(node)).toEqual({ a: ['A', 'peer_mara'] });
  expect(await node.api.forgetPeer('peer_mara', 'peer', true)).toMatchObject({ what: 'peer-forgotten' });
  const kinds = (await journalRows(node)).map(({ kind }) => kind);
  expect(kinds.slice(0, 2)).toEqual(['peer-forgotten', 'backup-cleared']);
  expect(await node.api.backupRows('peer_mara', ALL)).toMatchObject({ code: 'no-backup' });
  expect(taken(await node.api.backupRows('peer_bob', ALL)).total).toBe(6);
  await node.close();
});

test('peers that were silent for a chosen time are forgotten, those with a backup only on request', async () => {
  const node = await openWithPeers('mara', 'bob', 'carol');
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
  await closeAll(node, tab);
});

test('peers that were refused, or asked again, are silent too: all that the seed would forget', async () => {
  const node = await openWithPeers('mara', 'carol');
  const foreign = { from_peer_id: 'peer_bob', from_node: 'bob', genome_hash: 'f'.repeat(64), nonce: 'bob' };
  await node.bringIn(JSON.stringify(foreign));
  await node.api.newHandshake('peer_mara');
  expect(['bob', 'carol', 'mara'].map((name) => node.peer(name).trust)).toEqual([
    Trust.REJECTED,
    Trust.VERIFIED,
    Trust.PENDING,
  ]);
  node.clock.advance(40 * DAY);
  await node.api.wake();
  // Carol expired, and a backup is kept for her.
  expect(await node.api.forgetSilent(30 * DAY, false)).toMatchObject({ counts: { peers: 2 } });
  expect(node.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['carol']);
  await node.close();
});

test('with an age after which peers are forgotten, refused ones go by themselves too', async () => {
  const node = await openWithPeers('carol');
  const foreign = { from_peer_id: 'peer_bob', from_node: 'bob', genome_hash: 'f'.repeat(64), nonce: 'bob' };
  await node.bringIn(JSON.stringify(foreign));
  await node.api.setForgetAfter(30 * DAY);
  node.clock.advance(30 * DAY);
  await node.api.wake();
  expect(node.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['bob', 'carol']);
  node.clock.advance(1);
  await node.api.wake();
  expect(node.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['carol']);
  const tab = await node.secondTab();
  expect(tab.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['carol']);
  await closeAll(node, tab);
});
