/** A GoMCP node as a peer: it signs nothing and sends no receipts, so what it prints has to say what arrived. */
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { NEVER } from '../../src/domain/time.ts';
import type { Carried, ToolCalls } from '../../src/peer-api.ts';
import { canonicalBytes, dropIdOf } from '../../src/wire/canonical.ts';
import { readDocument } from '../../src/wire/read-document.ts';
import gomcpDelta from '../data/gomcp-delta.json?raw';
import handshake from '../data/gomcp-handshake-request.json?raw';
import status from '../data/gomcp-peer-status.json?raw';
import resonance from '../data/gomcp-resonance.json?raw';
import { deltaRequest } from './support/delta-request.ts';
import { GOMCP, GOMCP_ID, handshakeReport, importReport } from './support/gomcp.ts';
import { incidentDraft } from './support/incident-draft.ts';
import { handedOver, openEmptyNode, openNode, pair, type TestNode, taken } from './support/open-node.ts';
import { openPair } from './support/open-nodes.ts';
import { rewritten } from './support/rewritten.ts';
import { journalRows } from './support/rows.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };

/** Alice, who trusts the GoMCP node and has one fact that is new for it. */
async function openAlice(): Promise<TestNode> {
  const alice = await openNode('alice');
  await alice.bringIn(status);
  await alice.api.addFact(FACT);
  return alice;
}

describe('what GoMCP prints after an import is a receipt', () => {
  test('it confirms the arrival once, and is no contact', async () => {
    const alice = await openAlice();
    const payload = await alice.takeOutText(GOMCP, 'new');
    expect(alice.peer(GOMCP)).toMatchObject({ waiting: 1, confirmedAt: null, unconfirmed: true });
    const { lastSeen, deadline } = alice.peer(GOMCP);
    const handedOverAt = alice.clock.now;
    alice.clock.advance(1000);
    const result = importReport(payload, { imported: 1 });
    expect(await alice.preview(result)).toMatchObject({
      act: 'confirm-arrival',
      documentKind: 'tool_sync_facts',
      from: { peerId: GOMCP_ID, nodeName: GOMCP },
      arrival: { handedOverAt, facts: { taken: 1, total: 6 }, incidents: { taken: 0, total: 0 } },
      clearsBackup: false,
    });
    expect((await alice.bringIn(result)).outcome).toEqual({ kind: 'done', what: 'arrival-confirmed', peer: GOMCP });
    expect(alice.peer(GOMCP)).toMatchObject({ waiting: 0, confirmedAt: handedOverAt, unconfirmed: false });
    expect(alice.peer(GOMCP)).toMatchObject({ lastSeen, deadline });
    expect(await journalRows(alice, { kind: 'arrival-confirmed' })).toMatchObject([
      { nodeName: GOMCP, peerId: GOMCP_ID },
    ]);
    expect(await alice.preview(result)).toMatchObject({ act: 'nothing', arrival: { handedOverAt } });
    expect((await alice.bringIn(result)).outcome).toMatchObject({ kind: 'nothing', why: 'unchanged' });
    expect(await journalRows(alice, { kind: 'arrival-confirmed' })).toHaveLength(1);
    await alice.close();
  });

  test('if two previews of it are open at once, only the first Accept confirms', async () => {
    const alice = await openAlice();
    const result = importReport(await alice.takeOutText(GOMCP));
    const [one, other] = [await alice.preview(result), await alice.preview(result)];
    expect(outcomeOf(await alice.api.accept(one.id))).toMatchObject({ what: 'arrival-confirmed' });
    expect(outcomeOf(await alice.api.accept(other.id))).toMatchObject({ kind: 'nothing' });
    await alice.close();
  });

  test('an older report never takes back what a newer one confirmed', async () => {
    const alice = await openAlice();
    const first = importReport(await alice.takeOutText(GOMCP));
    alice.clock.advance(1500);
    await alice.api.addFact({ ...FACT, content: 'It is open.' });
    const second = importReport(await alice.takeOutText(GOMCP));
    await alice.bringIn(second);
    const { confirmedAt } = alice.peer(GOMCP);
    expect(confirmedAt).toBe(alice.clock.now);
    expect(await alice.preview(first)).toMatchObject({ act: 'nothing' });
    await alice.bringIn(first);
    expect(alice.peer(GOMCP)).toMatchObject({ confirmedAt, waiting: 0 });
    await alice.close();
  });

  test('a report of another node’s payload, or of one that is not known here, is refused', async () => {
    const alice = await openAlice();
    const payload = await alice.takeOutText(GOMCP);
    const read = (change: object) => alice.api.read(importReport(payload, change));
    expect(await read({ from_peer: 'peer_bob' })).toMatchObject({ code: 'import-of-another', found: 'peer_bob' });
    expect(await read({ from_peer: GOMCP_ID })).toMatchObject({ code: 'import-of-another', found: GOMCP });
    expect(await read({ synced_at: '2026-11-23T11:00:00Z' })).toMatchObject({ code: 'import-unknown' });
    expect(await read({ synced_at: undefined })).toMatchObject({ code: 'import-unknown' });
    expect(await read({ synced_at: '2026-11-23T13:00:00+01:00' })).toMatchObject({ act: 'confirm-arrival' });
    await alice.close();
  });

  test('a report that names nobody is told, confirms nothing, and writes nothing', async () => {
    const alice = await openAlice();
    const payload = await alice.takeOutText(GOMCP);
    const before = alice.snapshot;
    const report = importReport(payload, { from_peer: '', imported: 2 });
    const preview = await alice.preview(report);
    expect(preview).toMatchObject({
      about: 'nameless-arrival',
      act: 'nothing',
      from: null,
      arrival: { handedOverAt: null, facts: { taken: 2, total: 6 }, incidents: { taken: 0, total: 0 } },
    });
    expect(outcomeOf(await alice.api.accept(preview.id))).toMatchObject({ kind: 'nothing' });
    await alice.api.discard((await alice.preview(report)).id);
    expect(alice.snapshot).toEqual(before);
    expect(alice.peer(GOMCP)).toMatchObject({ unconfirmed: true });
    await alice.close();
  });

  test('a payload that was made ready and never handed over cannot have arrived', async () => {
    const alice = await openAlice();
    const carried = taken<Carried>(await alice.api.takeOut(GOMCP_ID, 'everything'));
    const result = importReport(await carried.file.text());
    expect(await alice.api.read(result)).toMatchObject({ code: 'import-unknown' });
    expect(alice.peer(GOMCP).unconfirmed).toBe(false);
    await alice.close();
  });

  test('a report is never of a peer that signs: such a peer sends receipts itself', async () => {
    const alice = await openAlice();
    const bob = await openNode('bob', alice.clock);
    await pair(bob, alice);
    await alice.bringIn(await bob.takeOutText('alice'));
    expect(alice.peer('bob').signedSince).not.toBeNull();
    const toBob = importReport(await alice.takeOutText('bob'));
    expect(await alice.api.read(toBob)).toMatchObject({ code: 'import-unknown' });
    expect(alice.peer('bob').unconfirmed).toBe(false);
    expect(await alice.api.confirmArrival(alice.peer('bob').peerId)).toMatchObject({ why: 'unchanged' });
    await alice.takeOutText(GOMCP, 'new');
    expect(await alice.preview(toBob)).toMatchObject({ act: 'confirm-arrival', from: { nodeName: GOMCP } });
    await alice.close();
    await bob.close();
  });

  test('a report whose time fits payloads for two peers is refused', async () => {
    const alice = await openAlice();
    await alice.bringIn(JSON.stringify({ ...JSON.parse(status), self_id: 'peer_other', node_name: 'other' }));
    const result = importReport(await alice.takeOutText(GOMCP));
    await alice.api.addFact({ ...FACT, content: 'It is open.' });
    await alice.takeOutText('other');
    expect(await alice.api.read(result)).toMatchObject({ code: 'import-unknown' });
    await alice.close();
  });

  test('incidents that GoMCP did not import are still new for it', async () => {
    const alice = await openNode('alice');
    await alice.bringIn(status);
    await alice.api.addIncident(incidentDraft('one'));
    await alice.api.addIncident(incidentDraft('two'));
    const report = importReport(await alice.takeOutText(GOMCP), { imported: 0, incidents_imported: 0 });
    const accepted = await alice.bringIn(report);
    expect.soft(accepted.outcome).toMatchObject({ kind: 'done', what: 'arrival-confirmed' });
    expect.soft(alice.peer(GOMCP).waitingIncidents).toBe(2);
    await alice.close();
  });

  test('a backup that GoMCP imported is cleared', async () => {
    const alice = await openAlice();
    alice.clock.advance(31 * 60_000);
    await alice.api.wake();
    await alice.bringIn(handshake);
    expect(alice.peer(GOMCP).backup).toMatchObject({ offered: true });
    const backup = taken<Carried>(await alice.api.takeOutBackup(GOMCP_ID, GOMCP_ID, 'payload'));
    const result = importReport(await handedOver(alice, backup));
    expect(await alice.preview(result)).toMatchObject({ act: 'confirm-arrival', clearsBackup: true });
    await alice.bringIn(result);
    // The report does not confirm what is newer than the backup.
    expect(alice.peer(GOMCP)).toMatchObject({ backup: null, confirmedAt: null, waiting: 1 });
    expect(await journalRows(alice, { kind: 'backup-cleared' })).toHaveLength(1);
    expect(await alice.preview(result)).toMatchObject({ act: 'nothing' });
    await alice.close();
  });
});

describe('a person confirms the arrival', () => {
  test('everything handed over so far counts as arrived, and nothing later', async () => {
    const alice = await openAlice();
    expect(await alice.api.confirmArrival(GOMCP_ID)).toMatchObject({ kind: 'nothing', why: 'unchanged' });
    await alice.takeOutText(GOMCP);
    alice.clock.advance(1000);
    await alice.takeOutText(GOMCP, 'new');
    const handedOverAt = alice.clock.now;
    await alice.api.addFact({ ...FACT, content: 'It is open.' });
    alice.clock.advance(1000);
    expect(await alice.api.confirmArrival(GOMCP_ID)).toMatchObject({ what: 'arrival-confirmed', peer: GOMCP });
    expect(alice.peer(GOMCP)).toMatchObject({ waiting: 1, confirmedAt: handedOverAt, unconfirmed: false });
    expect(await alice.api.confirmArrival(GOMCP_ID)).toMatchObject({ kind: 'nothing' });
    expect(await journalRows(alice, { kind: 'arrival-confirmed' })).toHaveLength(1);
    expect(await alice.api.confirmArrival('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
    await alice.close();
  });

  test('nothing is confirmed if a domain was put back after everything was handed over', async () => {
    const alice = await openAlice();
    await alice.api.leaveOut(GOMCP_ID, FACT.domain, true);
    await alice.takeOutText(GOMCP);
    await alice.api.leaveOut(GOMCP_ID, FACT.domain, false);
    expect.soft(await alice.api.confirmArrival(GOMCP_ID)).toMatchObject({ kind: 'nothing' });
    expect.soft(await alice.api.confirmArrival(GOMCP_ID)).toMatchObject({ kind: 'nothing' });
    expect.soft(alice.peer(GOMCP).unconfirmed).toBe(false);
    expect.soft(alice.peer(GOMCP)).toMatchObject({ confirmedAt: null, waiting: 1 });
    await alice.close();
  });

  test('what was handed over is known in the next tab', async () => {
    const alice = await openAlice();
    const result = importReport(await alice.takeOutText(GOMCP));
    await alice.close();
    const again = await alice.secondTab();
    expect(again.peer(GOMCP).unconfirmed).toBe(true);
    expect((await again.bringIn(result)).outcome).toMatchObject({ what: 'arrival-confirmed' });
    await again.close();
  });
});

describe('a handshake report that nobody asked for', () => {
  test('is shown and writes nothing if its peer is trusted here', async () => {
    const alice = await openAlice();
    const before = alice.snapshot;
    const preview = await alice.preview(handshakeReport(alice));
    expect(preview).toMatchObject({ act: 'nothing', about: 'trust-word', problem: null, from: { nodeName: GOMCP } });
    expect(outcomeOf(await alice.api.accept(preview.id))).toMatchObject({ kind: 'nothing' });
    await alice.api.discard((await alice.preview(handshakeReport(alice))).id);
    expect(alice.snapshot).toEqual(before);
    await alice.close();
  });

  test('is refused if its peer is not trusted here, or if it says anything else', async () => {
    const alice = await openAlice();
    const otherHash = '0'.repeat(64);
    for (const change of [
      { local_peer_id: 'peer_stranger' },
      { match: false, trust: 'REJECTED' },
      { trust: 'UNKNOWN' },
      { local_hash: otherHash },
      { remote_hash: otherHash },
    ]) {
      expect(await alice.api.read(handshakeReport(alice, change))).toMatchObject({ code: 'unasked-reply' });
    }
    expect(await alice.api.read(handshakeReport(alice, { remote_peer_id: 'peer_x' }))).toMatchObject({
      code: 'reply-to-another',
    });
    alice.clock.advance(31 * 60_000);
    await alice.api.wake();
    expect(await alice.api.read(handshakeReport(alice))).toMatchObject({ code: 'unasked-reply' });
    await alice.close();
  });
});

describe('after add_gene GoMCP states another genome hash than in its handshake', () => {
  const GROWN = 'f'.repeat(64);

  test('what it exports is refused as its disagreement with itself, a delta too', async () => {
    const alice = await openAlice();
    const moved = { kind: 'refused', code: 'hash-mismatch', disagrees: true, place: '/genome_hash', found: GROWN };
    const payload = { version: '1.1', from_peer_id: GOMCP_ID, genome_hash: GROWN, facts: [] };
    expect(await alice.api.read(JSON.stringify(payload))).toMatchObject(moved);
    const page = { ...JSON.parse(gomcpDelta), from_peer_id: GOMCP_ID, genome_hash: GROWN };
    expect(await alice.api.read(JSON.stringify(page))).toMatchObject(moved);
    const { facts: _, synced_at: __, has_more: ___, ...request } = page;
    expect(await alice.api.read(JSON.stringify({ ...request, since: '0001-01-01T00:00:00Z' }))).toMatchObject(moved);
    await alice.close();
  });

  test('a peer that has signed has another genome, and nothing more is known', async () => {
    const { alice, bob, close } = await openPair();
    const payload = await rewritten(bob, await bob.takeOutText('alice'), { genome_hash: GROWN });
    expect(await alice.api.read(payload)).toMatchObject({ code: 'hash-mismatch', found: GROWN });
    await close();
  });
});

describe('calls to type into GoMCP', () => {
  test('the calls name this node', async () => {
    const alice = await openAlice();
    const { peerId, nodeName, genomeHash } = alice.snapshot.node ?? {};
    const calls = taken<ToolCalls>(await alice.api.toolCalls(GOMCP_ID));
    const call = (name: string, args: object) => ({ name, arguments: args });
    expect(JSON.parse(calls.handshake)).toEqual(
      call('peer_handshake', { peer_id: peerId, peer_node: nodeName, peer_genome_hash: genomeHash }),
    );
    expect(JSON.parse(calls.status)).toEqual(call('peer_status', {}));
    expect(JSON.parse(calls.export)).toEqual(call('sync_facts', { mode: 'export', peer_id: peerId }));
    expect(JSON.parse(calls.backup)).toEqual(call('peer_backup', { peer_id: peerId }));
    expect(JSON.parse(calls.genes)).toEqual(call('list_genes', {}));
    expect(JSON.parse(calls.resonance)).toEqual(
      call('force_resonance_handshake', { peer_id: peerId, peer_node: nodeName, peer_genome_hash: genomeHash }),
    );
    expect(await alice.api.toolCalls('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
    await alice.close();
  });

  test('a delta is asked for from the newest payload on, or from the beginning if more may be missing', async () => {
    const alice = await openAlice();
    const delta = async () => JSON.parse(taken<ToolCalls>(await alice.api.toolCalls(GOMCP_ID)).delta);
    const from = (since: string) => ({ name: 'delta_sync', arguments: { since, max_batch: 100 } });
    expect(await delta()).toEqual(from(NEVER));
    await alice.bringIn(JSON.stringify(JSON.parse(resonance).sync_payload));
    expect(await delta()).toEqual(from(JSON.parse(resonance).sync_payload.synced_at));
    await alice.bringIn(gomcpDelta);
    expect(await delta()).toEqual(from(NEVER));
    await alice.close();
  });

  test('the drop id of a call with facts is that of the payload alone, and its import is a receipt', async () => {
    const alice = await openAlice();
    const plain = taken<Carried>(await alice.api.takeOut(GOMCP_ID, 'new'));
    const carried = taken<Carried>(await alice.api.takeOutCall(GOMCP_ID, 'new'));
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
    expect(alice.peer(GOMCP)).toMatchObject({ unconfirmed: true, lastTakenOutAt: alice.clock.now });
    await alice.bringIn(importReport(args.payload_json));
    expect(alice.peer(GOMCP)).toMatchObject({ waiting: 0, unconfirmed: false });
    await alice.close();
  });

  test('a call that is too long for the clipboard is a file', async () => {
    const alice = await openAlice();
    await alice.api.addFact({ ...FACT, content: 'x"'.repeat(90_000) });
    // 180 kB as a payload, with a backslash before each quotation mark; inside a call there are three of them.
    expect(taken<Carried>(await alice.api.takeOutCall(GOMCP_ID, 'new')).text).toBeNull();
    await alice.close();
  });

  test('only a trusted peer is given facts', async () => {
    const alice = await openAlice();
    await alice.api.newHandshake(GOMCP_ID);
    expect(await alice.api.takeOutCall(GOMCP_ID, 'new')).toMatchObject({ code: 'not-trusted' });
    expect(await alice.api.toolCalls(GOMCP_ID)).toMatchObject({ kind: 'tool-calls' });
    await alice.close();
  });
});

describe('what no tool of GoMCP reads has a call instead', () => {
  test('the call that follows a peer status makes GoMCP trust this node, each time the status is read', async () => {
    const alice = await openNode('alice');
    const { peerId, nodeName, genomeHash } = alice.snapshot.node ?? {};
    for (const _ of ['first', 'again']) {
      const { instead } = taken<Carried>((await alice.bringIn(status)).reply);
      expect(instead).toMatchObject({ tool: 'peer_handshake', isLikely: true });
      expect(JSON.parse(instead?.call ?? '')).toEqual({
        name: 'peer_handshake',
        arguments: { peer_id: peerId, peer_node: nodeName, peer_genome_hash: genomeHash },
      });
    }
    await alice.close();
  });

  test('a node that writes a handshake is given the reply, and the call beside it', async () => {
    const alice = await openNode('alice');
    const { instead, text } = taken<Carried>((await alice.bringIn(handshake)).reply);
    expect(instead).toMatchObject({ tool: 'peer_handshake', isLikely: false });
    expect(JSON.parse(text ?? '')).toMatchObject({ to_node: 'alice', match: true });
    await alice.close();
  });

  test('if GoMCP lives by another genome, it is asked for its genes', async () => {
    const alice = await openNode('alice');
    const other = { ...JSON.parse(status), genome_hash: '0'.repeat(64) };
    const { instead } = taken<Carried>((await alice.bringIn(JSON.stringify(other))).reply);
    expect(instead).toMatchObject({ tool: 'list_genes', isLikely: true });
    expect(JSON.parse(instead?.call ?? '')).toEqual({ name: 'list_genes', arguments: {} });
    await alice.close();
  });

  test('the call for the next page asks for what the request would ask for', async () => {
    const alice = await openAlice();
    const page = { ...JSON.parse(gomcpDelta), has_more: true };
    const { instead, text } = taken<Carried>((await alice.bringIn(JSON.stringify(page))).reply);
    const { since, max_batch } = JSON.parse(text ?? '');
    expect(instead).toMatchObject({ tool: 'delta_sync', isLikely: true });
    expect(JSON.parse(instead?.call ?? '')).toEqual({ name: 'delta_sync', arguments: { since, max_batch } });
    expect([since, max_batch]).toEqual([NEVER, Math.max(100, page.facts.length * 10)]);
    await alice.close();
  });

  test('a handshake for a peer that never signed has one, and so has one that anybody may answer', async () => {
    const alice = await openAlice();
    const asked = taken<Carried>(await alice.api.newHandshake(GOMCP_ID));
    expect(asked.instead).toMatchObject({ tool: 'peer_handshake', isLikely: true });
    const [open] = alice.snapshot.openHandshakes;
    expect(taken<Carried>(await alice.api.handshakeAgain(open?.nonce ?? '')).instead).toEqual(asked.instead);
    expect(taken<Carried>(await alice.api.newHandshake(null)).instead).toEqual({ ...asked.instead, isLikely: false });
    await alice.close();
  });

  test('nothing that goes to a peer that signs has one', async () => {
    const { alice, bob, close } = await openPair();
    await alice.api.addFact(FACT);
    const answer = taken<Carried>((await alice.bringIn(await deltaRequest(bob, 1))).reply);
    const next = taken<Carried>((await bob.bringIn(await handedOver(alice, answer))).reply);
    const request = taken<Carried>(await alice.api.newHandshake(alice.peer('bob').peerId));
    const reply = taken<Carried>((await bob.bringIn(await handedOver(alice, request))).reply);
    for (const document of [answer, next, request, reply]) expect(document).not.toHaveProperty('instead');
    await close();
  });
});

describe('a refusal for another genome tells a GoMCP node from one that opens genome files', () => {
  const otherHash = '0'.repeat(64);
  const withHash = (text: string) => JSON.stringify({ ...JSON.parse(text), genome_hash: otherHash });
  const mismatch = { code: 'hash-mismatch', found: otherHash };

  test('a payload, a page, a resonance without a payload and a backup of GoMCP', async () => {
    const alice = await openAlice();
    const payload = JSON.stringify(JSON.parse(resonance).sync_payload);
    expect(await alice.api.read(withHash(payload))).toMatchObject({ ...mismatch, isGomcp: true });
    expect(await alice.api.read(withHash(gomcpDelta))).toMatchObject({ ...mismatch, isGomcp: true });
    const refused = { local_hash: otherHash, match: false, phase: 'handshake', remote_hash: 'x', trust: 'REJECTED' };
    expect(await alice.api.read(JSON.stringify(refused))).toMatchObject({ ...mismatch, isGomcp: true });
    const backup = { peer_id: alice.snapshot.node?.peerId, genome_hash: otherHash, backed_up_at: NEVER };
    expect(await alice.api.read(JSON.stringify(backup))).toMatchObject({ ...mismatch, isGomcp: true });
    await alice.close();
  });

  test('a peer that signs is not taken for GoMCP', async () => {
    const { alice, bob, close } = await openPair();
    const payload = await rewritten(alice, await alice.takeOutText('bob'), { genome_hash: otherHash });
    expect(await bob.api.read(payload)).toMatchObject({ ...mismatch, isGomcp: false });
    await close();
  });

  test('a node without genes is told to get those of GoMCP', async () => {
    const empty = await openEmptyNode('empty');
    expect(await empty.api.read(status)).toMatchObject({ code: 'no-genome', isGomcp: true });
    expect(await empty.api.read(handshakeReport(empty))).toMatchObject({ code: 'no-genome', isGomcp: true });
    expect(await empty.api.read(handshake)).toMatchObject({ code: 'no-genome', isGomcp: false });
    await empty.close();
  });
});
