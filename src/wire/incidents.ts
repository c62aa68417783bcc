/** Incidents as JSON (reference: SyncIncident; PROTOCOL "Sync payload"). */
import type { Incident } from '../domain/incident.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Fields, type JsonObject, withoutFolding } from './fields.ts';

const KNOWN = new Set([
  'id',
  'status',
  'severity',
  'title',
  'description',
  'event_count',
  'correlation_rule',
  'kill_chain_phase',
  'mitre_mapping',
  'created_at',
  'source_peer_id',
]);

/** Only types and lengths are checked here. The rules for a row come later. */
export function readIncidents(fields: Fields): readonly Incident[] {
  return fields.list('incidents', LIMITS.incidents, readIncident);
}

function readIncident(row: Fields): Incident {
  const unknown = row.unknown(KNOWN);
  return {
    id: row.text('id'),
    status: row.text('status'),
    severity: row.text('severity'),
    title: row.content('title'),
    description: row.content('description'),
    eventCount: row.integer('event_count'),
    correlationRule: row.text('correlation_rule'),
    killChainPhase: row.text('kill_chain_phase'),
    mitreMapping: row.texts('mitre_mapping', LIMITS.mitreTechniques),
    createdAt: row.time('created_at'),
    sourcePeerId: row.text('source_peer_id'),
    ...(unknown && { unknown }),
  };
}

export function writeIncident(incident: Incident): JsonObject {
  return {
    id: incident.id,
    status: incident.status,
    severity: incident.severity,
    title: incident.title,
    description: incident.description,
    event_count: incident.eventCount,
    correlation_rule: incident.correlationRule,
    kill_chain_phase: incident.killChainPhase,
    ...(incident.mitreMapping.length > 0 && { mitre_mapping: incident.mitreMapping }),
    created_at: incident.createdAt,
    source_peer_id: incident.sourcePeerId,
    ...withoutFolding(incident.unknown, KNOWN),
  };
}
