/** Handshake request and response as JSON (PROTOCOL "Handshake request and response"). */
import type { HandshakeRequest, HandshakeResponse } from '../domain/handshake.ts';
import { LIMITS } from '../domain/limits.ts';
import { isTrust } from '../domain/trust.ts';
import type { Fields, JsonObject } from './fields.ts';

export function readHandshakeRequest(fields: Fields): HandshakeRequest {
  return {
    kind: 'handshake_request',
    fromPeerId: fields.required('from_peer_id'),
    fromNode: fields.text('from_node', LIMITS.nodeName),
    genomeHash: fields.text('genome_hash'),
    timestamp: fields.integer('timestamp'),
    nonce: fields.text('nonce'),
  };
}

export function writeHandshakeRequest(request: HandshakeRequest): JsonObject {
  return {
    from_peer_id: request.fromPeerId,
    from_node: request.fromNode,
    genome_hash: request.genomeHash,
    timestamp: request.timestamp,
    nonce: request.nonce,
  };
}

export function readHandshakeResponse(fields: Fields): HandshakeResponse {
  const trust = fields.integer('trust');
  const inReplyTo = fields.synapse()?.text('in_reply_to') ?? '';
  return {
    kind: 'handshake_response',
    toPeerId: fields.required('to_peer_id'),
    toNode: fields.text('to_node', LIMITS.nodeName),
    genomeHash: fields.text('genome_hash'),
    match: fields.flag('match'),
    trust: isTrust(trust) ? trust : fields.fail('unknown-trust', 'trust', `${trust}`, '0–4', 0),
    timestamp: fields.integer('timestamp'),
    ...(inReplyTo !== '' && { inReplyTo }),
  };
}

export function writeHandshakeResponse(response: HandshakeResponse): JsonObject {
  return {
    to_peer_id: response.toPeerId,
    to_node: response.toNode,
    genome_hash: response.genomeHash,
    match: response.match,
    trust: response.trust,
    timestamp: response.timestamp,
    ...(response.inReplyTo !== undefined && { synapse: { in_reply_to: response.inReplyTo } }),
  };
}
