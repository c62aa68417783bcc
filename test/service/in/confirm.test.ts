import { expect, test } from 'vitest';
import type { Fingerprint } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import { closeAll, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { openNodes, openPair } from '../../stories/support/open-nodes.ts';
import { eventually } from '../../watch/eventually.ts';

/** What this node shows, to be compared in person with what that peer shows. */
async function fingerprintOf(node: TestNode, peerName: string): Promise<Fingerprint> {
  return taken<Fingerprint>(await node.api.fingerprint(node.peer(peerName).peerId));
}

test('both nodes of a pair show the same eight words and numbers, and another pair shows others', async () => {
  const { alice, bob, eve, close } = await openNodes('alice', 'bob', 'eve');
  await pair(alice, bob);
  await pair(eve, alice);
  const shown = await fingerprintOf(alice, 'bob');
  expect(await fingerprintOf(bob, 'alice')).toEqual(shown);
  expect([shown.words.length, new Set(shown.digits.map((one) => one.length))]).toEqual([8, new Set([4])]);
  expect(shown.digits.every((one) => Number(one) < 2048)).toBe(true);
  const other = await fingerprintOf(alice, 'eve');
  expect(await fingerprintOf(eve, 'alice')).toEqual(other);
  expect(other.words).not.toEqual(shown.words);
  await close();
});

test('a match is stored with its time, in every tab; a mismatch is stored as a doubt', async () => {
  const { alice, bob } = await openPair();
  const { peerId } = alice.peer('bob');
  const { hash } = await fingerprintOf(alice, 'bob');
  expect(alice.peer('bob').compared).toBeNull();
  alice.clock.advance(1000);
  expect(await alice.api.compareIdentity(peerId, hash, true)).toMatchObject({
    what: 'identity-confirmed',
    peer: 'bob',
  });
  const tab = await alice.secondTab();
  expect(tab.peer('bob').compared).toEqual({ matched: true, at: alice.clock.now });
  expect(await tab.api.compareIdentity(peerId, hash, false)).toMatchObject({ what: 'identity-doubted' });
  await eventually(() => expect(alice.peer('bob').compared?.matched).toBe(false));
  await closeAll(alice, bob, tab);
});

test('only what was compared is confirmed: no other hash, no other genome, no node without a key', async () => {
  const { alice, close } = await openPair();
  await alice.bringIn(handshake);
  const { peerId } = alice.peer('bob');
  const { hash } = await fingerprintOf(alice, 'bob');
  expect(await alice.api.compareIdentity(peerId, 'other', true)).toMatchObject({ code: 'fingerprint-changed' });
  await alice.api.addGene({ id: 'G9', content: 'Nothing is lost.', domain: '' });
  expect(await alice.api.compareIdentity(peerId, hash, true)).toMatchObject({ code: 'fingerprint-changed' });
  expect((await fingerprintOf(alice, 'bob')).hash).not.toBe(hash);
  const unsigned = alice.peer('sentinel-mcp').peerId;
  expect(await alice.api.fingerprint(unsigned)).toMatchObject({ code: 'not-signed', found: 'sentinel-mcp' });
  expect(await alice.api.fingerprint('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  expect(alice.peer('bob').compared).toBeNull();
  await close();
});
