/** The lists of a node, whole, as the screens ask for them by range. */
import type {
  ConflictRow,
  FactQuery,
  FactRow,
  IncidentQuery,
  IncidentRow,
  IncidentRows,
  JournalQuery,
  JournalRow,
  Range,
  Rows,
} from '../../../src/peer-api.ts';
import { type TestNode, taken } from './open-node.ts';

/** More rows than any list of a test has. */
export const ALL: Range = { offset: 0, limit: 10_000 };

/** The latest change first. Genes are facts too: `{ level: 1 }` leaves them out. */
export async function factRows(node: TestNode, query: Partial<FactQuery> = {}): Promise<readonly FactRow[]> {
  return taken<Rows<FactRow>>(await node.api.facts({ search: '', ...query }, ALL)).rows;
}

/** The id of the first fact that is found by this search. */
export async function idOfFact(node: TestNode, search: string): Promise<string> {
  return taken((await factRows(node, { search }))[0]).fact.id;
}

export async function incidentRows(
  node: TestNode,
  query: Partial<IncidentQuery> = {},
): Promise<readonly IncidentRow[]> {
  return taken<IncidentRows>(await node.api.incidents({ search: '', ...query }, ALL)).rows;
}

/** The conflicts that wait for a choice. */
export async function conflictRows(node: TestNode): Promise<readonly ConflictRow[]> {
  return taken<Rows<ConflictRow>>(await node.api.conflicts(ALL)).rows;
}

/** The latest line first. */
export async function journalRows(node: TestNode, query: Partial<JournalQuery> = {}): Promise<readonly JournalRow[]> {
  return taken<Rows<JournalRow>>(await node.api.journal({ search: '', ...query }, ALL)).rows;
}

/** The drop id of the latest import that can be undone. */
export async function lastImport(node: TestNode): Promise<string> {
  const rows = await journalRows(node, { kind: 'drop-in' });
  return taken(rows.find((row) => row.undoable)?.dropId);
}
