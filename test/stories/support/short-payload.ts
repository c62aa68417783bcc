/** Payloads of peers that sign nothing, written in short: contents and statuses by id. */
import edited from '../../data/threat-actors-edited.json?raw';
import type { TestNode } from './open-node.ts';
import { factRows } from './rows.ts';
import { unsignedPayload, wireFact } from './unsigned.ts';

const [INCIDENT] = JSON.parse(edited).incidents;

export interface ShortPayload {
  /** The content of each fact, by its id. */
  readonly facts?: Readonly<Record<string, string>>;
  /** The status of each incident, by its id. All of them have the origin `peer_mara`. */
  readonly incidents?: Readonly<Record<string, string>>;
  /** The minute in which the payload is made. */
  readonly minute?: number;
}

/** The text of such a payload from the peer `nodeName`. */
export function shortPayload(
  node: TestNode,
  nodeName: string,
  { facts = {}, incidents = {}, minute = 0 }: ShortPayload,
): string {
  const rows = Object.entries(facts).map(([id, content]) => wireFact(id, content, { domain: 'd', source: nodeName }));
  return unsignedPayload(node, `peer_${nodeName}`, rows, {
    syncedAt: `2026-03-01T10:${`${minute}`.padStart(2, '0')}:00Z`,
    incidents: Object.entries(incidents).map(([id, status]) => ({
      ...INCIDENT,
      id,
      status,
      source_peer_id: 'peer_mara',
    })),
  });
}

/** A second later, `node` takes such a payload in, unless nothing in it is new. */
export async function bringFrom(node: TestNode, nodeName: string, payload: ShortPayload): Promise<void> {
  node.clock.advance(1000);
  const preview = await node.preview(shortPayload(node, nodeName, payload));
  if (preview.act !== 'nothing') await node.api.accept(preview.id);
}

/** The facts of a node in short: by id the content, and the peer that brought it. */
export async function factsById(node: TestNode): Promise<Record<string, readonly [string, string | null]>> {
  const rows = [...(await factRows(node, { level: 1 }))].sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
  return Object.fromEntries(rows.map(({ fact, fromPeerId }) => [fact.id, [fact.content, fromPeerId]]));
}
