/** Bytes and text: UTF-8, hex, base64url, SHA-256. Everything else in `src` asks here and does not write it again. */

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
 * Text (as UTF-8) or bytes to the 32 bytes of their SHA-256 (RFC 6234). Rejects only where the platform has no WebCrypto.
 * It answers later, after an IndexedDB transaction has ended: `canonicalHash` in `src/wire/canonical.ts` answers at once.
 */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = typeof data === 'string' ? utf8(data) : data;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Bytes to two lower-case hex digits each (base16 of RFC 4648 section 8, in lower case). Never throws. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Bytes, at most some thousand, to base64url without padding (RFC 4648 section 5). Never throws. */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/**
 * Base64url without padding (RFC 4648 section 5) to its bytes. Throws a DOMException for a letter outside of the
 * alphabet and for a length that no bytes have: check the text first.
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** Parts to one array of all their bytes, in order. A single part is returned itself, not copied. Never throws. */
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
