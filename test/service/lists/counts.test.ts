import { expect, test } from 'vitest';
import type { ExchangeCounts, FactCounts, FactRows } from '../../../src/peer-api.ts';
import { GOMCP_ID, openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { closeAll, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { idOfFact } from '../../stories/support/rows.ts';
import { unsignedPayload, wireFact } from '../../stories/support/unsigned.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: '' };

const countsOf = async (node: TestNode) => taken<FactCounts>(await node.api.factCounts());

/** A payload of the GoMCP node with these facts; each is [id, level, domain, created_at]. */
function drop(node: TestNode, facts: readonly (readonly [string, number, string, string])[]): Blob {
  const rows = facts.map(([id, level, domain, created_at]) =>
    wireFact(id, `${id} is open`, { level, domain, created_at }),
  );
  return new Blob([unsignedPayload(node, GOMCP_ID, rows)]);
}

test('facts are counted by level, domain and month, after every change and in another tab too', async () => {
  const node = await openTrustingGomcp();
  expect(await countsOf(node)).toMatchObject({ total: 5, levels: [5, 0, 0, 0], months: [], undated: 5 });
  await node.bringIn(
    drop(node, [
      ['one', 1, 'roads', '2025-12-31T23:59:59.999999999+05:00'],
      ['two', 1, 'roads', '2026-01-01T00:00:00Z'],
      ['three', 0, '', '2026-01-31T00:00:00Z'],
      ['four', 1, 'rivers', '0001-01-01T00:00:00Z'],
    ]),
  );
  await node.api.addFact({ ...FACT, level: 3 });
  expect(await countsOf(node)).toMatchObject({
    total: 10,
    levels: [6, 3, 0, 1],
    months: [
      { month: '2025-12', count: 1 },
      { month: '2026-01', count: 2 },
      { month: '2026-11', count: 1 },
    ],
    undated: 6,
  });
  const roads = async () => (await countsOf(node)).domains.find(({ domain }) => domain === 'roads')?.count;
  expect(await roads()).toBe(3);
  await node.api.editFact(await idOfFact(node, 'one is'), { ...FACT, level: 2, domain: 'bridges' });
  expect(await roads()).toBe(2);
  expect((await countsOf(node)).levels).toEqual([6, 2, 1, 1]);
  await node.api.markFact(await idOfFact(node, 'two is'), 'archived', true);
  await node.api.deleteFact(await idOfFact(node, 'three is'));
  const after = await countsOf(node);
  expect(after).toMatchObject({ total: 8, levels: [5, 1, 1, 1] });
  const shown = taken<FactRows>(await node.api.facts({ search: '' }, { offset: 0, limit: 1 }));
  expect(shown.total).toBe(after.total);
  const tab = await node.secondTab();
  expect(await countsOf(tab)).toEqual(after);
  await closeAll(node, tab);
});

test('the eight largest domains are named, and the rest is one figure', async () => {
  const node = await openTrustingGomcp();
  const ids = Array.from({ length: 78 }, (_, index) => index);
  // Domain 1 has one fact, domain 2 has two facts, and so on up to domain 12.
  const domainOf = (index: number) => `domain ${Math.ceil((Math.sqrt(8 * index + 9) - 1) / 2)}`;
  await node.bringIn(
    drop(
      node,
      ids.map((index) => [`id${index}`, 1, domainOf(index), '2026-01-01T00:00:00Z'] as const),
    ),
  );
  const { domains, rest, total } = await countsOf(node);
  expect(domains.map(({ domain }) => domain)).toEqual([12, 11, 10, 9, 8, 7, 6, 5].map((no) => `domain ${no}`));
  expect(domains.map(({ count }) => count)).toEqual([12, 11, 10, 9, 8, 7, 6, 5]);
  const named = domains.reduce((sum, { count }) => sum + count, 0);
  expect(rest.count).toBe(total - named);
  expect(rest.domains).toBeGreaterThanOrEqual(4);
  await node.close();
});

test('100,000 facts in many domains are counted', async () => {
  const node = await openTrustingGomcp();
  const months = ['01', '05', '11'];
  const facts = Array.from(
    { length: 100_000 },
    (_, index) =>
      [
        `id${index}`,
        index % 4 === 0 ? 0 : 1,
        `domain ${index % 97}`,
        `2026-${months[index % 3]}-02T00:00:00Z`,
      ] as const,
  );
  await node.bringIn(drop(node, facts));
  // The screen asks for its rows before it asks for the counts.
  await node.api.facts({ search: '' }, { offset: 0, limit: 50 });
  const { total, rest } = await countsOf(node);
  expect(total).toBe(100_005);
  expect(rest.domains).toBeGreaterThanOrEqual(97 - 8);
  await node.close();
});

test('drops from and to a peer are counted by the month of this node’s clock', async () => {
  const { alice, bob, clock, close } = await openPair();
  const peerId = alice.peer('bob').peerId;
  await alice.api.addFact(FACT);
  await bob.bringIn(await alice.takeOutText('bob'));
  clock.advance(40 * 86_400_000);
  await pair(alice, bob);
  await bob.bringIn(await alice.takeOutText('bob'));
  expect(await alice.api.exchangeCounts('peer_nobody')).toMatchObject({ code: 'peer-not-found' });
  expect(taken<ExchangeCounts>(await alice.api.exchangeCounts(peerId))).toMatchObject({
    broughtIn: [
      { month: '2026-11', count: 1 },
      { month: '2027-01', count: 1 },
    ],
    takenOut: [
      { month: '2026-11', count: 1 },
      { month: '2027-01', count: 1 },
    ],
  });
  await close();
});
