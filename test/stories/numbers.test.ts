import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Carried } from '../../src/peer-api.ts';
import { numberOf } from './support/number-of.ts';
import { handedOver, openNode, pair, type TestNode, taken } from './support/open-node.ts';
import { rewritten } from './support/rewritten.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };
const open: TestNode[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((node) => node.close()));
});

async function openPair(): Promise<readonly [TestNode, TestNode]> {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  open.push(alice, bob);
  await pair(alice, bob);
  return [alice, bob];
}

const takeOut = async (from: TestNode, to: string) =>
  taken<Carried>(await from.api.takeOut(from.peer(to).peerId, 'everything'));

test('whatever leaves bears a number that is higher than all before it', async () => {
  const [alice, bob] = await openPair();
  await alice.api.addFact(FACT);
  const texts: string[] = [];
  texts.push(await handedOver(alice, taken<Carried>(await alice.api.newHandshake(null))));
  texts.push(await alice.takeOutText('bob'));
  texts.push(await alice.takeOutText('bob', 'new'));
  const ask = { from_peer_id: bob.snapshot.node?.peerId, since: '2000-01-01T00:00:00Z', max_batch: 1 };
  const genome_hash = bob.snapshot.node?.genomeHash;
  const asked = await alice.bringIn(await rewritten(bob, '{}', { ...ask, genome_hash }));
  texts.push(await handedOver(alice, taken<Carried>(asked.reply)));
  alice.clock.advance(31 * 60_000);
  bob.clock.advance(31 * 60_000);
  await alice.api.wake();
  const again = await alice.bringIn(await handedOver(bob, taken<Carried>(await bob.api.newHandshake(null))));
  texts.push(await handedOver(alice, taken<Carried>(again.reply)));
  const { peerId } = alice.peer('bob');
  for (const form of ['raw', 'payload'] as const) {
    texts.push(await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, form))));
  }
  const numbers = texts.map(numberOf);
  expect(numbers).toHaveLength(7);
  expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

test('a handshake and its reply stay the documents they are; what is taken out once more is another one', async () => {
  const [alice, bob] = await openPair();
  const first = taken<Carried>(await alice.api.newHandshake(null));
  const nonce = alice.snapshot.openHandshakes[0]?.nonce as string;
  const again = taken<Carried>(await alice.api.handshakeAgain(nonce));
  expect([again.dropId, numberOf(await again.file.text())]).toEqual([first.dropId, numberOf(await first.file.text())]);
  const { reply } = await bob.bringIn(await first.file.text());
  const replay = await bob.bringIn(await again.file.text());
  expect(replay).toMatchObject({ outcome: { why: 'handshake-answered-before' }, reply: { dropId: reply?.dropId } });
  await alice.bringIn(await taken<Carried>(reply).file.text());
  expect((await takeOut(alice, 'bob')).dropId).not.toBe((await takeOut(alice, 'bob')).dropId);
});

test('two tabs that make twenty documents ready at once never give one number twice', async () => {
  const [alice] = await openPair();
  const tab = await alice.secondTab();
  open.push(tab);
  const making = Array.from({ length: 20 }, () => [alice, tab].map((one) => takeOut(one, 'bob')));
  const texts = await Promise.all((await Promise.all(making.flat())).map(({ file }) => file.text()));
  expect(new Set(texts.map(numberOf)).size).toBe(40);
});

describe('what goes wrong', () => {
  test('between the number and the signature leaves a gap, and no number is given twice', async () => {
    const [alice] = await openPair();
    const before = numberOf(await alice.takeOutText('bob'));
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(new RangeError('the worker died'));
    await expect(takeOut(alice, 'bob')).rejects.toThrow('the worker died');
    const reopened = await alice.secondTab();
    open.push(reopened);
    expect(numberOf(await reopened.takeOutText('bob'))).toBe(before + 2);
  });

  test('where there is no room for a number, what is to be carried leaves without one', async () => {
    const [alice, bob] = await openPair();
    const before = numberOf(await alice.takeOutText('bob'));
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const text = await (await takeOut(alice, 'bob')).file.text();
    expect(full).toHaveBeenCalled();
    full.mockRestore();
    expect(numberOf(text)).toBeUndefined();
    expect((await bob.bringIn(text)).outcome).toMatchObject({ kind: 'done' });
    expect(numberOf(await alice.takeOutText('bob'))).toBe(before + 1);
  });
});

test('a number that was given out is told by a snapshot, and looking makes none', async () => {
  const [alice] = await openPair();
  const before = alice.snapshot.revision;
  await takeOut(alice, 'bob');
  expect(alice.snapshot.revision).toBe(before + 1);
  await alice.api.wake();
  await alice.api.journal({ search: '' }, { offset: 0, limit: 1 });
  expect(alice.snapshot.revision).toBe(before + 1);
});
