import { expect, test } from 'vitest';
import type { Carried } from '../../../src/peer-api.ts';
import threatActors from '../../data/threat-actors.json?raw';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { taken } from '../../stories/support/open-node.ts';

test('a delta request of a trusted peer is answered with what it asks for', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const payload = JSON.parse(threatActors);
  const request = {
    from_peer_id: payload.from_peer_id,
    genome_hash: payload.genome_hash,
    since: '2026-01-01T00:00:00Z',
  };
  const text = JSON.stringify({ ...request, max_batch: 7 });
  expect(await node.preview(text)).toMatchObject({ act: 'answer-delta', since: request.since });
  const { outcome, reply } = await node.bringIn(text);
  expect(outcome).toMatchObject({ what: 'delta-answered', counts: { facts: 7 } });
  const response = JSON.parse(taken<Carried>(reply).text as string);
  expect(response).toMatchObject({ has_more: true, from_peer_id: node.snapshot.node?.peerId });
  expect(
    response.facts.every((fact: { created_at: string }) => Date.parse(fact.created_at) > Date.UTC(2026, 0, 1)),
  ).toBe(true);
  await node.close();
});
