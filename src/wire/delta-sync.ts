/** Delta sync request and response as JSON (PROTOCOL "Delta sync request and response"). */
import type { DeltaSyncRequest, DeltaSyncResponse } from '../domain/document.ts';
import { readFacts, synapseWithEdits, writeFact } from './facts.ts';
import type { Fields, JsonObject } from './fields.ts';

export function readDeltaSyncRequest(fields: Fields): DeltaSyncRequest {
  return {
    kind: 'delta_sync_request',
    fromPeerId: fields.required('from_peer_id'),
    genomeHash: fields.text('genome_hash'),
    since: fields.time('since'),
    maxBatch: fields.integer('max_batch'),
  };
}

export function writeDeltaSyncRequest(request: DeltaSyncRequest): JsonObject {
  return {
    from_peer_id: request.fromPeerId,
    genome_hash: request.genomeHash,
    since: request.since,
    ...(request.maxBatch !== 0 && { max_batch: request.maxBatch }),
  };
}

export function readDeltaSyncResponse(fields: Fields): DeltaSyncResponse {
  return {
    kind: 'delta_sync_response',
    fromPeerId: fields.required('from_peer_id'),
    genomeHash: fields.text('genome_hash'),
    facts: readFacts(fields),
    syncedAt: fields.time('synced_at'),
    hasMore: fields.flag('has_more'),
  };
}

export function writeDeltaSyncResponse(response: DeltaSyncResponse): JsonObject {
  return {
    from_peer_id: response.fromPeerId,
    genome_hash: response.genomeHash,
    facts: response.facts.map(writeFact),
    synced_at: response.syncedAt,
    has_more: response.hasMore,
    ...synapseWithEdits(response.facts),
  };
}
