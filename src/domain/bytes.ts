/** Bytes and text: UTF-8, hex, base64url, SHA-256. No other module of `src` has functions of its own for these. */

const encoder = new TextEncoder();

/** Text to its UTF-8 bytes (RFC 3629). A lone surrogate becomes U+FFFD. Never throws. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Text to the number of its UTF-8 bytes. Never throws. */
export function utf8Length(text: string): number {
  return utf8(text).length;
}

/**
 * Text (as UTF-8) or bytes to the 32 bytes of their SHA-256 (RFC 6234). Rejects only if the platform has no WebCrypto.
 * Do not await it inside an IndexedDB transaction, which would end. `canonicalHash` in `src/wire/canonical.ts` is
 * synchronous.
 */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = typeof data === 'string' ? utf8(data) : data;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Bytes to hex: two lower-case digits for each byte (RFC 4648 section 8, in lower case). Never throws. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Bytes to base64url without padding (RFC 4648 section 5). For short ones, such as keys and signatures: throws a
 * RangeError if there are more bytes than a call may have arguments (about 100,000).
 */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Base64url without padding (RFC 4648 section 5) to its bytes. Throws a DOMException if the text has a letter outside
 * of the alphabet, or a length that no bytes have.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/**
 * Parts to one array with all their bytes, in order. A single part is returned itself, without a copy. Never throws.
 */
export function joined(parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
