import { expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/fact.ts';
import { Trust } from '../../../src/domain/trust.ts';
import type { Carried, Preview, Rows } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { Clock, handedOver, openNode, pair, taken } from '../../stories/support/open-node.ts';
import { rewritten } from '../../stories/support/rewritten.ts';

const HALF_AN_HOUR = 30 * 60 * 1000;
const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: '' };

async function aliceWithSilentBob(clock = new Clock()) {
  const alice = await openNode('alice', clock);
  const bob = await openNode('bob', clock);
  await alice.api.addFact(FACT);
  await pair(alice, bob);
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  return { alice, bob, clock };
}

test('a peer is alive until the timeout, expired at it, and its backup outlives the tab', async () => {
  const clock = new Clock();
  const alice = await openNode('alice', clock);
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  clock.advance(HALF_AN_HOUR - 1);
  await alice.api.wake();
  expect(alice.peer('sentinel-mcp')).toMatchObject({ trust: Trust.VERIFIED, backup: null });
  clock.advance(1);
  await alice.api.wake();
  const expired = {
    trust: Trust.EXPIRED,
    deadline: null,
    backup: { factCount: 989, reason: 'timeout', offered: false },
  };
  expect(alice.peer('sentinel-mcp')).toMatchObject(expired);
  const later = await alice.secondTab();
  expect(later.peer('sentinel-mcp')).toMatchObject(expired);
  const { peerId } = later.peer('sentinel-mcp');
  const rows = taken<Rows<Fact>>(await later.api.backupRows(peerId, { offset: 980, limit: 50 }));
  expect(rows).toMatchObject({ total: 989 });
  expect(rows.rows).toHaveLength(9);
  expect(await alice.api.read(threatActors)).toMatchObject({ code: 'not-trusted' });
  await alice.close();
  await later.close();
});

test('Bob lost everything: Alice hands his backup back, and clears it when his payload shows it all', async () => {
  const { alice, bob, clock } = await aliceWithSilentBob();
  const request = await handedOver(bob, taken<Carried>(await bob.api.newHandshake(null)));
  const back = await alice.bringIn(request);
  expect(back).toMatchObject({ outcome: { what: 'handshake-verified' }, backupOffered: alice.peer('bob').peerId });
  await bob.bringIn(await handedOver(alice, taken<Carried>(back.reply)));
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6, offered: true });
  const { peerId } = alice.peer('bob');
  const backup = taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'payload'));
  expect((await bob.bringIn(await handedOver(alice, backup))).outcome).toMatchObject({
    counts: { facts: 1, genes: 5 },
  });
  expect(await bob.api.facts({ search: 'bridge' }, { offset: 0, limit: 5 })).toMatchObject({ total: 1 });
  clock.advance(1000);
  const everything = await bob.takeOutText('alice');
  expect(taken<Preview>(await alice.api.read(everything))).toMatchObject({ act: 'take-in', clearsBackup: true });
  await alice.bringIn(everything);
  expect(alice.peer('bob').backup).toBeNull();
  await alice.close();
  await bob.close();
});

test('a receipt for the handed backup clears it too, even in a payload that holds nothing else', async () => {
  const { alice, bob } = await aliceWithSilentBob();
  await pair(bob, alice);
  const { peerId } = alice.peer('bob');
  await bob.bringIn(await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'payload'))));
  const receipt = await bob.takeOutText('alice', 'new');
  await alice.bringIn(await rewritten(bob, receipt, { facts: [] }));
  expect(alice.peer('bob').backup).toBeNull();
  await alice.close();
  await bob.close();
});

test('a payload that lacks a kept fact leaves the backup where it is', async () => {
  const { alice, bob } = await aliceWithSilentBob();
  await pair(bob, alice);
  await bob.api.addFact({ ...FACT, content: 'Something else.' });
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6 });
  const { peerId } = alice.peer('bob');
  expect(await alice.api.clearBackup(peerId)).toMatchObject({ what: 'backup-cleared', peer: 'bob' });
  expect(alice.peer('bob').backup).toBeNull();
  expect(await alice.api.clearBackup(peerId)).toMatchObject({ code: 'no-backup' });
  await alice.close();
  await bob.close();
});

test('the raw backup is restored by its owner alone', async () => {
  const { alice, bob } = await aliceWithSilentBob();
  const eve = await openNode('eve', alice.clock);
  await pair(bob, alice);
  const { peerId } = alice.peer('bob');
  const raw = await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'raw')));
  expect(await eve.api.read(raw)).toMatchObject({ code: 'backup-not-ours', place: '/peer_id', found: peerId });
  expect(taken<Preview>(await bob.api.read(raw))).toMatchObject({
    act: 'restore-backup',
    facts: { fresh: 1, genes: 5 },
  });
  expect((await bob.bringIn(raw)).outcome).toMatchObject({ what: 'backup-restored', counts: { facts: 1 } });
  expect(taken<Preview>(await bob.api.read(raw))).toMatchObject({ act: 'nothing' });
  for (const node of [alice, bob, eve]) await node.close();
});

test('Bob came back as somebody new: his backup is handed to another trusted peer by choice', async () => {
  const { alice } = await aliceWithSilentBob();
  const newBob = await openNode('bob-again', alice.clock);
  await pair(newBob, alice);
  const lost = alice.peer('bob').peerId;
  const found = alice.peer('bob-again').peerId;
  const carried = taken<Carried>(await alice.api.takeOutBackup(lost, found, 'payload'));
  expect((await newBob.bringIn(await handedOver(alice, carried))).outcome).toMatchObject({ counts: { facts: 1 } });
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6 });
  expect(await alice.api.takeOutBackup(lost, lost, 'payload')).toMatchObject({ code: 'not-trusted' });
  await alice.close();
  await newBob.close();
});

test('fifty peers that fall silent together store the facts once', async () => {
  const clock = new Clock();
  const alice = await openNode('alice', clock);
  for (let i = 0; i < 50; i++) {
    const genome = alice.snapshot.node?.genomeHash;
    const request = { from_peer_id: `peer_${i}`, from_node: `n${i}`, genome_hash: genome, timestamp: 1, nonce: `${i}` };
    await alice.bringIn(JSON.stringify(request));
  }
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  expect(alice.snapshot.peers.filter((peer) => peer.backup)).toHaveLength(50);
  expect(await countOf(alice.name, 'kept')).toBe(1);
  for (const { peerId } of alice.snapshot.peers.slice(1)) await alice.api.clearBackup(peerId);
  expect(await countOf(alice.name, 'kept')).toBe(1);
  await alice.api.clearBackup(alice.snapshot.peers[0]?.peerId as string);
  expect(await countOf(alice.name, 'kept')).toBe(0);
  await alice.close();
});

test('a peer whose backup was cleared is forgotten after the time a person set, and no other', async () => {
  const { alice, clock } = await aliceWithSilentBob();
  await alice.bringIn(handshake);
  await alice.api.setForgetAfter(30 * 24 * 3600 * 1000);
  clock.advance(31 * 24 * 3600 * 1000);
  await alice.api.wake();
  expect(alice.snapshot.peers.map((peer) => peer.nodeName)).toEqual(['bob', 'sentinel-mcp']);
  await alice.api.clearBackup(alice.peer('bob').peerId);
  await alice.api.wake();
  expect(alice.snapshot.peers.map((peer) => peer.nodeName)).toEqual(['sentinel-mcp']);
  const later = await alice.secondTab();
  expect(later.snapshot.peers.map((peer) => peer.nodeName)).toEqual(['sentinel-mcp']);
  await alice.close();
  await later.close();
});

function countOf(database: string, store: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction(store).objectStore(store).count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });
}

test('a backup that was never handed over keeps what is gone here by now', async () => {
  const { alice, bob, clock } = await aliceWithSilentBob();
  const { rows } = taken<Rows<{ fact: Fact }>>(
    (await alice.api.facts({ search: 'bridge' }, { offset: 0, limit: 1 })) as never,
  );
  await alice.api.deleteFact(rows[0]?.fact.id as string);
  for (let silence = 0; silence < 3; silence++) {
    await pair(bob, alice);
    clock.advance(HALF_AN_HOUR);
    await alice.api.wake();
  }
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6 });
  const kept = taken<Rows<Fact>>(await alice.api.backupRows(alice.peer('bob').peerId, { offset: 0, limit: 10 }));
  expect(kept.rows.map((fact) => fact.content)).toContain('The bridge is closed.');
  expect(await countOf(alice.name, 'kept')).toBeLessThanOrEqual(2);
  await alice.close();
  await bob.close();
});
