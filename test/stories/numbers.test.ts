/** Document numbers: whatever a node signs has one, and no number is given twice. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Carried } from '../../src/peer-api.ts';
import { deltaRequest } from './support/delta-request.ts';
import { numberOf } from './support/number-of.ts';
import { closeAll, handedOver, handshakeRequest, type TestNode, taken } from './support/open-node.ts';
import { openPair } from './support/open-nodes.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };
/** What a test opened; closed after it, if it failed too. */
const opened: TestNode[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await closeAll(...opened.splice(0));
});

async function openAliceAndBob() {
  const { alice, bob, clock } = await openPair();
  opened.push(alice, bob);
  return { alice, bob, clock };
}

test('every document that leaves has a higher number than all before it', async () => {
  const { alice, bob, clock } = await openAliceAndBob();
  await alice.api.addFact(FACT);
  const texts: string[] = [];
  texts.push(await handshakeRequest(alice));
  texts.push(await alice.takeOutText('bob'));
  texts.push(await alice.takeOutText('bob', 'new'));
  const delta = await alice.bringIn(await deltaRequest(bob, 1, '2000-01-01T00:00:00Z'));
  texts.push(await handedOver(alice, taken<Carried>(delta.reply)));
  clock.advance(31 * 60_000);
  await alice.api.wake();
  const handshake = await alice.bringIn(await handshakeRequest(bob));
  texts.push(await handedOver(alice, taken<Carried>(handshake.reply)));
  const { peerId } = alice.peer('bob');
  for (const form of ['raw', 'payload'] as const) {
    texts.push(await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, form))));
  }
  const numbers = texts.map(numberOf);
  expect(numbers).toHaveLength(7);
  expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8]);
});

test('a handshake carried again is the same document; a payload taken out again is another one', async () => {
  const { alice, bob } = await openAliceAndBob();
  const first = taken<Carried>(await alice.api.newHandshake(null));
  const nonce = alice.snapshot.openHandshakes[0]?.nonce as string;
  const again = taken<Carried>(await alice.api.handshakeAgain(nonce));
  expect([again.dropId, numberOf(await again.file.text())]).toEqual([first.dropId, numberOf(await first.file.text())]);
  const { reply } = await bob.bringIn(await first.file.text());
  const replay = await bob.bringIn(await again.file.text());
  expect(replay).toMatchObject({ outcome: { why: 'handshake-answered-before' }, reply: { dropId: reply?.dropId } });
  await alice.bringIn(await taken<Carried>(reply).file.text());
  expect((await alice.takeOut('bob')).dropId).not.toBe((await alice.takeOut('bob')).dropId);
});

test('two tabs that make twenty documents each at once never give a number twice', async () => {
  const { alice } = await openAliceAndBob();
  const tab = await alice.secondTab();
  opened.push(tab);
  const making = Array.from({ length: 20 }, () => [alice, tab].map((one) => one.takeOut('bob')));
  const texts = await Promise.all((await Promise.all(making.flat())).map(({ file }) => file.text()));
  expect(new Set(texts.map(numberOf)).size).toBe(40);
});

describe('a failure', () => {
  test('between the number and the signature leaves a gap in the numbers', async () => {
    const { alice } = await openAliceAndBob();
    const before = numberOf(await alice.takeOutText('bob'));
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(new RangeError('the worker died'));
    await expect(alice.takeOut('bob')).rejects.toThrow('the worker died');
    const reopened = await alice.secondTab();
    opened.push(reopened);
    expect(numberOf(await reopened.takeOutText('bob'))).toBe(before + 2);
  });

  test('to store a number lets the document leave without one', async () => {
    const { alice, bob } = await openAliceAndBob();
    const before = numberOf(await alice.takeOutText('bob'));
    const storing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const text = await (await alice.takeOut('bob')).file.text();
    expect(storing).toHaveBeenCalled();
    storing.mockRestore();
    expect(numberOf(text)).toBeUndefined();
    expect((await bob.bringIn(text)).outcome).toMatchObject({ kind: 'done' });
    expect(numberOf(await alice.takeOutText('bob'))).toBe(before + 1);
  });
});

test('giving out a number makes a snapshot, and only looking makes none', async () => {
  const { alice } = await openAliceAndBob();
  const before = alice.snapshot.revision;
  await alice.takeOut('bob');
  expect(alice.snapshot.revision).toBe(before + 1);
  await alice.api.wake();
  await alice.api.journal({ search: '' }, { offset: 0, limit: 1 });
  expect(alice.snapshot.revision).toBe(before + 1);
});
