/** Sync payload as JSON, and its version (PROTOCOL "Sync payload"). */
import type { SyncPayload } from '../domain/document.ts';
import { LIMITS } from '../domain/limits.ts';
import { readFacts, writeEdits, writeFact } from './facts.ts';
import { type Fields, type JsonObject, withoutFolding } from './fields.ts';
import { readIncidents, writeIncident } from './incidents.ts';

/** The version that we write. Every 1.x is read. 2 and above is refused before the preview. */
export const PAYLOAD_VERSION = '1.1';
const KNOWN = new Set(['version', 'from_peer_id', 'genome_hash', 'facts', 'incidents', 'synced_at', 'synapse']);

export function readSyncPayload(fields: Fields): SyncPayload {
  const version = readVersion(fields);
  const unknown = fields.unknown(KNOWN);
  const synapse = fields.synapse();
  const receipts = synapse?.texts('receipts', LIMITS.receipts) ?? [];
  const variants = synapse?.pairs('variants', LIMITS.facts) ?? new Map();
  return {
    kind: 'sync_payload',
    version,
    fromPeerId: fields.required('from_peer_id'),
    genomeHash: fields.text('genome_hash'),
    facts: readFacts(fields),
    incidents: readIncidents(fields),
    syncedAt: fields.time('synced_at'),
    receipts,
    ...(variants.size > 0 && { variants }),
    ...(unknown && { unknown }),
  };
}

export function writeSyncPayload(payload: SyncPayload): JsonObject {
  const synapse = {
    ...(payload.receipts.length > 0 && { receipts: payload.receipts }),
    ...(payload.variants && payload.variants.size > 0 && { variants: Object.fromEntries(payload.variants) }),
    ...writeEdits(payload.facts),
  };
  return {
    ...(payload.version !== '' && { version: payload.version }),
    from_peer_id: payload.fromPeerId,
    genome_hash: payload.genomeHash,
    facts: payload.facts.map(writeFact),
    ...(payload.incidents.length > 0 && { incidents: payload.incidents.map(writeIncident) }),
    synced_at: payload.syncedAt,
    ...withoutFolding(payload.unknown, KNOWN),
    ...(Object.keys(synapse).length > 0 && { synapse }),
  };
}

/**
 * The version as written; empty, if it is missing, which means 1.0. A higher major version is refused, with both named.
 */
export function readVersion(fields: Fields): string {
  const version = fields.text('version');
  if (version === '') return version;
  const major = /^(\d{1,9})(?:\.\d{1,9})*$/.exec(version)?.[1];
  if (major === undefined || Number(major) < 1)
    return fields.fail('bad-version', 'version', version, PAYLOAD_VERSION, '');
  return Number(major) > 1 ? fields.fail('newer-version', 'version', version, PAYLOAD_VERSION, '') : version;
}
