/** Drops in any order, any number of times, and in a circle: all end in the same store. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import edited from '../data/threat-actors-edited.json?raw';
import { anyOrder } from './support/any-order.ts';
import { openTrustingGomcp } from './support/gomcp.ts';
import { pair, type TestNode } from './support/open-node.ts';
import { openNodes } from './support/open-nodes.ts';
import { factRows, incidentRows } from './support/rows.ts';

const PAYLOAD = JSON.parse(threatActors);

/** Five drops with overlapping facts, each of another time. Two have incidents, two have other times of the genes. */
const DROPS = [0, 30, 60, 90, 120].map((from, index) => {
  const genes = PAYLOAD.facts
    .slice(0, 5)
    .map((gene: object) => ({ ...gene, created_at: `2025-02-0${8 - index}T07:33:20Z` }));
  return JSON.stringify({
    ...PAYLOAD,
    facts: [...(index % 2 ? genes : []), ...PAYLOAD.facts.slice(5 + from, 5 + from + 50)],
    ...(index > 2 && { incidents: JSON.parse(edited).incidents.slice(index - 3) }),
    synced_at: `2026-03-0${index + 1}T10:00:00Z`,
  });
});

/** Facts and incidents without what differs from node to node: who brought them, and when. */
async function carriedContent(node: TestNode) {
  const facts = (await factRows(node)).map(({ fact }) => fact);
  const incidents = (await incidentRows(node)).map(({ incident }) => incident);
  const sorted = <T extends { id: string }>(rows: readonly T[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { facts: sorted(facts), incidents: sorted(incidents), conflicts: node.snapshot.counts.conflicts };
}

test('five drops, in any order and repeated, end in the same store', async () => {
  let first: Awaited<ReturnType<typeof carriedContent>> | null = null;
  await fc.assert(
    fc.asyncProperty(anyOrder(5, 4), async (order) => {
      const node = await openTrustingGomcp();
      for (const index of order) {
        const preview = await node.preview(DROPS[index] as string);
        if (preview.act !== 'nothing') await node.api.accept(preview.id);
      }
      const content = await carriedContent(node);
      first ??= content;
      expect(content).toEqual(first);
      expect(node.peer('sentinel-mcp').factCount).toBe(170);
      await node.close();
    }),
    { numRuns: 15 },
  );
});

test('facts and incidents that go from Alice to Bob to Carol come back to Alice as they were', async () => {
  const { alice, bob, carol, close } = await openNodes('alice', 'bob', 'carol');
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  await alice.bringIn(edited);
  await pair(alice, bob);
  await pair(bob, carol);
  await pair(carol, alice);
  const before = await carriedContent(alice);
  await bob.bringIn(await alice.takeOutText('bob'));
  await carol.bringIn(await bob.takeOutText('carol'));
  const back = await carol.takeOutText('alice');
  expect(await alice.preview(back)).toMatchObject({
    facts: { fresh: 0, present: 984, genes: 5, conflicts: 0, refused: 0 },
    incidents: { fresh: 0, present: 2, updates: 0, views: 0, refused: 0 },
  });
  await alice.bringIn(back);
  expect(await carriedContent(alice)).toEqual(before);
  for (const node of [bob, carol]) expect(await carriedContent(node)).toEqual({ ...before, conflicts: 0 });
  await close();
});
