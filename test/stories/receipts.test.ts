import { expect, test } from 'vitest';
import type { Carried, Preview } from '../../src/peer-api.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { Clock, handedOver, openNode, pair, type TestNode, taken } from './support/open-node.ts';

const WORDS = { content: 'Bear uses one server.', level: 1, domain: 'actors', module: '' };

async function two() {
  const clock = new Clock();
  const [alice, bob] = [await openNode('alice', clock), await openNode('bob', clock)];
  await pair(alice, bob);
  return { alice, bob, close: () => Promise.all([alice.close(), bob.close()]) };
}

async function receiptOf(node: TestNode, peerName: string): Promise<Carried> {
  return taken<Carried>(await node.api.takeOut(node.peer(peerName).peerId, 'new'));
}

test('a receipt is carried alone: a few hundred characters that say what arrived, and nothing goes back for it', async () => {
  const { alice, bob, close } = await two();
  await alice.api.addFact(WORDS);
  expect(alice.peer('bob')).toMatchObject({ waiting: 1, confirmedAt: null });
  await bob.bringIn(await alice.takeOutText('bob'));
  expect(bob.peer('alice')).toMatchObject({ waiting: 0, untold: 1 });
  const receipt = await receiptOf(bob, 'alice');
  expect(receipt).toMatchObject({ factCount: 0, incidentCount: 0 });
  expect(receipt.text?.length).toBeLessThan(700);
  const text = await handedOver(bob, receipt);
  const handedAt = alice.clock.now;
  expect(taken<Preview>(await alice.api.read(text))).toMatchObject({ act: 'confirm-arrival', confirms: handedAt });
  expect((await alice.bringIn(text)).outcome).toMatchObject({ kind: 'done', what: 'arrival-confirmed' });
  expect(bob.peer('alice').untold).toBe(0);
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, untold: 0, confirmedAt: alice.clock.now });
  await close();
});

test('a receipt that was lost is told again; it brings nothing the second time', async () => {
  const { alice, bob, close } = await two();
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  await handedOver(bob, await receiptOf(bob, 'alice'));
  bob.clock.advance(60_000);
  const again = await handedOver(bob, await receiptOf(bob, 'alice'));
  await alice.bringIn(again);
  expect(alice.peer('bob')).toMatchObject({ waiting: 0 });
  expect(taken<Preview>(await alice.api.read(again))).toMatchObject({ act: 'nothing' });
  await close();
});

test('of many drops a receipt names the last ones, and the next receipt those before', async () => {
  const { alice, bob, close } = await two();
  const drops: string[] = [];
  for (let index = 0; index < 7; index++) {
    await alice.api.addFact({ ...WORDS, content: `fact ${index}` });
    alice.clock.advance(1000);
    const carried = taken<Carried>(await alice.api.takeOut(alice.peer('bob').peerId, 'new'));
    drops.push(carried.dropId);
    await bob.bringIn(await handedOver(alice, carried));
  }
  const told = async () => JSON.parse(await handedOver(bob, await receiptOf(bob, 'alice'))).synapse.receipts;
  expect(bob.peer('alice').untold).toBe(7);
  expect(await told()).toEqual(drops.slice(2));
  bob.clock.advance(1000);
  expect(await told()).toEqual(drops.slice(0, 2));
  expect(bob.peer('alice').untold).toBe(0);
  await close();
});

test('whatever is carried tells it too; what is undone is not told', async () => {
  const { alice, bob, close } = await two();
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  await bob.api.addFact({ ...WORDS, content: 'Bear has left.' });
  expect(bob.peer('alice')).toMatchObject({ waiting: 1, untold: 1 });
  await bob.takeOutText('alice', 'new');
  expect(bob.peer('alice').untold).toBe(0);
  alice.clock.advance(1000);
  const more = taken<Carried>(await alice.api.takeOut(alice.peer('bob').peerId, 'everything'));
  await bob.bringIn(await handedOver(alice, more));
  expect(bob.peer('alice').untold).toBe(1);
  await bob.api.undoImport(more.dropId);
  expect(bob.peer('alice').untold).toBe(0);
  await close();
});

test('a node that never signed is told nothing: it would not read it', async () => {
  const alice = await openNode('alice');
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  expect(alice.peer('sentinel-mcp').untold).toBe(0);
  await alice.close();
});
