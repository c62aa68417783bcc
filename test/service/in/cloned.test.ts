import { afterEach, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/outcome.ts';
import { Trust } from '../../../src/domain/trust.ts';
import type { Carried, JournalRow, Preview } from '../../../src/peer-api.ts';
import { copiedNode } from '../../stories/support/copied-node.ts';
import { numberOf } from '../../stories/support/number-of.ts';
import { handedOver, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { rewritten } from '../../stories/support/rewritten.ts';

const open: TestNode[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((node) => node.close()));
});

/** Alice and bob trust each other; then alice is restored on a second device, and both of hers go on. */
async function restored(): Promise<{ alice: TestNode; other: TestNode; bob: TestNode }> {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  await pair(alice, bob);
  const other = await copiedNode(alice);
  open.push(alice, bob, other);
  return { alice, other, bob };
}

/** A payload for bob with one fact more. */
async function write(from: TestNode, content: string): Promise<string> {
  await from.api.addFact({ content, level: 1, domain: '', module: '' });
  return from.takeOutText('bob');
}

const look = async (node: TestNode, text: string) => taken<Preview>(await node.api.read(text));

async function linesOf(node: TestNode, kind: 'key-cloned' | 'clone-settled'): Promise<readonly JournalRow[]> {
  return taken(await node.api.journal({ search: '', kind }, { offset: 0, limit: 100 })).rows as readonly JournalRow[];
}

test('two devices with one key: it is told before Accept, and nothing is refused or lost', async () => {
  const { alice, other, bob } = await restored();
  const [first, second] = [await write(alice, 'from the first'), await write(other, 'from the second')];
  expect(numberOf(first)).toBe(numberOf(second));
  expect((await look(bob, first)).clash).toBeNull();
  await bob.bringIn(first);
  expect(bob.peer('alice').cloned).toBeNull();
  const shown = await look(bob, second);
  expect(shown).toMatchObject({ clash: numberOf(second), act: 'take-in', problem: null, author: 'signed' });
  expect(bob.peer('alice').cloned).toBeNull();
  const outcome = outcomeOf(await bob.api.accept(shown.id));
  expect(outcome).toMatchObject({ what: 'taken-in', counts: { facts: 1 } });
  expect(bob.peer('alice')).toMatchObject({
    cloned: { number: numberOf(second), at: bob.clock.now },
    trust: Trust.VERIFIED,
  });
  const about = { nodeName: 'alice', peerId: alice.snapshot.node?.peerId, dropId: shown.dropId };
  expect(await linesOf(bob, 'key-cloned')).toMatchObject([{ ...about, subject: `${numberOf(second)}` }]);

  // Both go on: neither is refused, and what stands is what was noticed first.
  const before = bob.peer('alice').cloned;
  bob.clock.advance(1000);
  for (const text of [await write(alice, 'more from the first'), await write(other, 'more from the second')]) {
    expect((await bob.bringIn(text)).outcome).toMatchObject({ what: 'taken-in', counts: { facts: 1 } });
  }
  expect(bob.peer('alice').cloned).toEqual(before);
  expect(bob.snapshot.counts.facts).toBe(5 + 4);
  expect(await linesOf(bob, 'key-cloned')).toHaveLength(1);
  expect(taken(await bob.api.takeOut(bob.peer('alice').peerId, 'everything'))).toMatchObject({ kind: 'carried' });
  const reopened = await bob.secondTab();
  open.push(reopened);
  expect(reopened.peer('alice').cloned).toEqual(before);
});

test('two previews that were opened before either was accepted: the second one accepted tells it', async () => {
  const { alice, other, bob } = await restored();
  const shown = [await look(bob, await write(alice, 'one')), await look(bob, await write(other, 'two'))];
  expect(shown.map(({ clash }) => clash)).toEqual([null, null]);
  for (const { id } of shown) expect(outcomeOf(await bob.api.accept(id))).toMatchObject({ kind: 'done' });
  expect(bob.peer('alice').cloned).not.toBeNull();
});

describe('what is no clash', () => {
  test('the same text again, before and after it is accepted, undone and brought in anew', async () => {
    const { alice, other, bob } = await restored();
    const text = await write(alice, 'one');
    await look(bob, text);
    await bob.bringIn(text);
    const again = await look(bob, text);
    expect(again).toMatchObject({ act: 'nothing', clash: null });
    await bob.bringIn(text);
    await bob.api.undoImport(again.dropId);
    expect((await look(bob, text)).clash).toBeNull();
    await bob.bringIn(text);
    expect(bob.peer('alice').cloned).toBeNull();
    // Neither is the second one of a clash, once that was put away.
    const second = await write(other, 'two');
    await bob.bringIn(second);
    await bob.api.settleCloned(bob.peer('alice').peerId);
    await bob.api.undoImport((await look(bob, second)).dropId);
    await bob.bringIn(second);
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('documents that come in another order than they were written in', async () => {
    const { alice, bob } = await restored();
    const texts: string[] = [];
    for (let index = 0; index < 6; index++) texts.push(await write(alice, `${index}`));
    for (const index of [3, 0, 5, 1, 4, 2]) {
      const text = texts[index] as string;
      expect((await look(bob, text)).clash).toBeNull();
      await bob.bringIn(text);
    }
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('documents of an older version, which bear no number', async () => {
    const { alice, other, bob } = await restored();
    for (const node of [alice, other]) {
      const text = await rewritten(node, await write(node, node.name), {}, { isNumbered: false });
      expect(numberOf(text)).toBeUndefined();
      expect(await look(bob, text)).toMatchObject({ clash: null, author: 'signed' });
      expect((await bob.bringIn(text)).outcome).toMatchObject({ kind: 'done' });
    }
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('what was looked at and not accepted', async () => {
    const { alice, other, bob } = await restored();
    await bob.api.discard((await look(bob, await write(alice, 'one'))).id);
    await bob.bringIn(await write(other, 'two'));
    expect(bob.peer('alice').cloned).toBeNull();
  });

  test('one number of two signers', async () => {
    const { alice, bob } = await restored();
    const carol = await openNode('carol');
    open.push(carol);
    await pair(carol, bob);
    const texts = [await write(alice, 'one'), await write(carol, 'two')];
    expect(new Set(texts.map(numberOf)).size).toBe(1);
    for (const text of texts) await bob.bringIn(text);
    expect(bob.snapshot.peers.map(({ cloned }) => cloned)).toEqual([null, null]);
  });
});

test('a handshake is held to it as a payload is', async () => {
  const { alice, other, bob } = await restored();
  const hand = async (node: TestNode) => handedOver(node, taken<Carried>(await node.api.newHandshake(null)));
  await bob.bringIn(await hand(alice));
  const request = await hand(other);
  expect((await look(bob, request)).clash).not.toBeNull();
  expect((await bob.bringIn(request)).outcome).toMatchObject({ what: 'handshake-verified' });
  expect(bob.peer('alice')).toMatchObject({ trust: Trust.VERIFIED, cloned: { number: numberOf(request) } });
});

test('a backup that one of the two hands back is held to it too', async () => {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  open.push(alice, bob);
  await pair(alice, bob);
  await bob.api.addFact({ content: 'of bob', level: 1, domain: '', module: '' });
  const text = await bob.takeOutText('alice');
  const fact = JSON.parse(text).facts.at(-1).id;
  await alice.bringIn(text);
  alice.clock.advance(31 * 60_000);
  await alice.api.wake();
  const other = await copiedNode(alice);
  open.push(other);
  const asked = await handedOver(bob, taken<Carried>(await bob.api.newHandshake(null)));
  const { peerId } = alice.peer('bob');
  for (const node of [alice, other]) await node.bringIn(asked);
  await bob.api.deleteFact(fact);
  const first = await handedOver(alice, taken<Carried>(await alice.api.takeOut(peerId, 'everything')));
  await bob.bringIn(first);
  await bob.api.undoImport((await look(bob, first)).dropId);
  const raw = await handedOver(other, taken<Carried>(await other.api.takeOutBackup(peerId, peerId, 'raw')));
  expect(numberOf(raw)).toBe(numberOf(first));
  const shown = await look(bob, raw);
  expect(shown).toMatchObject({ documentKind: 'gene_backup', act: 'restore-backup', clash: numberOf(raw) });
  expect(outcomeOf(await bob.api.accept(shown.id))).toMatchObject({ what: 'backup-restored', counts: { facts: 1 } });
  expect(bob.peer('alice').cloned).toMatchObject({ number: numberOf(raw) });
});

test('a person puts the warning away, and it comes back with the next clash', async () => {
  const { alice, other, bob } = await restored();
  const { peerId } = bob.peer('alice');
  expect(await bob.api.settleCloned(peerId)).toMatchObject({ kind: 'nothing', why: 'unchanged' });
  expect(await bob.api.settleCloned('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  const texts = [await write(alice, 'one'), await write(other, 'two'), await write(alice, 'three')];
  for (const text of texts) await bob.bringIn(text);
  expect(await bob.api.settleCloned(peerId)).toMatchObject({ what: 'clone-settled', peer: 'alice' });
  expect(bob.peer('alice')).toMatchObject({ cloned: null, trust: Trust.VERIFIED });
  expect(await linesOf(bob, 'clone-settled')).toMatchObject([
    { nodeName: 'alice', subject: `${numberOf(texts[0] ?? '')}` },
  ]);
  bob.clock.advance(1000);
  const next = await write(other, 'four');
  await bob.bringIn(next);
  expect(bob.peer('alice').cloned).toEqual({ number: numberOf(next), at: bob.clock.now });
  expect(await linesOf(bob, 'key-cloned')).toHaveLength(2);
});

test('what was said in person of the key stays said while the warning stands', async () => {
  const { alice, other, bob } = await restored();
  const { peerId } = bob.peer('alice');
  const { hash } = taken(await bob.api.fingerprint(peerId));
  await bob.api.compareIdentity(peerId, hash, true);
  for (const text of [await write(alice, 'one'), await write(other, 'two')]) await bob.bringIn(text);
  expect(bob.peer('alice')).toMatchObject({ compared: { matched: true }, cloned: expect.anything() });
  await bob.api.settleCloned(peerId);
  expect(bob.peer('alice')).toMatchObject({ compared: { matched: true }, cloned: null });
});

test('a number of the wrong type is refused, by its place', async () => {
  const { alice, bob } = await restored();
  const json = JSON.parse(await write(alice, 'one'));
  const text = JSON.stringify({ ...json, synapse: { ...json.synapse, number: '7' } });
  expect(await bob.api.read(text)).toMatchObject({ code: 'wrong-type', place: '/synapse/number', found: 'text' });
});
