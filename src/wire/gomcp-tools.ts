/** What GoMCP's tools print for a person to carry. Read, never written. */
import type { BackupList, HandshakeReport, ImportReport, PeerStatus, Resonance } from '../domain/document.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { TRUST_NAMES, type TrustName } from '../domain/trust.ts';
import type { Fields, JsonObject } from './fields.ts';
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

/** At its very beginning, behind a fence, marks of quotation or quotation marks: an error further down is part of a chat. */
const ERROR = /^[\s>]*(?:(?:```|~~~)\w*[\s>]*)?(["'“„«]?)`?Error: (\S.*)$/s;
const TAIL = /[\s>`~]+$/;
const QUOTED_TAIL = /[\s>"'”“»]+$/;
const OTHER_GENOME = /^genome hash mismatch: (.*)$/;
const NO_BACKUP = /^no backup found for (.*)$/;
/** Characters of an error that are shown, and of a text that are looked at: an error is short. */
const MOST_SHOWN = 200;
const MOST_READ = 2000;

/** null where the text is no error of GoMCP's. */
export function toolError(text: string): Refusal | null {
  const [, quote = '', rest] = ERROR.exec(text.trimStart().slice(0, MOST_READ)) ?? [];
  if (rest === undefined) return null;
  const said = rest.replace(quote === '' ? TAIL : QUOTED_TAIL, '');
  if (said.startsWith('peer ID is not trusted')) return refuse('gomcp-not-trusted');
  const hashes = OTHER_GENOME.exec(said)?.[1];
  if (hashes !== undefined) return refuse('gomcp-other-genome', { found: hashes.slice(0, MOST_SHOWN) });
  return refuse('gomcp-error', { found: said.slice(0, MOST_SHOWN).toWellFormed() });
}

/** The same where no document was found: what says what is wrong with a document says more. */
export function errorInstead(refusal: Refusal, text: string): Refusal {
  const isNoDocument = refusal.code === 'not-json' && refusal.place === 'character 1';
  return (isNoDocument ? toolError(text) : null) ?? refusal;
}

/** peer_backup of somebody for whom nothing is kept; null where the document is another one. */
export function noBackup({ status }: JsonObject): Refusal | null {
  const owner = typeof status === 'string' ? NO_BACKUP.exec(status)?.[1] : undefined;
  return owner === undefined ? null : refuse('gomcp-no-backup', { found: owner.slice(0, MOST_SHOWN) });
}

/** Calls of GoMCP's tools as a person types or pastes them there: the params of MCP's `tools/call`. Written, never read. */
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
