import { expect, test } from 'vitest';
import { Trust } from '../../../src/domain/trust.ts';
import type { Carried } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import { handshakeReport, openTrustingGomcp } from '../../stories/support/gomcp.ts';
import {
  closeAll,
  handedOver,
  handshakeRequest,
  openNode,
  pair,
  type TestNode,
  taken,
} from '../../stories/support/open-node.ts';
import { openNodes, openPair } from '../../stories/support/open-nodes.ts';
import { unsignedRequest } from '../../stories/support/unsigned.ts';

/** The reply of this node to a request, handed over. */
async function replyTo(node: TestNode, request: string): Promise<string> {
  return handedOver(node, taken<Carried>((await node.bringIn(request)).reply));
}

test('Alice and Bob pair by request and reply', async () => {
  const { alice, bob, close } = await openNodes('alice', 'bob');
  const request = await handshakeRequest(alice);
  expect(alice.snapshot.openHandshakes).toHaveLength(1);
  const reply = await replyTo(bob, request);
  expect(JSON.parse(reply).synapse).toMatchObject({ in_reply_to: JSON.parse(request).nonce });
  expect(await alice.bringIn(reply)).toMatchObject({
    outcome: { what: 'handshake-verified', peer: 'bob' },
    reply: null,
  });
  expect(alice.snapshot.openHandshakes).toEqual([]);
  expect([alice.peer('bob').trust, bob.peer('alice').trust]).toEqual([Trust.VERIFIED, Trust.VERIFIED]);
  await close();
});

test('a reply that was not asked for, our own, a second one, and one to another node are refused', async () => {
  const { alice, bob, eve, close } = await openNodes('alice', 'bob', 'eve');
  const reply = await replyTo(bob, await handshakeRequest(alice));
  expect(await eve.api.read(reply)).toMatchObject({ code: 'unasked-reply' });
  expect(await bob.api.read(reply)).toMatchObject({ code: 'self-handshake' });
  await alice.bringIn(reply);
  expect(await alice.preview(reply)).toMatchObject({ act: 'nothing', takenInAt: alice.clock.now });
  // Eve answers a request that Bob has answered already, and then one that was for Bob.
  const forged = JSON.stringify({ ...JSON.parse(reply), to_peer_id: 'peer_eve', to_node: 'eve' });
  expect(await alice.api.read(forged)).toMatchObject({ code: 'unasked-reply', found: 'eve' });
  await handshakeRequest(alice, alice.peer('bob').peerId);
  expect(await alice.api.read(forged)).toMatchObject({ code: 'unasked-reply' });
  await close();
});

test('a request that comes again is answered as before and changes nothing', async () => {
  const { alice, bob, clock, close } = await openNodes('alice', 'bob');
  const request = await handshakeRequest(alice);
  const first = await replyTo(bob, request);
  const before = bob.snapshot.peers;
  clock.advance(60_000);
  expect(await bob.preview(request)).toMatchObject({ act: 'answer-again' });
  const again = await bob.bringIn(request);
  expect(again.outcome).toMatchObject({ kind: 'nothing', why: 'handshake-answered-before' });
  expect(await taken<Carried>(again.reply).file.text()).toBe(first);
  expect(bob.snapshot.peers).toEqual(before);
  clock.advance(30 * 60_000);
  await bob.bringIn(request);
  expect(bob.peer('alice').trust).toBe(Trust.EXPIRED);
  await close();
});

test('a request without a nonce counts as new if its sender is no longer trusted', async () => {
  const alice = await openTrustingGomcp();
  alice.clock.advance(60_000);
  expect(await alice.preview(handshake)).toMatchObject({ act: 'answer-again' });
  alice.clock.advance(30 * 60_000);
  await alice.api.wake();
  expect(alice.peer('sentinel-mcp').trust).toBe(Trust.EXPIRED);
  const back = await alice.bringIn(handshake);
  expect(back).toMatchObject({ outcome: { what: 'handshake-verified' } });
  expect(alice.peer('sentinel-mcp').backup).toMatchObject({ offered: true });
  await alice.close();
});

test('a known peer that is asked again is PENDING until it replies or the request is withdrawn', async () => {
  const { alice, bob, close } = await openPair();
  const { peerId } = alice.peer('bob');
  const request = await handshakeRequest(alice, peerId);
  expect(alice.peer('bob').trust).toBe(Trust.PENDING);
  expect(await alice.api.takeOut(peerId, 'everything')).toMatchObject({ code: 'not-trusted', found: 'bob' });
  await alice.bringIn(await replyTo(bob, request));
  expect(alice.peer('bob').trust).toBe(Trust.VERIFIED);
  await handshakeRequest(alice, peerId);
  const nonce = alice.snapshot.openHandshakes[0]?.nonce as string;
  expect(await taken<Carried>(await alice.api.handshakeAgain(nonce)).file.text()).toContain(nonce);
  await alice.api.withdrawHandshake(nonce);
  expect(alice.peer('bob').trust).toBe(Trust.VERIFIED);
  expect(alice.snapshot.openHandshakes).toEqual([]);
  expect(await alice.api.newHandshake('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  await close();
});

test('what GoMCP prints after a handshake with us is the reply', async () => {
  const alice = await openNode('alice');
  await handshakeRequest(alice);
  const toAnother = handshakeReport(alice, { remote_peer_id: 'peer_somebody_else' });
  expect(await alice.api.read(toAnother)).toMatchObject({ code: 'reply-to-another' });
  const wrapped = { content: [{ type: 'text', text: handshakeReport(alice) }] };
  expect((await alice.bringIn(JSON.stringify(wrapped))).outcome).toMatchObject({ what: 'handshake-verified' });
  await alice.close();
});

test('a gene that is added by hand ends the trust in all peers until they shake hands again', async () => {
  const { alice, bob } = await openPair();
  const gene = { id: 'GENE_06_CALM', content: 'Nobody is hurried.', domain: 'pace' };
  expect(await alice.api.addGene(gene)).toMatchObject({ what: 'gene-added' });
  expect(alice.peer('bob')).toMatchObject({ trust: Trust.REJECTED, genome: 'different' });
  expect(await alice.api.addGene(gene)).toMatchObject({ code: 'duplicate-id', found: 'GENE_06_CALM' });
  expect(await alice.api.addGene({ ...gene, id: ' ' })).toMatchObject({ code: 'empty-id' });
  const reopened = await alice.secondTab();
  expect(reopened.snapshot.node?.genes).toHaveLength(6);
  expect(reopened.peer('bob').trust).toBe(Trust.REJECTED);
  await bob.api.addGene(gene);
  expect(bob.snapshot.node?.genomeHash).toBe(alice.snapshot.node?.genomeHash);
  await pair(alice, bob);
  expect(alice.peer('bob').trust).toBe(Trust.VERIFIED);
  await closeAll(alice, bob, reopened);
});

test('a name cannot pose as another one: characters that hide or reverse text are not shown', async () => {
  const alice = await openNode('alice');
  for (const [name, shown] of [
    ['sentinel\u202efdp.exe', 'sentinel fdp.exe'],
    ['\u200b\u2066bob\u2069', 'bob'],
    ['\n', 'peer_x'],
    ['Анна 👩‍💻', 'Анна 👩‍💻'],
  ] as const) {
    const request = unsignedRequest(alice, name, { peerId: 'peer_x' });
    expect((await alice.preview(request)).from).toMatchObject({ nodeName: shown });
    await alice.bringIn(request);
    expect(alice.snapshot.peers.map((peer) => peer.nodeName)).toEqual([shown]);
  }
  await alice.close();
});

test('what GoMCP prints answers every new request, although it is the same text each time', async () => {
  const alice = await openNode('alice');
  const report = handshakeReport(alice, { local_node: 'mcp', local_peer_id: 'peer_mcp' });
  await handshakeRequest(alice);
  await alice.bringIn(report);
  alice.clock.advance(31 * 60_000);
  await alice.api.wake();
  expect(alice.peer('mcp').trust).toBe(Trust.EXPIRED);
  await handshakeRequest(alice, 'peer_mcp');
  expect((await alice.bringIn(report)).outcome).toMatchObject({ what: 'handshake-verified' });
  expect(await alice.api.read(report)).toMatchObject({ act: 'nothing', about: 'trust-word' });
  await alice.close();
});

test('a document that is carried out twice is one drop', async () => {
  const alice = await openNode('alice');
  const carried = taken<Carried>(await alice.api.newHandshake(null));
  await alice.api.carriedOut(carried.dropId);
  const before = await alice.journalLength();
  expect(await alice.api.carriedOut(carried.dropId)).toMatchObject({ kind: 'nothing' });
  expect(await alice.journalLength()).toBe(before);
  await alice.close();
});
