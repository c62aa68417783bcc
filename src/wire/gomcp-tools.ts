/**
 * What GoMCP's tools print, which is only read, and the calls of its tools, which are only written (PROTOCOL "What
 * GoMCP prints").
 */
import type { BackupList, HandshakeReport, ImportReport, PeerStatus, Resonance } from '../domain/document.ts';
import { isObject } from '../domain/is-object.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, type RefusalCode, refuse } from '../domain/refusal.ts';
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
    fromPeerId: fields.text('from_peer'),
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

/**
 * What GoMCP prints if a tool could not do what it was asked: one line of text. It counts only at the very beginning of
 * a text, behind a fence, marks of quotation or quotation marks. An error further down is part of a chat.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign for what is left out (memory-context.ts)
const ERROR = /^[\s>]*(?:(?:```|~~~)\w*[\s>]*)?(["'“„«]?)`?Error: (\S[^\u001a]*)/;
const TAIL = /[\s>`~]+$/;
const QUOTED_TAIL = /[\s>"'”“»]+$/;
/** What GoMCP says, and what it means. The group is what is shown of it. */
const MEANINGS: readonly (readonly [RegExp, RefusalCode])[] = [
  [/^peer (\S+) is not trusted/, 'gomcp-not-trusted'],
  [/^genome hash mismatch: (.*)$/, 'gomcp-other-genome'],
  [/^(payload_json) required/, 'gomcp-no-payload'],
  [/^invalid payload: (.*)$/, 'gomcp-bad-payload'],
  [/^(mode must be .*|\w+ (?:is )?required\b.*)$/, 'gomcp-bad-call'],
  [/^invalid RFC3339 timestamp: (?:parsing time )?("[^"]*"|.*)/, 'gomcp-bad-time'],
  [/^(cannot handshake with self)/, 'gomcp-self'],
];
const NO_BACKUP = /^no backup found for (.*)$/;
/** Characters of an error that are shown. */
const MOST_SHOWN = 200;
/** Characters of a text that are searched for an error. Errors are short. */
const MOST_READ = 2000;

/** The refusal for an error of GoMCP. null: the text is not one. */
export function toolError(text: string): Refusal | null {
  const [, quote = '', rest] = ERROR.exec(text.trimStart().slice(0, MOST_READ)) ?? [];
  if (rest === undefined) return null;
  const said = rest.replace(quote === '' ? TAIL : QUOTED_TAIL, '');
  return meaningOf(said) ?? refuse('gomcp-error', { found: shown(said) });
}

function meaningOf(said: string): Refusal | null {
  for (const [words, code] of MEANINGS) {
    const found = words.exec(said)?.[1];
    if (found !== undefined) return refuse(code, { found: shown(found) });
  }
  return null;
}

function shown(said: string): string {
  return said.slice(0, MOST_SHOWN).toWellFormed();
}

/** The refusal for an error of GoMCP, if no document was found and the text is one. Else the refusal that was given. */
export function errorInstead(refusal: Refusal, text: string): Refusal {
  const isNoDocument = refusal.code === 'not-json' && refusal.place === 'character 1';
  return (isNoDocument ? toolError(text) : null) ?? refusal;
}

/**
 * The refusal for JSON that is no document and has a meaning all the same: an error of JSON-RPC, what `verify_genome`
 * prints, and `peer_backup` of a peer without a backup. null: it has none that is known.
 */
export function toolWord(json: JsonObject): Refusal | null {
  const { jsonrpc, error, status, gene_count: count, genome_hash: hash } = json;
  if (jsonrpc !== undefined && isObject(error) && typeof error.message === 'string') {
    const said = `${error.message} (${shown(`${error.code}`)})`;
    return meaningOf(error.message) ?? refuse('gomcp-rpc-error', { found: shown(said) });
  }
  if (typeof status !== 'string') return null;
  const owner = NO_BACKUP.exec(status)?.[1];
  if (owner !== undefined) return refuse('gomcp-no-backup', { found: shown(owner) });
  if (typeof count !== 'number' || typeof hash !== 'string') return null;
  return refuse('gomcp-own-genome', { found: shown(`${status}, ${count}, ${hash}`) });
}

export type ToolName =
  | 'peer_handshake'
  | 'peer_status'
  | 'sync_facts'
  | 'delta_sync'
  | 'force_resonance_handshake'
  | 'peer_backup'
  | 'list_genes';

/** A call as a person pastes it into GoMCP: the `params` of MCP's `tools/call`. */
export function toolCall(name: ToolName, args: JsonObject = {}): string {
  return JSON.stringify({ name, arguments: args }, null, 2);
}

/** The text around a document that does not travel by itself. */
export interface Envelope {
  /** For the name of the file. null: the kind of the document. */
  readonly fileKind: string | null;
  readonly before: string;
  readonly after: string;
  /** How a part of the document's text is written between `before` and `after`. */
  inside(part: string): string;
}

export const NO_ENVELOPE: Envelope = { fileKind: null, before: '', after: '', inside: (part) => part };

/** The call that makes GoMCP take in the payload inside. `selfId`: our peer id. */
export function importCall(selfId: string): Envelope {
  const empty = toolCall('sync_facts', { mode: 'import', peer_id: selfId, payload_json: '' });
  // The payload is the last argument, so the last quotation mark closes its text.
  const end = empty.lastIndexOf('"');
  return {
    fileKind: 'sync_facts_call',
    before: empty.slice(0, end),
    after: empty.slice(end),
    inside: (part) => JSON.stringify(part).slice(1, -1),
  };
}
