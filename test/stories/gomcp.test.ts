import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/outcome.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Carried, Preview, Rows, ToolCalls } from '../../src/peer-api.ts';
import { canonicalBytes, dropIdOf } from '../../src/wire/canonical.ts';
import { readDocument } from '../../src/wire/read-document.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import status from '../data/gomcp-peer-status.json?raw';
import { handedOver, openNode, pair, type TestNode, taken } from './support/open-node.ts';

const MCP = 'sentinel-mcp';
const MCP_ID = 'peer_5f3a9c0e7b1d24688ace0135';
const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };

/** Alice, who trusts a GoMCP node and has one fact that is new for it. */
async function openAlice(): Promise<TestNode> {
  const alice = await openNode('alice');
  await alice.bringIn(status);
  await alice.api.addFact(FACT);
  return alice;
}

/** What GoMCP prints after it took in that payload of ours: Go writes a time without the zeros at its end. */
function importResult(payload: string, change: Readonly<Record<string, unknown>> = {}): string {
  const { from_peer_id, synced_at, facts, incidents = [] } = JSON.parse(payload);
  const result = {
    from_peer: from_peer_id,
    imported: facts.length,
    incidents_imported: incidents.length,
    synced_at: synced_at.replace(/\.?0+Z$/, 'Z'),
    total_incidents: incidents.length,
    total_sent: facts.length,
  };
  return JSON.stringify({ ...result, ...change }, null, 2);
}

const read = async (node: TestNode, text: string) => taken<Preview>(await node.api.read(text));

async function journalOf(node: TestNode, kind: 'arrival-confirmed' | 'backup-cleared') {
  return taken<Rows<object>>(await node.api.journal({ search: '', kind }, { offset: 0, limit: 100 })).rows;
}

describe('what GoMCP says of an import is a receipt', () => {
  test('it moves what is confirmed, once, and is no contact', async () => {
    const alice = await openAlice();
    const payload = await alice.takeOutText(MCP, 'new');
    expect(alice.peer(MCP)).toMatchObject({ waiting: 1, confirmedAt: null, unconfirmed: true });
    const { lastSeen, deadline } = alice.peer(MCP);
    const handedOverAt = alice.clock.now;
    alice.clock.advance(1000);
    const result = importResult(payload, { imported: 1 });
    expect(await read(alice, result)).toMatchObject({
      act: 'confirm-arrival',
      documentKind: 'tool_sync_facts',
      from: { peerId: MCP_ID, nodeName: MCP },
      arrival: { handedOverAt, facts: { taken: 1, total: 6 }, incidents: { taken: 0, total: 0 } },
      clearsBackup: false,
    });
    expect((await alice.bringIn(result)).outcome).toEqual({ kind: 'done', what: 'arrival-confirmed', peer: MCP });
    expect(alice.peer(MCP)).toMatchObject({ waiting: 0, confirmedAt: handedOverAt, unconfirmed: false });
    expect(alice.peer(MCP)).toMatchObject({ lastSeen, deadline });
    expect(await journalOf(alice, 'arrival-confirmed')).toMatchObject([{ nodeName: MCP, peerId: MCP_ID }]);
    expect(await read(alice, result)).toMatchObject({ act: 'nothing', arrival: { handedOverAt } });
    expect((await alice.bringIn(result)).outcome).toMatchObject({ kind: 'nothing', why: 'unchanged' });
    expect(await journalOf(alice, 'arrival-confirmed')).toHaveLength(1);
    await alice.close();
  });

  test('two previews of it, open at once, write it once', async () => {
    const alice = await openAlice();
    const result = importResult(await alice.takeOutText(MCP));
    const [one, other] = [await read(alice, result), await read(alice, result)];
    expect(outcomeOf(await alice.api.accept(one.id))).toMatchObject({ what: 'arrival-confirmed' });
    expect(outcomeOf(await alice.api.accept(other.id))).toMatchObject({ kind: 'nothing' });
    await alice.close();
  });

  test('an older one never takes back what a newer one said', async () => {
    const alice = await openAlice();
    const first = importResult(await alice.takeOutText(MCP));
    alice.clock.advance(1500);
    await alice.api.addFact({ ...FACT, content: 'It is open.' });
    const second = importResult(await alice.takeOutText(MCP));
    await alice.bringIn(second);
    const { confirmedAt } = alice.peer(MCP);
    expect(confirmedAt).toBe(alice.clock.now);
    expect(await read(alice, first)).toMatchObject({ act: 'nothing' });
    await alice.bringIn(first);
    expect(alice.peer(MCP)).toMatchObject({ confirmedAt, waiting: 0 });
    await alice.close();
  });

  test('of another node’s payload, or of one nobody remembers, it is refused', async () => {
    const alice = await openAlice();
    const payload = await alice.takeOutText(MCP);
    const read = (change: object) => alice.api.read(importResult(payload, { ...change }));
    expect(await read({ from_peer: 'peer_bob' })).toMatchObject({ code: 'import-of-another', found: 'peer_bob' });
    expect(await read({ from_peer: MCP_ID })).toMatchObject({ code: 'import-of-another', found: MCP });
    expect(await read({ synced_at: '2026-11-23T11:00:00Z' })).toMatchObject({ code: 'import-unknown' });
    expect(await read({ synced_at: undefined })).toMatchObject({ code: 'import-unknown' });
    expect(await read({ synced_at: '2026-11-23T13:00:00+01:00' })).toMatchObject({ act: 'confirm-arrival' });
    await alice.close();
  });

  test('made ready and never handed over is nothing that could have arrived', async () => {
    const alice = await openAlice();
    const carried = taken<Carried>(await alice.api.takeOut(MCP_ID, 'everything'));
    const result = importResult(await carried.file.text());
    expect(await alice.api.read(result)).toMatchObject({ code: 'import-unknown' });
    expect(alice.peer(MCP).unconfirmed).toBe(false);
    await alice.close();
  });

  test('who signs sends receipts: what was handed to both is taken as the other’s', async () => {
    const alice = await openAlice();
    const bob = await openNode('bob', alice.clock);
    await pair(bob, alice);
    await alice.bringIn(await bob.takeOutText('alice'));
    expect(alice.peer('bob').signedSince).not.toBeNull();
    const toBob = importResult(await alice.takeOutText('bob'));
    expect(await alice.api.read(toBob)).toMatchObject({ code: 'import-unknown' });
    expect(alice.peer('bob').unconfirmed).toBe(false);
    expect(await alice.api.confirmArrival(alice.peer('bob').peerId)).toMatchObject({ why: 'unchanged' });
    await alice.takeOutText(MCP, 'new');
    expect(await read(alice, toBob)).toMatchObject({ act: 'confirm-arrival', from: { nodeName: MCP } });
    await alice.close();
    await bob.close();
  });

  test('a time that fits what two of them were handed names neither', async () => {
    const alice = await openAlice();
    await alice.bringIn(JSON.stringify({ ...JSON.parse(status), self_id: 'peer_other', node_name: 'other' }));
    const result = importResult(await alice.takeOutText(MCP));
    await alice.api.addFact({ ...FACT, content: 'It is open.' });
    await alice.takeOutText('other');
    expect(await alice.api.read(result)).toMatchObject({ code: 'import-unknown' });
    await alice.close();
  });

  test('the backup that it took in is kept no longer', async () => {
    const alice = await openAlice();
    alice.clock.advance(31 * 60_000);
    await alice.api.wake();
    await alice.bringIn(handshake);
    expect(alice.peer(MCP).backup).toMatchObject({ offered: true });
    const backup = taken<Carried>(await alice.api.takeOutBackup(MCP_ID, MCP_ID, 'payload'));
    const result = importResult(await handedOver(alice, backup));
    expect(await read(alice, result)).toMatchObject({ act: 'confirm-arrival', clearsBackup: true });
    await alice.bringIn(result);
    // It says nothing of what came after the backup was made.
    expect(alice.peer(MCP)).toMatchObject({ backup: null, confirmedAt: null, waiting: 1 });
    expect(await journalOf(alice, 'backup-cleared')).toHaveLength(1);
    expect(await read(alice, result)).toMatchObject({ act: 'nothing' });
    await alice.close();
  });
});

describe('the person says that it arrived', () => {
  test('everything handed over so far counts, and nothing after it', async () => {
    const alice = await openAlice();
    expect(await alice.api.confirmArrival(MCP_ID)).toMatchObject({ kind: 'nothing', why: 'unchanged' });
    await alice.takeOutText(MCP);
    alice.clock.advance(1000);
    await alice.takeOutText(MCP, 'new');
    const handedOverAt = alice.clock.now;
    await alice.api.addFact({ ...FACT, content: 'It is open.' });
    alice.clock.advance(1000);
    expect(await alice.api.confirmArrival(MCP_ID)).toMatchObject({ what: 'arrival-confirmed', peer: MCP });
    expect(alice.peer(MCP)).toMatchObject({ waiting: 1, confirmedAt: handedOverAt, unconfirmed: false });
    expect(await alice.api.confirmArrival(MCP_ID)).toMatchObject({ kind: 'nothing' });
    expect(await journalOf(alice, 'arrival-confirmed')).toHaveLength(1);
    expect(await alice.api.confirmArrival('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
    await alice.close();
  });

  test('it is remembered by the next tab', async () => {
    const alice = await openAlice();
    const result = importResult(await alice.takeOutText(MCP));
    await alice.close();
    const again = await alice.secondTab();
    expect(again.peer(MCP).unconfirmed).toBe(true);
    expect((await again.bringIn(result)).outcome).toMatchObject({ what: 'arrival-confirmed' });
    await again.close();
  });
});

describe('a word that nobody had asked for', () => {
  const report = (alice: TestNode, change: object = {}) =>
    JSON.stringify({
      local_hash: alice.snapshot.node?.genomeHash,
      local_node: MCP,
      local_peer_id: MCP_ID,
      match: true,
      remote_hash: alice.snapshot.node?.genomeHash,
      remote_peer_id: alice.snapshot.node?.peerId,
      trust: 'VERIFIED',
      trusted_peers: 1,
      ...change,
    });

  test('of a peer that is trusted here: good to know, and nothing is written', async () => {
    const alice = await openAlice();
    const before = alice.snapshot;
    const preview = await read(alice, report(alice));
    expect(preview).toMatchObject({ act: 'nothing', about: 'trust-word', problem: null, from: { nodeName: MCP } });
    expect(outcomeOf(await alice.api.accept(preview.id))).toMatchObject({ kind: 'nothing' });
    await alice.api.discard((await read(alice, report(alice))).id);
    expect(alice.snapshot).toEqual(before);
    await alice.close();
  });

  test('of anybody else, or of another kind, it is refused as before', async () => {
    const alice = await openAlice();
    const otherHash = '0'.repeat(64);
    for (const change of [
      { local_peer_id: 'peer_stranger' },
      { match: false, trust: 'REJECTED' },
      { trust: 'UNKNOWN' },
      { local_hash: otherHash },
      { remote_hash: otherHash },
    ]) {
      expect(await alice.api.read(report(alice, change))).toMatchObject({ code: 'unasked-reply' });
    }
    expect(await alice.api.read(report(alice, { remote_peer_id: 'peer_x' }))).toMatchObject({
      code: 'reply-to-another',
    });
    alice.clock.advance(31 * 60_000);
    await alice.api.wake();
    expect(await alice.api.read(report(alice))).toMatchObject({ code: 'unasked-reply' });
    await alice.close();
  });
});

describe('what to type there', () => {
  test('names this node', async () => {
    const alice = await openAlice();
    const { peerId, nodeName, genomeHash } = alice.snapshot.node ?? {};
    const calls = taken<ToolCalls>(await alice.api.toolCalls(MCP_ID));
    const call = (name: string, args: object) => ({ name, arguments: args });
    expect(JSON.parse(calls.handshake)).toEqual(
      call('peer_handshake', { peer_id: peerId, peer_node: nodeName, peer_genome_hash: genomeHash }),
    );
    expect(JSON.parse(calls.status)).toEqual(call('peer_status', {}));
    expect(JSON.parse(calls.export)).toEqual(call('sync_facts', { mode: 'export', peer_id: peerId }));
    expect(JSON.parse(calls.backup)).toEqual(call('peer_backup', { peer_id: peerId }));
    expect(await alice.api.toolCalls('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
    await alice.close();
  });

  test('a call with what is new: the drop is the payload’s alone, and its import is a receipt', async () => {
    const alice = await openAlice();
    const plain = taken<Carried>(await alice.api.takeOut(MCP_ID, 'new'));
    const carried = taken<Carried>(await alice.api.takeOutCall(MCP_ID, 'new'));
    const { factCount, documentKind } = plain;
    expect(carried).toMatchObject({ factCount, documentKind });
    expect(carried.fileName).toMatch(/^synapse-alice-sync-facts-call-\d{8}-\d{4}\.json$/);
    const text = await handedOver(alice, carried);
    expect(text).toBe(carried.text);
    const { name, arguments: args } = JSON.parse(text);
    expect(carried.dropId).toBe(await dropIdOf(await canonicalBytes(JSON.parse(args.payload_json))));
    expect([name, args.mode, args.peer_id]).toEqual(['sync_facts', 'import', alice.snapshot.node?.peerId]);
    const reading = await readDocument(args.payload_json);
    if (isRefusal(reading) || reading.document.kind !== 'sync_payload') throw new Error('no payload');
    expect(reading.document.facts.map((fact) => fact.content)).toContain(FACT.content);
    expect(JSON.parse(args.payload_json).synapse).toHaveProperty('signature');
    expect(alice.peer(MCP)).toMatchObject({ unconfirmed: true, lastTakenOutAt: alice.clock.now });
    await alice.bringIn(importResult(args.payload_json));
    expect(alice.peer(MCP)).toMatchObject({ waiting: 0, unconfirmed: false });
    await alice.close();
  });

  test('what no clipboard holds is a file', async () => {
    const alice = await openAlice();
    await alice.api.addFact({ ...FACT, content: 'x"'.repeat(90_000) });
    // As a payload 180 kB and a backslash a quotation mark; inside of a call there are three.
    expect(taken<Carried>(await alice.api.takeOutCall(MCP_ID, 'new')).text).toBeNull();
    await alice.close();
  });

  test('only a trusted peer is given anything', async () => {
    const alice = await openAlice();
    await alice.api.newHandshake(MCP_ID);
    expect(await alice.api.takeOutCall(MCP_ID, 'new')).toMatchObject({ code: 'not-trusted' });
    expect(await alice.api.toolCalls(MCP_ID)).toMatchObject({ kind: 'tool-calls' });
    await alice.close();
  });
});
