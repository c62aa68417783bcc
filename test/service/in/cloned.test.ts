import { afterEach, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/answers.ts';
import { Trust } from '../../../src/domain/trust.ts';
import type { Carried } from '../../../src/peer-api.ts';
import { copiedNode } from '../../stories/support/copied-node.ts';
import { numberOf } from '../../stories/support/number-of.ts';
import {
  closeAll,
  handedOver,
  handshakeRequest,
  openNode,
  pair,
  type TestNode,
  taken,
} from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { rewritten } from '../../stories/support/rewritten.ts';
import { journalRows } from '../../stories/support/rows.ts';

/** What a test opened; closed after it, if it failed too. */
const opened: TestNode[] = [];

afterEach(async () => {
  await closeAll(...opened.splice(0));
});

/** Alice and Bob trust each other. Then Alice is restored on a second device, `other`, and goes on using both. */
async function openCloned(): Promise<{ alice: TestNode; other: TestNode; bob: TestNode }> {
  const { alice, bob } = await openPair();
  const other = await copiedNode(alice);
  opened.push(alice, bob, other);
  return { alice, other, bob };
}

/** A payload for Bob with one more fact. */
async function payloadForBob(from: TestNode, content: string): Promise<string> {
  await from.api.addFact({ content, level: 1, domain: '', module: '' });
  return from.takeOutText('bob');
}

test('a key on two devices is noticed before Accept, and nothing is refused or lost', async () => {
  const { alice, other, bob } = await openCloned();
  const [first, second] = [await payloadForBob(alice, 'from the first'), await payloadForBob(other, 'from the second')];
  expect(numberOf(first)).toBe(numberOf(second));
  expect((await bob.preview(first)).clash).toBeNull();
  await bob.bringIn(first);
  expect(bob.peer('alice').cloned).toBeNull();
  const shown = await bob.preview(second);
  expect(shown).toMatchObject({ clash: numberOf(second), act: 'take-in', problem: null, author: 'signed' });
  expect(bob.peer('alice').cloned).toBeNull();
  const outcome = outcomeOf(await bob.api.accept(shown.id));
  expect(outcome).toMatchObject({ what: 'taken-in', counts: { facts: 1 } });
  expect(bob.peer('alice')).toMatchObject({
    cloned: { number: numberOf(second), at: bob.clock.now },
    trust: Trust.VERIFIED,
  });
  const line = { nodeName: 'alice', peerId: alice.snapshot.node?.peerId, dropId: shown.dropId };
  expect(await journalRows(bob, { kind: 'key-cloned' })).toMatchObject([{ ...line, subject: `${numberOf(second)}` }]);

  // Both devices go on. Neither is refused, and the warning still names the first clash.
  const before = bob.peer('alice').cloned;
  bob.clock.advance(1000);
  for (const text of [
    await payloadForBob(alice, 'more from the first'),
    await payloadForBob(other, 'more from the second'),
  ]) {
    expect((await bob.bringIn(text)).outcome).toMatchObject({ what: 'taken-in', counts: { facts: 1 } });
  }
  expect(bob.peer('alice').cloned).toEqual(before);
  expect(bob.snapshot.counts.facts).toBe(5 + 4);
  expect(await journalRows(bob, { kind: 'key-cloned' })).toHaveLength(1);
  expect(taken(await bob.api.takeOut(bob.peer('alice').peerId, 'everything'))).toMatchObject({ kind: 'carried' });
  const reopened = await bob.secondTab();
  opened.push(reopened);
  expect(reopened.peer('alice').cloned).toEqual(before);
});

test('of two previews that are opened before either is accepted, the second Accept notices the clash', async () => {
  const { alice, other, bob } = await openCloned();
  const shown = [
    await bob.preview(await payloadForBob(alice, 'one')),
    await bob.preview(await payloadForBob(other, 'two')),
  ];
  expect(shown.map(({ clash }) => clash)).toEqual([null, null]);
  for (const { id } of shown) expect(outcomeOf(await bob.api.accept(id))).toMatchObject({ kind: 'done' });
  expect(bob.peer('alice').cloned).not.toBeNull();
});

describe('no clash is noticed', () => {
  test('if the same text comes again: before Accept, after it, and after an undo', async () => {
    const { alice, other, bob } = await openCloned();
    const text = await payloadForBob(alice, 'one');
    await bob.preview(text);
    await bob.bringIn(text);
    const again = await bob.preview(text);
    expect(again).toMatchObject({ act: 'nothing', clash: null });
    await bob.bringIn(text);
    await bob.api.undoImport(again.dropId);
    expect((await bob.preview(text)).clash).toBeNull();
    await bob.bringIn(text);
    expect(bob.peer('alice').cloned).toBeNull();
    // The second document of a clash is no new clash if the warning was put away.
    const second = await payloadForBob(other, 'two');
    await bob.bringIn(second);
    await bob.api.settleCloned(bob.peer('alice').peerId);
    await bob.api.undoImport((await bob.preview(second)).dropId);
    await bob.bringIn(second);
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('if documents come in another order than they were written in', async () => {
    const { alice, bob } = await openCloned();
    const texts: string[] = [];
    for (let index = 0; index < 6; index++) texts.push(await payloadForBob(alice, `${index}`));
    for (const index of [3, 0, 5, 1, 4, 2]) {
      const text = texts[index] as string;
      expect((await bob.preview(text)).clash).toBeNull();
      await bob.bringIn(text);
    }
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('if documents of an older version have no number', async () => {
    const { alice, other, bob } = await openCloned();
    for (const node of [alice, other]) {
      const text = await rewritten(node, await payloadForBob(node, node.name), {}, { isNumbered: false });
      expect(numberOf(text)).toBeUndefined();
      expect(await bob.preview(text)).toMatchObject({ clash: null, author: 'signed' });
      expect((await bob.bringIn(text)).outcome).toMatchObject({ kind: 'done' });
    }
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('if a document was previewed and not accepted', async () => {
    const { alice, other, bob } = await openCloned();
    await bob.api.discard((await bob.preview(await payloadForBob(alice, 'one'))).id);
    await bob.bringIn(await payloadForBob(other, 'two'));
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('if two signers use the same number', async () => {
    const { alice, bob } = await openCloned();
    const carol = await openNode('carol');
    opened.push(carol);
    await pair(carol, bob);
    const texts = [await payloadForBob(alice, 'one'), await payloadForBob(carol, 'two')];
    expect(new Set(texts.map(numberOf)).size).toBe(1);
    for (const text of texts) await bob.bringIn(text);
    expect(bob.snapshot.peers.map(({ cloned }) => cloned)).toEqual([null, null]);
  });
});

test('a clash is noticed in a handshake too', async () => {
  const { alice, other, bob } = await openCloned();
  await bob.bringIn(await handshakeRequest(alice));
  const request = await handshakeRequest(other);
  expect((await bob.preview(request)).clash).not.toBeNull();
  expect((await bob.bringIn(request)).outcome).toMatchObject({ what: 'handshake-verified' });
  expect(bob.peer('alice')).toMatchObject({ trust: Trust.VERIFIED, cloned: { number: numberOf(request) } });
});

test('a clash is noticed in a backup that one of the two devices hands back', async () => {
  // Two clocks: Bob expires on Alice's, and she is still trusted by Bob's.
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  opened.push(alice, bob);
  await pair(alice, bob);
  await bob.api.addFact({ content: 'of bob', level: 1, domain: '', module: '' });
  const text = await bob.takeOutText('alice');
  const fact = JSON.parse(text).facts.at(-1).id;
  await alice.bringIn(text);
  alice.clock.advance(31 * 60_000);
  await alice.api.wake();
  const other = await copiedNode(alice);
  opened.push(other);
  const request = await handshakeRequest(bob);
  const { peerId } = alice.peer('bob');
  for (const node of [alice, other]) await node.bringIn(request);
  await bob.api.deleteFact(fact);
  const first = await alice.takeOutText('bob');
  await bob.bringIn(first);
  await bob.api.undoImport((await bob.preview(first)).dropId);
  const raw = await handedOver(other, taken<Carried>(await other.api.takeOutBackup(peerId, peerId, 'raw')));
  expect(numberOf(raw)).toBe(numberOf(first));
  const shown = await bob.preview(raw);
  expect(shown).toMatchObject({ documentKind: 'gene_backup', act: 'restore-backup', clash: numberOf(raw) });
  expect(outcomeOf(await bob.api.accept(shown.id))).toMatchObject({ what: 'backup-restored', counts: { facts: 1 } });
  expect(bob.peer('alice').cloned).toMatchObject({ number: numberOf(raw) });
});

test('a person can put the warning away, and it comes back with the next clash', async () => {
  const { alice, other, bob } = await openCloned();
  const { peerId } = bob.peer('alice');
  expect(await bob.api.settleCloned(peerId)).toMatchObject({ kind: 'nothing', why: 'unchanged' });
  expect(await bob.api.settleCloned('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  const texts = [
    await payloadForBob(alice, 'one'),
    await payloadForBob(other, 'two'),
    await payloadForBob(alice, 'three'),
  ];
  for (const text of texts) await bob.bringIn(text);
  expect(await bob.api.settleCloned(peerId)).toMatchObject({ what: 'clone-settled', peer: 'alice' });
  expect(bob.peer('alice')).toMatchObject({ cloned: null, trust: Trust.VERIFIED });
  expect(await journalRows(bob, { kind: 'clone-settled' })).toMatchObject([
    { nodeName: 'alice', subject: `${numberOf(texts[0] ?? '')}` },
  ]);
  bob.clock.advance(1000);
  const next = await payloadForBob(other, 'four');
  await bob.bringIn(next);
  expect(bob.peer('alice').cloned).toEqual({ number: numberOf(next), at: bob.clock.now });
  expect(await journalRows(bob, { kind: 'key-cloned' })).toHaveLength(2);
});

test('a comparison in person stays while the warning stands, and after it', async () => {
  const { alice, other, bob } = await openCloned();
  const { peerId } = bob.peer('alice');
  const { hash } = taken(await bob.api.fingerprint(peerId));
  await bob.api.compareIdentity(peerId, hash, true);
  for (const text of [await payloadForBob(alice, 'one'), await payloadForBob(other, 'two')]) await bob.bringIn(text);
  expect(bob.peer('alice')).toMatchObject({ compared: { matched: true }, cloned: expect.anything() });
  await bob.api.settleCloned(peerId);
  expect(bob.peer('alice')).toMatchObject({ compared: { matched: true }, cloned: null });
});

test('a number of the wrong type is refused with its place', async () => {
  const { alice, bob } = await openCloned();
  const json = JSON.parse(await payloadForBob(alice, 'one'));
  const text = JSON.stringify({ ...json, synapse: { ...json.synapse, number: '7' } });
  expect(await bob.api.read(text)).toMatchObject({ code: 'wrong-type', place: '/synapse/number', found: 'text' });
});
