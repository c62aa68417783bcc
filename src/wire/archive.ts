/**
 * A node's archive as text: JSON Lines (PROTOCOL "Archive"). The first line says what it is. Then each record has a
 * line. The last line counts them and holds the SHA-256 of everything before it. An archive is written and read line by
 * line, so a whole memory is never held as one text.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { hex, joined, utf8 } from '../domain/bytes.ts';
import { isObject } from '../domain/is-object.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { parseTime, type WireTime } from '../domain/time.ts';
import type { JsonObject } from './fields.ts';

/** Version of the lines. The version of the records is the schema version of the memory that they come from. */
const ARCHIVE_VERSION = 1;
/** UTF-16 units that are written together. */
const CHUNK = 64 * 1024;
const NEWLINE = 10;

export interface ArchiveHeader {
  readonly schema: number;
  readonly madeAt: WireTime;
  readonly peerId: string;
  readonly nodeName: string;
  readonly hasKey: boolean;
}

export interface ArchivedRow {
  readonly store: string;
  readonly record: unknown;
  /**
   * A piece of a record, and the next row holds more of it. A reader that knows no pieces calls it damaged, and loses
   * nothing.
   */
  readonly more?: true;
}

/**
 * The first line of an archive, and its rows. The rows return null if the archive is whole and unchanged, else the
 * refusal that says what is wrong.
 */
export interface OpenArchive {
  readonly header: ArchiveHeader;
  readonly rows: AsyncGenerator<ArchivedRow, Refusal | null, void>;
}

/** Yields the bytes of an archive. `form`: the replacer for JSON.stringify, for values that JSON has no word for. */
export async function* writeArchive(
  { schema, madeAt, peerId, nodeName, hasKey }: ArchiveHeader,
  rows: AsyncIterable<ArchivedRow>,
  form: (key: string, value: unknown) => unknown,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const hash = sha256.create();
  const counts: Record<string, number> = {};
  const header = { made_at: madeAt, peer_id: peerId, node_name: nodeName, has_key: hasKey };
  let text = `${JSON.stringify({ synapse_archive: ARCHIVE_VERSION, schema, ...header })}\n`;
  for await (const { store, record, more } of rows) {
    const line = more ? { piece_of: store, record } : { store, record };
    if (!more) counts[store] = (counts[store] ?? 0) + 1;
    // To ask `form` for every value of a page takes as long as writing it, and pages hold no bytes.
    text += `${store === 'pages' ? JSON.stringify(line) : JSON.stringify(line, form)}\n`;
    if (text.length < CHUNK) continue;
    const bytes = utf8(text);
    hash.update(bytes);
    yield bytes;
    text = '';
  }
  const rest = utf8(text);
  hash.update(rest);
  yield rest;
  yield utf8(`${JSON.stringify({ end: true, counts, sha256: hex(hash.digest()) })}\n`);
}

/** Whether a text with this beginning claims to be an archive. */
export function beginsArchive(beginning: string): boolean {
  return /^\s*\{\s*"synapse_archive"/.test(beginning);
}

/**
 * Reads the first line. `newest`: the newest schema that is known. `bytes` may reject if what is around the archive
 * (gzip, age) is damaged: the archive then counts as cut off at that line. Never rejects.
 */
export async function openArchive(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  newest: number,
): Promise<OpenArchive | Refusal> {
  const lines = readLines(bytes);
  const first = await lines.next();
  if (first.done && !first.value) return refuse('archive-damaged', { place: 'line 1' });
  const line = first.done ? null : parseLine(first.value);
  if (!isObject(line) || line.synapse_archive === undefined) return refuse('not-an-archive');
  const { synapse_archive: version, schema } = line;
  if (typeof version !== 'number' || version > ARCHIVE_VERSION || typeof schema !== 'number' || schema > newest) {
    return refuse('archive-newer', { found: `${version}.${schema}`, wanted: `${ARCHIVE_VERSION}.${newest}` });
  }
  const header = readHeader(line, schema);
  if (!header) return refuse('archive-damaged', { place: 'line 1' });
  return { header, rows: readRows(lines, first.value as Uint8Array<ArrayBuffer>) };
}

function readHeader(line: JsonObject, schema: number): ArchiveHeader | null {
  const { made_at: madeAt, peer_id: peerId, node_name: nodeName, has_key: hasKey } = line;
  if (typeof madeAt !== 'string' || parseTime(madeAt) === null) return null;
  if (typeof peerId !== 'string' || typeof nodeName !== 'string' || typeof hasKey !== 'boolean') return null;
  return { schema, madeAt, peerId, nodeName, hasKey };
}

async function* readRows(
  lines: AsyncGenerator<Uint8Array<ArrayBuffer>, boolean, void>,
  first: Uint8Array<ArrayBuffer>,
): OpenArchive['rows'] {
  const hash = sha256.create().update(first);
  const counts: Record<string, number> = {};
  for (let number = 2; ; number++) {
    const next = await lines.next();
    const place = `line ${number}`;
    if (next.done) return refuse(next.value ? 'archive-cut' : 'archive-damaged', { place });
    const line = parseLine(next.value);
    if (!isObject(line)) return refuse('archive-damaged', { place });
    if (line.end === true) {
      const isWhole = line.sha256 === hex(hash.digest()) && sameCounts(line.counts, counts);
      return isWhole ? null : refuse('archive-damaged', { place });
    }
    hash.update(next.value);
    const { piece_of: pieceOf, store = pieceOf, record } = line;
    if (typeof store !== 'string') return refuse('archive-damaged', { place });
    if (pieceOf === undefined) counts[store] = (counts[store] ?? 0) + 1;
    yield { store, record, ...(pieceOf !== undefined && { more: true }) };
  }
}

function sameCounts(stated: unknown, counted: Readonly<Record<string, number>>): boolean {
  if (!isObject(stated)) return false;
  const names = Object.keys(counted);
  return names.length === Object.keys(stated).length && names.every((name) => stated[name] === counted[name]);
}

function parseLine(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null; // The caller knows the place.
  }
}

/** Yields lines with their line breaks. Returns true at the end of the bytes, false if they cannot be read further. */
async function* readLines(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, boolean, void> {
  const reader = bytes.getReader();
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const chunk = await reader.read().catch(() => null);
      if (chunk === null) return false;
      if (chunk.done) return true;
      let from = 0;
      for (let end = chunk.value.indexOf(NEWLINE); end >= 0; end = chunk.value.indexOf(NEWLINE, from)) {
        parts.push(chunk.value.subarray(from, end + 1));
        yield joined(parts);
        parts = [];
        size = 0;
        from = end + 1;
      }
      parts.push(chunk.value.subarray(from));
      size += chunk.value.length - from;
      if (size > LIMITS.unpackedBytes) return false;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // Nothing more is read, so a failure does not matter.
  }
}
