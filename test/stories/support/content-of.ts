import type { FactRow, IncidentRows, Rows } from '../../../src/peer-api.ts';
import { type TestNode, taken } from './open-node.ts';

const ALL = { offset: 0, limit: 10_000 };

/** A hash over everything stored that is content: facts with marks and origin, genes, incidents, conflicts, peers. */
export async function contentOf(node: TestNode): Promise<string> {
  const [facts, archived, incidents, conflicts] = await Promise.all([
    node.api.facts({ search: '' }, ALL),
    node.api.facts({ search: '', mark: 'archived' }, ALL),
    node.api.incidents({ search: '' }, ALL),
    node.api.conflicts(ALL),
  ]);
  // Sequence numbers count what was done, and undoing is one thing more.
  const byId = (rows: readonly FactRow[]) =>
    rows.map((row) => ({ ...row, seq: 0 })).sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
  const content = [
    byId(taken<Rows<FactRow>>(facts).rows),
    byId(taken<Rows<FactRow>>(archived).rows),
    taken<IncidentRows>(incidents).rows.map((row) => ({ ...row, seq: 0 })),
    conflicts,
    node.snapshot.node,
    node.snapshot.peers,
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
}
