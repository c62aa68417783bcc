/** The handshake by which two nodes compare their genome hashes: request, reply, and which request a reply answers. */
import type { Millis } from './time.ts';
import type { Trust } from './trust.ts';

/** The node that asks writes this. `timestamp`: seconds since 1970 by its clock. */
export interface HandshakeRequest {
  readonly kind: 'handshake_request';
  readonly fromPeerId: string;
  readonly fromNode: string;
  readonly genomeHash: string;
  readonly timestamp: number;
  readonly nonce: string;
}

/** The reply: the "to" fields are about the node that answers. */
export interface HandshakeResponse {
  readonly kind: 'handshake_response';
  readonly toPeerId: string;
  readonly toNode: string;
  readonly genomeHash: string;
  readonly match: boolean;
  readonly trust: number;
  readonly timestamp: number;
  /** The nonce of the request that it answers. GoMCP does not write it. */
  readonly inReplyTo?: string;
}

/** A request of ours that nobody has answered yet. */
export interface OpenHandshake {
  readonly nonce: string;
  /** The peer that it was made for. null: anybody may answer. */
  readonly peerId: string | null;
  readonly at: Millis;
  /** So that the request can be carried again. */
  readonly request: HandshakeRequest;
  /** Number of the document: carried again, it is the same document. Absent: an older version made the request. */
  readonly number?: number;
  /** The level of a known peer before it was asked. The peer gets it back if the request is withdrawn. */
  readonly trustBefore: Trust | null;
}

/**
 * The open request that a reply answers, undefined if there is none. If the reply names a nonce, only the request with
 * that nonce counts. Else it is the oldest request that was made for this peer, else the oldest one for anybody.
 */
export function answeredRequest(
  open: readonly OpenHandshake[],
  reply: Pick<HandshakeResponse, 'toPeerId' | 'inReplyTo'>,
): OpenHandshake | undefined {
  const fitting = open.filter((request) => request.peerId === null || request.peerId === reply.toPeerId);
  if (reply.inReplyTo !== undefined) return fitting.find((request) => request.nonce === reply.inReplyTo);
  const byAge = [...fitting].sort((a, b) => a.at - b.at);
  return byAge.find((request) => request.peerId !== null) ?? byAge[0];
}
