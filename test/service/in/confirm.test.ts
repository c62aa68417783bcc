import { expect, test } from 'vitest';
import type { Fingerprint } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import { openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

const seen = async (node: TestNode, name: string) =>
  taken<Fingerprint>(await node.api.fingerprint(node.peer(name).peerId));
const closeAll = (...nodes: readonly TestNode[]) => Promise.all(nodes.map((node) => node.close()));

test('both see the same eight words, figures and picture, whoever started; every other pair sees others', async () => {
  const [alice, bob, eve] = [await openNode('alice'), await openNode('bob'), await openNode('eve')];
  await pair(alice, bob);
  await pair(eve, alice);
  const shown = await seen(alice, 'bob');
  expect(await seen(bob, 'alice')).toEqual(shown);
  expect([shown.words.length, new Set(shown.digits.map((one) => one.length))]).toEqual([8, new Set([4])]);
  expect(shown.digits.every((one) => Number(one) < 2048)).toBe(true);
  const other = await seen(alice, 'eve');
  expect(await seen(eve, 'alice')).toEqual(other);
  expect(other.words).not.toEqual(shown.words);
  await closeAll(alice, bob, eve);
});

test('that they match is kept with its date, in every tab; that they do not is warned of', async () => {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  await pair(alice, bob);
  const { peerId } = alice.peer('bob');
  const { hash } = await seen(alice, 'bob');
  expect(alice.peer('bob').compared).toBeNull();
  alice.clock.advance(1000);
  expect(await alice.api.compareIdentity(peerId, hash, true)).toMatchObject({
    what: 'identity-confirmed',
    peer: 'bob',
  });
  const tab = await alice.secondTab();
  expect(tab.peer('bob').compared).toEqual({ matched: true, at: alice.clock.now });
  expect(await tab.api.compareIdentity(peerId, hash, false)).toMatchObject({ what: 'identity-doubted' });
  await expect.poll(() => alice.peer('bob').compared?.matched).toBe(false);
  await closeAll(alice, bob, tab);
});

test('what was compared is what is confirmed: not other words, not another genome, not a node without a key', async () => {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  await pair(alice, bob);
  await alice.bringIn(handshake);
  const { peerId } = alice.peer('bob');
  const { hash } = await seen(alice, 'bob');
  expect(await alice.api.compareIdentity(peerId, 'other', true)).toMatchObject({ code: 'fingerprint-changed' });
  await alice.api.addGene({ id: 'G9', content: 'Nothing is lost.', domain: '' });
  expect(await alice.api.compareIdentity(peerId, hash, true)).toMatchObject({ code: 'fingerprint-changed' });
  expect((await seen(alice, 'bob')).hash).not.toBe(hash);
  const unsigned = alice.peer('sentinel-mcp').peerId;
  expect(await alice.api.fingerprint(unsigned)).toMatchObject({ code: 'not-signed', found: 'sentinel-mcp' });
  expect(await alice.api.fingerprint('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  expect(alice.peer('bob').compared).toBeNull();
  await closeAll(alice, bob);
});
