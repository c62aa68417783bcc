import canonicalize from 'canonicalize';
import { hex, sha256 } from '../domain/genome.ts';
import { isObject, type JsonObject } from './fields.ts';

/** Drop id (DESIGN 5.5): hex SHA-256 of the RFC 8785 form of the document, without its signature. */
export async function dropId(json: JsonObject): Promise<string> {
  return hex(await sha256(canonicalText(json)));
}

export function canonicalText(json: JsonObject): string {
  const text = canonicalize(unsigned(json));
  if (text === undefined) throw new TypeError('A document has a canonical form');
  return text;
}

function unsigned(json: JsonObject): JsonObject {
  if (!isObject(json.synapse) || json.synapse.signature === undefined) return json;
  const { signature: _, ...synapse } = json.synapse;
  return { ...json, synapse };
}
