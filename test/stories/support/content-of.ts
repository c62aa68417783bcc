import type { FactRow } from '../../../src/peer-api.ts';
import type { TestNode } from './open-node.ts';
import { ALL, factRows, incidentRows } from './rows.ts';

/** A hash over the contents of this node: facts with their marks and origin, genes, incidents, conflicts, peers. */
export async function contentOf(node: TestNode): Promise<string> {
  const [facts, archived, incidents, conflicts] = await Promise.all([
    factRows(node),
    factRows(node, { mark: 'archived' }),
    incidentRows(node),
    node.api.conflicts(ALL),
  ]);
  // Every change counts the sequence numbers up, an undo too. So they are no content.
  const byId = (rows: readonly FactRow[]) =>
    rows.map((row) => ({ ...row, seq: 0 })).sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
  const content = [
    byId(facts),
    byId(archived),
    incidents.map((row) => ({ ...row, seq: 0 })),
    conflicts,
    node.snapshot.node,
    node.snapshot.peers,
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
}
