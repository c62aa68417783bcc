/** Calls of GoMCP's tools as a person types or pastes them there: the params of MCP's `tools/call`. Written, never read. */
import type { JsonObject } from './fields.ts';

export type ToolName = 'peer_handshake' | 'peer_status' | 'sync_facts' | 'peer_backup';

export function toolCall(name: ToolName, args: JsonObject = {}): string {
  return JSON.stringify({ name, arguments: args }, null, 2);
}

/** What a document is laid into where it does not travel as it is. */
export interface Envelope {
  /** What the file is called after; null: after the kind of the document. */
  readonly fileKind: string | null;
  readonly before: string;
  readonly after: string;
  /** A part of the document's text as it stands inside. */
  inside(part: string): string;
}

export const NO_ENVELOPE: Envelope = { fileKind: null, before: '', after: '', inside: (part) => part };

/** The call that has GoMCP take in the payload it is laid around. `selfId`: ours, as GoMCP knows us. */
export function importCall(selfId: string): Envelope {
  const empty = toolCall('sync_facts', { mode: 'import', peer_id: selfId, payload_json: '' });
  // The payload comes last: the last quotation mark closes its text.
  const end = empty.lastIndexOf('"');
  return {
    fileKind: 'sync_facts_call',
    before: empty.slice(0, end),
    after: empty.slice(end),
    inside: (part) => JSON.stringify(part).slice(1, -1),
  };
}
