import type { IncidentRow, Range, Rows } from '../peer-api.ts';
import type { NodeContext } from './node-context.ts';

/** Newest change first. */
export async function listIncidents({ store }: NodeContext, { offset, limit }: Range): Promise<Rows<IncidentRow>> {
  const all = [...store.incidents.all()].sort((a, b) => b.seq - a.seq);
  const rows = all.slice(offset, offset + limit);
  return {
    kind: 'rows',
    total: all.length,
    rows: rows.map(({ incident, from }) => ({ incident, fromPeerId: from.peerId, at: from.at })),
  };
}
