import { expect, test } from 'vitest';
import type { Done } from '../../../src/domain/outcome.ts';
import { NEVER, parseTime } from '../../../src/domain/time.ts';
import type { Carried, PayloadPreview } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { Clock, handedOver, openNode, pair, taken } from '../../stories/support/open-node.ts';
import { rewritten } from '../../stories/support/rewritten.ts';

test('a delta request of a trusted peer is answered with what it asks for', async () => {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  await node.bringIn(threatActors);
  const payload = JSON.parse(threatActors);
  const request = {
    from_peer_id: payload.from_peer_id,
    genome_hash: payload.genome_hash,
    since: '2026-01-01T00:00:00Z',
  };
  const text = JSON.stringify({ ...request, max_batch: 7 });
  expect(taken<PayloadPreview>(await node.api.read(text))).toMatchObject({ act: 'answer-delta', since: request.since });
  const { outcome, reply } = await node.bringIn(text);
  expect(outcome).toMatchObject({ what: 'delta-answered', counts: { facts: 7 } });
  const response = JSON.parse(taken<Carried>(reply).text as string);
  expect(response).toMatchObject({ has_more: true, from_peer_id: node.snapshot.node?.peerId });
  expect(
    response.facts.every((fact: { created_at: string }) => Date.parse(fact.created_at) > Date.UTC(2026, 0, 1)),
  ).toBe(true);
  await node.close();
});

test('pages of a delta go to and fro until everything is there, oldest first', async () => {
  const clock = new Clock();
  const [alice, bob] = [await openNode('alice', clock), await openNode('bob', clock)];
  await pair(alice, bob);
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  const selfId = taken(bob.snapshot.node).peerId;
  const ask = { from_peer_id: selfId, genome_hash: taken(bob.snapshot.node).genomeHash, since: NEVER, max_batch: 400 };
  let request: Carried | null = null;
  const brought: number[] = [];
  for (;;) {
    const text = request ? await handedOver(bob, request) : await rewritten(bob, '{}', ask);
    const page = await handedOver(alice, taken<Carried>((await alice.bringIn(text)).reply));
    const times = JSON.parse(page).facts.map((fact: { created_at: string }) => parseTime(fact.created_at));
    expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : 1)));
    expect(taken<PayloadPreview>(await bob.api.read(page)).hasMore).toBe(brought.length < 2);
    const { outcome, reply } = await bob.bringIn(page);
    brought.push((outcome as Done).counts?.facts ?? -1);
    if (!reply) break;
    expect(reply.documentKind).toBe('delta_sync_request');
    request = reply;
    // The same page again brings nothing but the request, once more.
    expect(taken<PayloadPreview>(await bob.api.read(page))).toMatchObject({ act: 'ask-on', hasMore: true });
    expect((await bob.bringIn(page)).reply).not.toBeNull();
    expect(bob.snapshot.counts.facts).toBe(5 + brought.reduce((sum, count) => sum + count, 0));
  }
  expect(bob.snapshot.counts.facts).toBe(989);
  expect(brought).toHaveLength(3);
  await alice.close();
  await bob.close();
});
