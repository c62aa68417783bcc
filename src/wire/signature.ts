/**
 * Where a document carries its author's key and signature (`synapse.public_key`, `synapse.signature`), and the number
 * that its author gave to no other document (`synapse.number`). See PROTOCOL "Identity and signatures" and PROTOCOL
 * "Numbers".
 */
import { fromBase64url, toBase64url } from '../domain/bytes.ts';
import { isObject } from '../domain/is-object.ts';
import type { Refusal } from '../domain/refusal.ts';
import { Fields, type JsonObject } from './fields.ts';

export interface Signature {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** 64 bytes, over the canonical form. */
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** 32 and 64 bytes in base64url without padding (RFC 4648 section 5). */
const PUBLIC_KEY = /^[\w-]{43}$/;
const SIGNATURE = /^[\w-]{86}$/;

/** null: nothing is signed. `malformed`: a part is missing, or it cannot be a key or a signature. */
export function readSignature({ synapse }: JsonObject): Signature | 'malformed' | null {
  if (!isObject(synapse)) return null;
  const { public_key: key, signature } = synapse;
  if (key === undefined && signature === undefined) return null;
  if (typeof key !== 'string' || typeof signature !== 'string') return 'malformed';
  return signatureOf(key, signature) ?? 'malformed';
}

/** null: there is none. GoMCP does not number its documents, and old versions of Synapse did not. */
export function readNumber({ synapse }: JsonObject): number | null | Refusal {
  if (!isObject(synapse) || (synapse.number ?? null) === null) return null;
  const fields = new Fields(synapse, '/synapse');
  const number = fields.integer('number');
  return fields.refusal ?? number;
}

/** From the two texts that carry it. null: they cannot be a key and a signature. */
export function signatureOf(key: string, signature: string): Signature | null {
  if (!PUBLIC_KEY.test(key) || !SIGNATURE.test(signature)) return null;
  return { publicKey: fromBase64url(key), signature: fromBase64url(signature) };
}

export function withNumber(json: JsonObject, number: number): JsonObject {
  return { ...json, synapse: { ...synapseIn(json), number } };
}

/** The document with the key, still without a signature: what is signed. */
export function withPublicKey(json: JsonObject, publicKey: Uint8Array): JsonObject {
  return { ...json, synapse: { ...synapseIn(json), public_key: toBase64url(publicKey) } };
}

export function withSignature(json: JsonObject, signature: Uint8Array): JsonObject {
  return { ...json, synapse: { ...synapseIn(json), signature: toBase64url(signature) } };
}

function synapseIn({ synapse }: JsonObject): JsonObject {
  return isObject(synapse) ? synapse : {};
}
