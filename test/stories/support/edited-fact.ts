/** The stories of edits: one fact that Alice wrote, and what becomes of it on other nodes. */
import { expect } from 'vitest';
import type { FactDraft } from '../../../src/domain/fact.ts';
import type { FactRow } from '../../../src/peer-api.ts';
import { pair, type TestNode } from './open-node.ts';
import { type OpenedNodes, openNodes } from './open-nodes.ts';
import { factRows } from './rows.ts';

/** The one fact of this node that is no gene. */
export async function onlyFact(node: TestNode): Promise<FactRow> {
  const rows = await factRows(node, { level: 1 });
  expect(rows).toHaveLength(1);
  return rows[0] as FactRow;
}

/** Edits the one fact of this node, a second later. */
export async function editOnlyFact(node: TestNode, change: Partial<FactDraft>): Promise<void> {
  node.clock.advance(1000);
  const { fact } = await onlyFact(node);
  const { content, level, domain, module } = fact;
  expect(await node.api.editFact(fact.id, { content, level, domain, module, ...change })).toMatchObject({
    kind: 'done',
  });
}

/** Alice wrote a fact. Bob has it from her, and Carol, who does not know Alice, has it from Bob. */
export async function openWithOneFact(content: string): Promise<OpenedNodes<'alice' | 'bob' | 'carol'>> {
  const nodes = await openNodes('alice', 'bob', 'carol');
  const { alice, bob, carol } = nodes;
  await pair(alice, bob);
  await pair(bob, carol);
  await alice.api.addFact({ content, level: 1, domain: 'actors', module: '' });
  await bob.bringIn(await alice.takeOutText('bob'));
  await carol.bringIn(await bob.takeOutText('carol'));
  return nodes;
}
