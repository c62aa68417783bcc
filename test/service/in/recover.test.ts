import { expect, test } from 'vitest';
import type { Fact } from '../../../src/domain/fact.ts';
import { Trust } from '../../../src/domain/trust.ts';
import type { Carried, Rows } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
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
import { idOfFact } from '../../stories/support/rows.ts';
import { meet } from '../../stories/support/unsigned.ts';
import { recordCounts } from '../../stories/support/whole-memory.ts';

const HALF_AN_HOUR = 30 * 60 * 1000;
const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: '' };

/** Alice wrote a fact and trusted Bob, who was silent until he expired. She keeps a backup for him. */
async function openWithSilentBob() {
  const nodes = await openPair();
  const { alice, clock } = nodes;
  await alice.api.addFact(FACT);
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  return nodes;
}

/** Bob's backup, handed over to him by Alice as a payload. */
async function backupPayload(alice: TestNode): Promise<string> {
  const { peerId } = alice.peer('bob');
  return handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'payload')));
}

/** How many sets of backup facts are stored. */
async function storedBackups(node: TestNode): Promise<number> {
  return taken((await recordCounts(node.name)).kept);
}

test('a peer expires exactly at the timeout, and its backup is there in the next tab', async () => {
  const alice = await openTrustingGomcp();
  const { clock } = alice;
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
  await closeAll(alice, later);
});

test('Bob lost everything: Alice hands his backup back, and clears it when his payload has it all', async () => {
  const { alice, bob, clock, close } = await openWithSilentBob();
  const request = await handshakeRequest(bob);
  const back = await alice.bringIn(request);
  expect(back).toMatchObject({ outcome: { what: 'handshake-verified' } });
  expect(alice.peer('bob').backup).toMatchObject({ offered: true });
  await bob.bringIn(await handedOver(alice, taken<Carried>(back.reply)));
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6, offered: true });
  expect((await bob.bringIn(await backupPayload(alice))).outcome).toMatchObject({
    counts: { facts: 1, genes: 5 },
  });
  expect(await bob.api.facts({ search: 'bridge' }, { offset: 0, limit: 5 })).toMatchObject({ total: 1 });
  clock.advance(1000);
  const everything = await bob.takeOutText('alice');
  expect(await alice.preview(everything)).toMatchObject({ act: 'take-in', clearsBackup: true });
  await alice.bringIn(everything);
  expect(alice.peer('bob').backup).toBeNull();
  await close();
});

test('a receipt for the backup clears it too, even in a payload without facts', async () => {
  const { alice, bob, close } = await openWithSilentBob();
  await pair(bob, alice);
  await bob.bringIn(await backupPayload(alice));
  const receipt = await bob.takeOutText('alice', 'new');
  await alice.bringIn(await rewritten(bob, receipt, { facts: [] }));
  expect(alice.peer('bob').backup).toBeNull();
  await close();
});

test('a payload without a fact of the backup does not clear it', async () => {
  const { alice, bob, close } = await openWithSilentBob();
  await pair(bob, alice);
  await bob.api.addFact({ ...FACT, content: 'Something else.' });
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6 });
  const { peerId } = alice.peer('bob');
  expect(await alice.api.clearBackup(peerId)).toMatchObject({ what: 'backup-cleared', peer: 'bob' });
  expect(alice.peer('bob').backup).toBeNull();
  expect(await alice.api.clearBackup(peerId)).toMatchObject({ code: 'no-backup' });
  await close();
});

test('only its owner can restore a raw backup', async () => {
  const { alice, bob, close } = await openWithSilentBob();
  const eve = await openNode('eve', alice.clock);
  await pair(bob, alice);
  const { peerId } = alice.peer('bob');
  const raw = await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'raw')));
  expect(await eve.api.read(raw)).toMatchObject({ code: 'backup-not-ours', place: '/peer_id', found: peerId });
  expect(await bob.preview(raw)).toMatchObject({
    act: 'restore-backup',
    facts: { fresh: 1, genes: 5 },
  });
  expect((await bob.bringIn(raw)).outcome).toMatchObject({ what: 'backup-restored', counts: { facts: 1 } });
  expect(await bob.preview(raw)).toMatchObject({ act: 'nothing' });
  await close();
  await eve.close();
});

test('Bob came back with a new key: his backup is handed to another trusted peer by choice', async () => {
  const { alice, close } = await openWithSilentBob();
  const newBob = await openNode('bob-again', alice.clock);
  await pair(newBob, alice);
  const lost = alice.peer('bob').peerId;
  const again = alice.peer('bob-again').peerId;
  const carried = taken<Carried>(await alice.api.takeOutBackup(lost, again, 'payload'));
  expect((await newBob.bringIn(await handedOver(alice, carried))).outcome).toMatchObject({ counts: { facts: 1 } });
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6 });
  expect(await alice.api.takeOutBackup(lost, lost, 'payload')).toMatchObject({ code: 'not-trusted' });
  await close();
  await newBob.close();
});

test('fifty peers that fall silent together store the facts once', async () => {
  const alice = await openNode('alice');
  for (let index = 0; index < 50; index++) await meet(alice, `n${index}`);
  alice.clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  expect(alice.snapshot.peers.filter((peer) => peer.backup)).toHaveLength(50);
  expect(await storedBackups(alice)).toBe(1);
  for (const { peerId } of alice.snapshot.peers.slice(1)) await alice.api.clearBackup(peerId);
  expect(await storedBackups(alice)).toBe(1);
  await alice.api.clearBackup(alice.snapshot.peers[0]?.peerId as string);
  expect(await storedBackups(alice)).toBe(0);
  await alice.close();
});

test('only a peer whose backup was cleared is forgotten after the time that a person set', async () => {
  const { alice, bob, clock } = await openWithSilentBob();
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
  await closeAll(alice, bob, later);
});

test('a backup that was never handed over still has a fact that was deleted here since', async () => {
  const { alice, bob, clock, close } = await openWithSilentBob();
  await alice.api.deleteFact(await idOfFact(alice, 'bridge'));
  for (let silence = 0; silence < 3; silence++) {
    await pair(bob, alice);
    clock.advance(HALF_AN_HOUR);
    await alice.api.wake();
  }
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 6 });
  const backup = taken<Rows<Fact>>(await alice.api.backupRows(alice.peer('bob').peerId, { offset: 0, limit: 10 }));
  expect(backup.rows.map((fact) => fact.content)).toContain('The bridge is closed.');
  expect(await storedBackups(alice)).toBeLessThanOrEqual(2);
  await close();
});
