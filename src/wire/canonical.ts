/** The canonical form of a document, and the hashes that are made of it (PROTOCOL "Canonical form and drop id"). */
import { sha256 as sha256AtOnce } from '@noble/hashes/sha2.js';
import { hex, joined, sha256, utf8 } from '../domain/bytes.ts';
import { isObject } from '../domain/is-object.ts';
import { atOnce, type Walk, walkAtOnce } from '../domain/steps.ts';
import type { JsonObject } from './fields.ts';
import { CANONICAL, writeJson } from './write-json.ts';

/**
 * The RFC 8785 form of the document without its signature, in UTF-8. The drop id is its hash, and signatures are over
 * it.
 */
export async function canonicalBytes(json: JsonObject, walk: Walk = walkAtOnce): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await walk(writeJson(unsigned(json), CANONICAL, (text) => parts.push(utf8(text))));
  return joined(parts);
}

/** The drop id, for the canonical form of a document: hex SHA-256. */
export async function dropIdOf(canonical: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await sha256(canonical));
}

/** The canonical form as text. */
export function canonicalText(json: JsonObject): string {
  const parts: string[] = [];
  atOnce(writeJson(unsigned(json), CANONICAL, (text) => parts.push(text)));
  return parts.join('');
}

function unsigned(json: JsonObject): JsonObject {
  if (!isObject(json.synapse) || json.synapse.signature === undefined) return json;
  const { signature: _, ...synapse } = json.synapse;
  return { ...json, synapse };
}

/**
 * Hex SHA-256 of the canonical form of any JSON value. Ids of facts are made of it, and each line of the journal holds
 * the hash of the line before it. It is synchronous, so that it may be called inside a transaction.
 */
export function canonicalHash(value: object): string {
  return hex(sha256AtOnce(utf8(canonicalText(value as JsonObject))));
}

/** Lines of the journal as JSON Lines: how a person carries the journal away. */
export function writeJournal(lines: readonly object[]): string[] {
  return lines.map((line) => `${JSON.stringify(line)}\n`);
}
