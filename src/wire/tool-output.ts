/** What GoMCP's tools print for a person to carry. Read, never written. */
import type { BackupList, HandshakeReport, ImportReport, PeerStatus, Resonance } from '../domain/document.ts';
import { LIMITS } from '../domain/limits.ts';
import { TRUST_NAMES, type TrustName } from '../domain/trust.ts';
import type { Fields } from './fields.ts';
import { readGeneBackup } from './gene-backup.ts';
import { readSyncPayload } from './sync-payload.ts';

export function readPeerStatus(fields: Fields): PeerStatus {
  return {
    kind: 'tool_peer_status',
    selfId: fields.required('self_id'),
    nodeName: fields.text('node_name', LIMITS.nodeName),
    genomeHash: fields.text('genome_hash'),
  };
}

export function readHandshakeReport(fields: Fields): HandshakeReport {
  return {
    kind: 'tool_peer_handshake',
    localHash: fields.text('local_hash'),
    localNode: fields.text('local_node', LIMITS.nodeName),
    localPeerId: fields.required('local_peer_id'),
    remoteHash: fields.text('remote_hash'),
    remotePeerId: fields.required('remote_peer_id'),
    match: fields.flag('match'),
    trust: readTrustWord(fields),
  };
}

export function readResonance(fields: Fields): Resonance {
  const inner = fields.object('sync_payload');
  const payload = inner && readSyncPayload(inner);
  return {
    kind: 'tool_force_resonance_handshake',
    match: fields.flag('match'),
    trust: readTrustWord(fields),
    localHash: fields.text('local_hash'),
    remoteHash: fields.text('remote_hash'),
    localPeerId: fields.text('local_peer_id'),
    localNode: fields.text('local_node', LIMITS.nodeName),
    remotePeerId: fields.text('remote_peer_id'),
    payload,
  };
}

export function readImportReport(fields: Fields): ImportReport {
  return {
    kind: 'tool_sync_facts',
    fromPeerId: fields.required('from_peer'),
    syncedAt: fields.time('synced_at'),
    imported: fields.integer('imported'),
    totalSent: fields.integer('total_sent'),
    incidentsImported: fields.integer('incidents_imported'),
    totalIncidents: fields.integer('total_incidents'),
  };
}

export function readBackupList(fields: Fields): BackupList {
  return {
    kind: 'tool_peer_backup',
    backups: fields.list('backups', LIMITS.backups, readGeneBackup),
  };
}

function readTrustWord(fields: Fields): TrustName {
  const word = fields.text('trust');
  const known = TRUST_NAMES.find((name) => name === word);
  return known ?? fields.fail('unknown-trust', 'trust', word, TRUST_NAMES.join(', '), 'UNKNOWN');
}
