/** Receipts: how the sender of a drop hears that it arrived, and what is never told. */
import { expect, test } from 'vitest';
import threatActors from '../data/threat-actors.json?raw';
import { openTrustingGomcp } from './support/gomcp.ts';
import { handedOver, pair } from './support/open-node.ts';
import { openNodes, openPair } from './support/open-nodes.ts';
import { factRows, lastImport } from './support/rows.ts';

const WORDS = { content: 'Bear uses one server.', level: 1, domain: 'actors', module: '' };

test('a receipt is carried alone in a few hundred characters, and nothing goes back for it', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addFact(WORDS);
  expect(alice.peer('bob')).toMatchObject({ waiting: 1, confirmedAt: null });
  await bob.bringIn(await alice.takeOutText('bob'));
  expect(bob.peer('alice')).toMatchObject({ waiting: 0, untold: 1 });
  const receipt = await bob.takeOut('alice', 'new');
  expect(receipt).toMatchObject({ factCount: 0, incidentCount: 0 });
  expect(receipt.text?.length).toBeLessThan(700);
  const text = await handedOver(bob, receipt);
  const handedOverAt = alice.clock.now;
  expect(await alice.preview(text)).toMatchObject({ act: 'confirm-arrival', confirms: handedOverAt });
  expect((await alice.bringIn(text)).outcome).toMatchObject({ kind: 'done', what: 'arrival-confirmed' });
  expect(bob.peer('alice').untold).toBe(0);
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, untold: 0, confirmedAt: alice.clock.now });
  await close();
});

test('a receipt that was lost is told again, and brings nothing if it comes twice', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  await bob.takeOutText('alice', 'new');
  bob.clock.advance(60_000);
  const again = await bob.takeOutText('alice', 'new');
  await alice.bringIn(again);
  expect(alice.peer('bob')).toMatchObject({ waiting: 0 });
  expect(await alice.preview(again)).toMatchObject({ act: 'nothing' });
  await close();
});

test('a receipt names the last ones of many drops, and the next receipt names those before', async () => {
  const { alice, bob, close } = await openPair();
  const drops: string[] = [];
  for (let index = 0; index < 7; index++) {
    await alice.api.addFact({ ...WORDS, content: `fact ${index}` });
    alice.clock.advance(1000);
    const carried = await alice.takeOut('bob', 'new');
    drops.push(carried.dropId);
    await bob.bringIn(await handedOver(alice, carried));
  }
  const told = async () => JSON.parse(await bob.takeOutText('alice', 'new')).synapse.receipts;
  expect(bob.peer('alice').untold).toBe(7);
  expect(await told()).toEqual(drops.slice(2));
  bob.clock.advance(1000);
  expect(await told()).toEqual(drops.slice(0, 2));
  expect(bob.peer('alice').untold).toBe(0);
  await close();
});

test('a payload with facts carries receipts too, but none for a drop that was undone', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  await bob.api.addFact({ ...WORDS, content: 'Bear has left.' });
  expect(bob.peer('alice')).toMatchObject({ waiting: 1, untold: 1 });
  await bob.takeOutText('alice', 'new');
  expect(bob.peer('alice').untold).toBe(0);
  alice.clock.advance(1000);
  const more = await alice.takeOut('bob');
  await bob.bringIn(await handedOver(alice, more));
  expect(bob.peer('alice').untold).toBe(1);
  await bob.api.undoImport(more.dropId);
  expect(bob.peer('alice').untold).toBe(0);
  await close();
});

test('a receipt that is ready to carry is refused if its import is undone first', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  const ready = await bob.takeOut('alice', 'new');
  await bob.api.undoImport(await lastImport(bob));
  expect(await factRows(bob, { level: 1 })).toHaveLength(0);
  expect(await bob.api.carriedOut(ready.dropId)).toMatchObject({ code: 'receipt-undone' });
  expect(JSON.parse(await bob.takeOutText('alice', 'new')).synapse.receipts).toBeUndefined();
  await close();
});

test('a fact that another peer brought too survives an undo, and no earlier receipt confirms it', async () => {
  const { alice, bob, dora, clock, close } = await openNodes('alice', 'bob', 'dora');
  await pair(alice, bob);
  await pair(alice, dora);
  await pair(bob, dora);
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  const first = await alice.takeOutText('dora');
  await dora.bringIn(first);
  clock.advance(1000);
  await dora.bringIn(await bob.takeOutText('dora'));
  clock.advance(1000);
  await dora.api.undoImport((await dora.preview(first)).dropId);
  expect((await factRows(dora, { level: 1 })).map(({ fromPeerId }) => fromPeerId)).toEqual([dora.peer('bob').peerId]);
  await bob.bringIn(await dora.takeOutText('bob', 'new'));
  expect(bob.peer('dora').waiting).toBe(1);
  await close();
});

test('a node that never signed is told nothing: it would not read a receipt', async () => {
  const alice = await openTrustingGomcp();
  await alice.bringIn(threatActors);
  expect(alice.peer('sentinel-mcp').untold).toBe(0);
  await alice.close();
});
