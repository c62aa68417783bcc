import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactRow, IncidentRow, Preview, Rows } from '../../src/peer-api.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import edited from '../data/threat-actors-edited.json?raw';
import { openNode, pair, type TestNode, taken } from './support/open-node.ts';

const ALL = { offset: 0, limit: 10_000 };
const PAYLOAD = JSON.parse(threatActors);

/** Five drops that overlap: pages of the same facts, two with incidents, each told at another time, one with other gene times. */
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

async function contentOf(node: TestNode) {
  const facts = taken<Rows<FactRow>>(await node.api.facts({ search: '' }, ALL)).rows.map(({ fact }) => fact);
  const incidents = taken<Rows<IncidentRow>>(await node.api.incidents({ search: '' }, ALL)).rows.map(
    ({ incident }) => incident,
  );
  const sorted = <T extends { id: string }>(rows: readonly T[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { facts: sorted(facts), incidents: sorted(incidents), conflicts: node.snapshot.counts.conflicts };
}

test('any order and any repetition of five drops ends in the same store', async () => {
  let first: Awaited<ReturnType<typeof contentOf>> | null = null;
  const orders = fc
    .shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    .chain((order) =>
      fc.array(fc.constantFrom(...order), { maxLength: 4 }).map((again) => [...again, ...order, ...again]),
    );
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const node = await openNode('alice');
      await node.bringIn(handshake);
      for (const index of order) {
        const preview = taken<Preview>(await node.api.read(DROPS[index] as string));
        if (preview.act !== 'nothing') await node.api.accept(preview.id);
      }
      const content = await contentOf(node);
      first ??= content;
      expect(content).toEqual(first);
      expect(node.peer('sentinel-mcp').factCount).toBe(170);
      await node.close();
    }),
    { numRuns: 15 },
  );
});

test('A to B to C to A: every field of every fact and incident is the same, and nothing is new at A', async () => {
  const a = await openNode('a');
  const b = await openNode('b', a.clock);
  const c = await openNode('c', a.clock);
  await a.bringIn(handshake);
  await a.bringIn(threatActors);
  await a.bringIn(edited);
  await pair(a, b);
  await pair(b, c);
  await pair(c, a);
  const before = await contentOf(a);
  await b.bringIn(await a.takeOutText('b'));
  await c.bringIn(await b.takeOutText('c'));
  const back = await c.takeOutText('a');
  expect(taken<Preview>(await a.api.read(back))).toMatchObject({
    facts: { fresh: 0, present: 984, genes: 5, conflicts: 0, refused: 0 },
    incidents: { fresh: 0, present: 2, updates: 0, views: 0, refused: 0 },
  });
  await a.bringIn(back);
  expect(await contentOf(a)).toEqual(before);
  for (const node of [b, c]) expect(await contentOf(node)).toEqual({ ...before, conflicts: 0 });
  for (const node of [a, b, c]) await node.close();
});
