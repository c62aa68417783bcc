import type { Millis } from './time.ts';
import type { Trust } from './trust.ts';

/** Sent by the node that asks. `timestamp` is in seconds since the epoch, by the sender's clock. */
export interface HandshakeRequest {
  readonly kind: 'handshake_request';
  readonly fromPeerId: string;
  readonly fromNode: string;
  readonly genomeHash: string;
  readonly timestamp: number;
  readonly nonce: string;
}

/** The answer. `inReplyTo` is ours (under `synapse`): the nonce of the request it answers; GoMCP does not write it. */
export interface HandshakeResponse {
  readonly kind: 'handshake_response';
  readonly toPeerId: string;
  readonly toNode: string;
  readonly genomeHash: string;
  readonly match: boolean;
  readonly trust: number;
  readonly timestamp: number;
  readonly inReplyTo?: string;
}

/** A request of ours that nobody has answered yet. */
export interface OpenHandshake {
  readonly nonce: string;
  /** Whom it was meant for; null where anybody may answer. */
  readonly peerId: string | null;
  readonly at: Millis;
  /** The request itself, so that it can be carried again. */
  readonly request: HandshakeRequest;
  /** Of the document that it is carried in: carried again, it is the same document. Absent in what an older version asked. */
  readonly number?: number;
  /** What a known peer was before it was asked: it is that again where the request is withdrawn. */
  readonly trustBefore: Trust | null;
}

/**
 * The open request that a reply answers: by its nonce where the reply names one, else the one meant for that peer, else the oldest that anybody may
 * answer. Undefined: nobody asked.
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
