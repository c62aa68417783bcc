/** The canonical form of a document, and the id of a drop that is made of it (DESIGN 5.5). */
import { sha256 as sha256AtOnce } from '@noble/hashes/sha2.js';
import { hex, joined, sha256, utf8 } from '../domain/bytes.ts';
import { isObject } from '../domain/is-object.ts';
import { atOnce, type Walk, walkAtOnce } from '../domain/steps.ts';
import type { JsonObject } from './fields.ts';
import { CANONICAL, writeJson } from './write-json.ts';

/** The RFC 8785 form of the document, without its signature, in UTF-8: what the drop id is the hash of, and the signature is over. */
export async function canonicalBytes(json: JsonObject, walk: Walk = walkAtOnce): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await walk(writeJson(unsigned(json), CANONICAL, (text) => parts.push(utf8(text))));
  return joined(parts);
}

/** Hex SHA-256 of the canonical form. */
export async function dropIdOf(canonical: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await sha256(canonical));
}

/** The same as text. */
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

/** Hex SHA-256 of the canonical form. Not by the platform: that one answers later, when a transaction has ended. */
export function canonicalHash(line: object): string {
  return hex(sha256AtOnce(utf8(canonicalText(line as JsonObject))));
}

/** JSON Lines. */
export function writeJournal(lines: readonly object[]): string[] {
  return lines.map((line) => `${JSON.stringify(line)}\n`);
}
