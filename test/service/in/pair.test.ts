import { expect, test } from 'vitest';
import { Trust } from '../../../src/domain/trust.ts';
import type { Carried, Preview } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import { handedOver, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

async function ask(node: TestNode, peerId: string | null = null): Promise<string> {
  return handedOver(node, taken<Carried>(await node.api.newHandshake(peerId)));
}

async function answer(node: TestNode, request: string): Promise<string> {
  return handedOver(node, taken<Carried>((await node.bringIn(request)).reply));
}

test('Alice and Bob pair by request and reply', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  const request = await ask(alice);
  expect(alice.snapshot.openHandshakes).toHaveLength(1);
  const reply = await answer(bob, request);
  expect(JSON.parse(reply).synapse).toMatchObject({ in_reply_to: JSON.parse(request).nonce });
  expect(await alice.bringIn(reply)).toMatchObject({
    outcome: { what: 'handshake-verified', peer: 'bob' },
    reply: null,
  });
  expect(alice.snapshot.openHandshakes).toEqual([]);
  expect([alice.peer('bob').trust, bob.peer('alice').trust]).toEqual([Trust.VERIFIED, Trust.VERIFIED]);
  await alice.close();
  await bob.close();
});

test('a reply nobody asked for, our own, a second one and one to another are refused', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  const eve = await openNode('eve');
  const reply = await answer(bob, await ask(alice));
  expect(await eve.api.read(reply)).toMatchObject({ code: 'unasked-reply' });
  expect(await bob.api.read(reply)).toMatchObject({ code: 'self-handshake' });
  await alice.bringIn(reply);
  expect(taken<Preview>(await alice.api.read(reply))).toMatchObject({ act: 'nothing', takenInAt: alice.clock.now });
  // Eve answers a request that Bob has answered already, and one that she was never asked.
  const forged = JSON.stringify({ ...JSON.parse(reply), to_peer_id: 'peer_eve', to_node: 'eve' });
  expect(await alice.api.read(forged)).toMatchObject({ code: 'unasked-reply', found: 'eve' });
  await ask(alice, alice.peer('bob').peerId);
  expect(await alice.api.read(forged)).toMatchObject({ code: 'unasked-reply' });
  for (const node of [alice, bob, eve]) await node.close();
});

test('a replayed request is answered as before and changes nothing', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob', alice.clock);
  const request = await ask(alice);
  const first = await answer(bob, request);
  const before = bob.snapshot.peers;
  bob.clock.advance(60_000);
  expect(taken<Preview>(await bob.api.read(request))).toMatchObject({ act: 'answer-again' });
  const again = await bob.bringIn(request);
  expect(again.outcome).toMatchObject({ kind: 'nothing', why: 'handshake-answered-before' });
  expect(await taken<Carried>(again.reply).file.text()).toBe(first);
  expect(bob.snapshot.peers).toEqual(before);
  bob.clock.advance(30 * 60_000);
  await bob.bringIn(request);
  expect(bob.peer('alice').trust).toBe(Trust.EXPIRED);
  await alice.close();
  await bob.close();
});

test('a request without a nonce counts as new once its sender is not trusted any more', async () => {
  const alice = await openNode('alice');
  await alice.bringIn(handshake);
  alice.clock.advance(60_000);
  expect(taken<Preview>(await alice.api.read(handshake))).toMatchObject({ act: 'answer-again' });
  alice.clock.advance(30 * 60_000);
  await alice.api.wake();
  expect(alice.peer('sentinel-mcp').trust).toBe(Trust.EXPIRED);
  const back = await alice.bringIn(handshake);
  expect(back).toMatchObject({
    outcome: { what: 'handshake-verified' },
    backupOffered: alice.peer('sentinel-mcp').peerId,
  });
  await alice.close();
});

test('asking a known peer again makes it PENDING until it replies, or until the request is withdrawn', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  await pair(alice, bob);
  const { peerId } = alice.peer('bob');
  const request = await ask(alice, peerId);
  expect(alice.peer('bob').trust).toBe(Trust.PENDING);
  expect(await alice.api.takeOut(peerId, 'everything')).toMatchObject({ code: 'not-trusted', found: 'bob' });
  await alice.bringIn(await answer(bob, request));
  expect(alice.peer('bob').trust).toBe(Trust.VERIFIED);
  await ask(alice, peerId);
  const nonce = alice.snapshot.openHandshakes[0]?.nonce as string;
  expect(await taken<Carried>(await alice.api.handshakeAgain(nonce)).file.text()).toContain(nonce);
  await alice.api.withdrawHandshake(nonce);
  expect(alice.peer('bob').trust).toBe(Trust.VERIFIED);
  expect(alice.snapshot.openHandshakes).toEqual([]);
  expect(await alice.api.newHandshake('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  await alice.close();
  await bob.close();
});

test('what GoMCP prints after it shook hands with us is our reply', async () => {
  const alice = await openNode('alice');
  await ask(alice);
  const report = {
    local_hash: alice.snapshot.node?.genomeHash,
    local_node: 'sentinel-mcp',
    local_peer_id: 'peer_5f3a9c0e7b1d24688ace0135',
    match: true,
    remote_hash: alice.snapshot.node?.genomeHash,
    remote_peer_id: alice.snapshot.node?.peerId,
    trust: 'VERIFIED',
    trusted_peers: 1,
  };
  const other = { ...report, remote_peer_id: 'peer_somebody_else' };
  expect(await alice.api.read(JSON.stringify(other))).toMatchObject({ code: 'reply-to-another' });
  const wrapped = { content: [{ type: 'text', text: JSON.stringify(report, null, 2) }] };
  expect((await alice.bringIn(JSON.stringify(wrapped))).outcome).toMatchObject({ what: 'handshake-verified' });
  await alice.close();
});

test('a gene added by hand turns trusted peers away until they shake hands again', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  await pair(alice, bob);
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
  for (const node of [alice, bob, reopened]) await node.close();
});

test('a name can not pose as another: turned, hidden and missing characters are not shown', async () => {
  const alice = await openNode('alice');
  const from = { genome_hash: alice.snapshot.node?.genomeHash, timestamp: 1, nonce: 'n' };
  for (const [name, shown] of [
    ['sentinel\u202efdp.exe', 'sentinel fdp.exe'],
    ['\u200b\u2066bob\u2069', 'bob'],
    ['\n', 'peer_x'],
    ['Анна 👩‍💻', 'Анна 👩‍💻'],
  ] as const) {
    const request = JSON.stringify({ from_peer_id: 'peer_x', from_node: name, ...from, nonce: name });
    expect(taken<Preview>(await alice.api.read(request)).from).toMatchObject({ nodeName: shown });
    await alice.bringIn(request);
    expect(alice.snapshot.peers.map((peer) => peer.nodeName)).toEqual([shown]);
  }
  await alice.close();
});

test('what GoMCP prints answers every request anew: it is the same text each time', async () => {
  const alice = await openNode('alice');
  const self = alice.snapshot.node;
  const hashes = { local_hash: self?.genomeHash, remote_hash: self?.genomeHash, remote_peer_id: self?.peerId };
  const report = JSON.stringify({
    ...hashes,
    local_node: 'mcp',
    local_peer_id: 'peer_mcp',
    match: true,
    trust: 'VERIFIED',
  });
  await ask(alice);
  await alice.bringIn(report);
  alice.clock.advance(31 * 60_000);
  await alice.api.wake();
  expect(alice.peer('mcp').trust).toBe(Trust.EXPIRED);
  await ask(alice, 'peer_mcp');
  expect((await alice.bringIn(report)).outcome).toMatchObject({ what: 'handshake-verified' });
  expect(await alice.api.read(report)).toMatchObject({ act: 'nothing', about: 'trust-word' });
  await alice.close();
});

test('carried out twice is one drop', async () => {
  const alice = await openNode('alice');
  const carried = taken<Carried>(await alice.api.newHandshake(null));
  await alice.api.carriedOut(carried.dropId);
  const before = await alice.journalLength();
  expect(await alice.api.carriedOut(carried.dropId)).toMatchObject({ kind: 'nothing' });
  expect(await alice.journalLength()).toBe(before);
  await alice.close();
});
