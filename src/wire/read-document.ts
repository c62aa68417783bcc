/** From text to a document. Its fields tell its kind, never a file name (PROTOCOL "How a kind is recognised"). */
import type { DocumentKind, NodeDocument } from '../domain/document.ts';
import { isObject } from '../domain/is-object.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type Steps, type Walk, walkAtOnce } from '../domain/steps.ts';
import { readDeltaSyncRequest, readDeltaSyncResponse } from './delta-sync.ts';
import { Fields, foldName, type JsonObject, nameOfType } from './fields.ts';
import { findJson, splitDocuments } from './find-json.ts';
import { readGeneBackup } from './gene-backup.ts';
import { checkGenomeFile, genesOfList, readGenomeFile } from './genome-file.ts';
import {
  errorInstead,
  readBackupList,
  readHandshakeReport,
  readImportReport,
  readPeerStatus,
  readResonance,
  toolError,
  toolWord,
} from './gomcp-tools.ts';
import { readHandshakeRequest, readHandshakeResponse } from './handshake.ts';
import { leaveOutContext } from './memory-context.ts';
import { readSyncPayload } from './sync-payload.ts';

export interface Reading {
  readonly document: NodeDocument;
  /** The JSON that the document was read from. The drop id is made of it. */
  readonly json: JsonObject;
  /** A block that GoMCP appends to what a tool prints was left out. */
  readonly contextLeftOut: boolean;
}

type Readers = {
  readonly [K in DocumentKind]: (fields: Fields) => Extract<NodeDocument, { kind: K }>;
};

const READERS: Readers = {
  handshake_request: readHandshakeRequest,
  handshake_response: readHandshakeResponse,
  sync_payload: readSyncPayload,
  gene_backup: readGeneBackup,
  delta_sync_request: readDeltaSyncRequest,
  delta_sync_response: readDeltaSyncResponse,
  genome_file: readGenomeFile,
  tool_peer_status: readPeerStatus,
  tool_peer_handshake: readHandshakeReport,
  tool_force_resonance_handshake: readResonance,
  tool_peer_backup: readBackupList,
  tool_sync_facts: readImportReport,
};

/** A document is of the first kind in this list of which it has every field. */
const FIELDS_OF_KINDS: readonly (readonly [DocumentKind, ...string[]])[] = [
  ['tool_force_resonance_handshake', 'phase', 'match'],
  ['tool_peer_handshake', 'local_peer_id', 'remote_hash'],
  ['tool_peer_status', 'self_id', 'genome_hash'],
  ['tool_peer_backup', 'backups'],
  ['tool_peer_backup', 'total_backups'],
  ['tool_sync_facts', 'imported', 'total_sent'],
  ['genome_file', 'hash', 'genes'],
  ['handshake_response', 'to_peer_id'],
  ['gene_backup', 'backed_up_at'],
  ['delta_sync_request', 'from_peer_id', 'since'],
  ['delta_sync_response', 'from_peer_id', 'has_more'],
  ['sync_payload', 'from_peer_id', 'facts'],
  ['sync_payload', 'from_peer_id', 'synced_at'],
  ['sync_payload', 'from_peer_id', 'version'],
  ['handshake_request', 'from_peer_id', 'from_node'],
  ['handshake_request', 'from_peer_id', 'timestamp'],
  ['handshake_request', 'from_peer_id', 'nonce'],
  ['genome_file', 'genes'],
];

const NAMES_OF_KINDS = [...new Set(FIELDS_OF_KINDS.flatMap(([, ...names]) => names)), 'synapse'];

/**
 * The one document in a text, or why there is none. The hash of a genome file is checked or made too. Rejects only if
 * `walk` is cancelled.
 */
export async function readDocument(text: string, walk: Walk = walkAtOnce): Promise<Reading | Refusal> {
  const reading = await walk(readInSteps(text));
  if (isRefusal(reading) || reading.document.kind !== 'genome_file') return reading;
  const document = await checkGenomeFile(reading.document);
  return isRefusal(document) ? document : { ...reading, document };
}

function* readInSteps(text: string): Steps<Reading | Refusal> {
  let around: Texts = { whole: text, text };
  const found = yield* findJson(text, (whole) => {
    around = { whole, text: leaveOutContext(whole) };
    return around.text;
  });
  if (isRefusal(found)) return errorInstead(found, around.text);
  const wrapped = wrappedText(found);
  const json = wrapped ? (wrapped.problem ?? (yield* unwrap(wrapped.text))) : objectIn(found);
  if (isRefusal(json)) return json;
  const document = yield* readObject(json);
  if (isRefusal(document)) return document;
  return { document, json, contextLeftOut: [around, wrapped].some((texts) => texts && texts.text !== texts.whole) };
}

function* readObject(json: JsonObject): Steps<NodeDocument | Refusal> {
  const kind = recognise(json) ?? recognise(withNamesFolded(json));
  if (!kind) {
    const found = Object.keys(json).slice(0, 5).join(', ').slice(0, 80);
    return toolWord(json) ?? refuse('unknown-kind', { place: '', found });
  }
  const fields = new Fields(json, '');
  fields.knows(...NAMES_OF_KINDS);
  if (isObject(json.synapse)) fields.synapse();
  const document = READERS[kind](fields);
  yield* fields.readRows();
  return fields.refusal ?? document;
}

/** Only to recognise what is then refused: names count as they are written. */
function withNamesFolded(json: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [foldName(name), value]));
}

/**
 * The documents of a text that was refused as `two-documents`. They are looked for where the second one was found:
 * inside of MCP's wrapper if there is one, else in the text itself. null: there are more than `most`, or none is found
 * that is smaller than the text. Each is read like a text of its own, so a part as large as its whole would be split
 * without end.
 */
export function* splitText(text: string, most: number): Steps<readonly string[] | null> {
  const outer = leaveOutContext(text);
  const inside = wrappedText(yield* findJson(outer));
  const places = yield* splitDocuments(inside?.text ?? outer, most + 1);
  const parts = places.map(([start, end]) => (inside?.whole ?? text).slice(start, end));
  const leadsOn = parts.length > 0 && parts.every(({ length }) => length < text.length);
  return leadsOn && parts.length <= most ? parts : null;
}

function recognise(json: JsonObject): DocumentKind | null {
  const found = FIELDS_OF_KINDS.find(([, ...names]) => names.every((name) => json[name] !== undefined));
  return found?.[0] ?? null;
}

function objectIn(value: unknown, place = ''): JsonObject | Refusal {
  if (isObject(value)) return value;
  const genes = Array.isArray(value) ? genesOfList(value) : null;
  if (genes) return genes;
  const error = typeof value === 'string' ? toolError(value) : null;
  return error ?? refuse('wrong-type', { place, found: nameOfType(value), wanted: 'object' });
}

/** The document is JSON inside a JSON string, and is looked for there. */
function* unwrap(text: string): Steps<JsonObject | Refusal> {
  const inner = yield* findJson(text);
  if (!isRefusal(inner)) return objectIn(inner, '/content');
  const refusal = errorInstead(inner, text);
  return refusal === inner ? { ...inner, place: `/content ${inner.place ?? ''}`.trim() } : refusal;
}

interface Texts {
  readonly whole: string;
  /** Without the blocks that GoMCP appends. */
  readonly text: string;
}

interface Wrapped extends Texts {
  /** A name of the wrapper in another case, or null. */
  readonly problem: Refusal | null;
}

/**
 * MCP wraps the text that a tool prints into `content[].text`, alone or inside a JSON-RPC result. null: the value is no
 * wrapper, or it is a document of ours itself.
 */
function wrappedText(value: unknown): Wrapped | null {
  if (!isObject(value)) return null;
  const result = isObject(value.result) ? value.result : value;
  if (!Array.isArray(result.content) || recognise(value)) return null;
  const fields = new Fields(value, '');
  fields.knows('result', 'content');
  const holder = (result === value ? null : fields.object('result')) ?? fields;
  holder.knows('content');
  const texts = result.content.flatMap((part, index) => {
    if (!isObject(part)) return [];
    holder.inside(part, `content/${index}`).knows('type', 'text');
    return typeof part.text === 'string' ? [part.text] : [];
  });
  const text = texts.map((part) => leaveOutContext(part, true)).join('\n');
  return { whole: texts.join('\n'), text, problem: fields.checkNames() };
}
