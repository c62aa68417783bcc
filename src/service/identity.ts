/** The key pair of this node, and signatures (ARCHITECTURE "Identity"). The private key is never handed to the page. */
import { hex, sha256 } from '../domain/bytes.ts';
import type { Identity } from '../store/schema.ts';
import type { Environment } from './node-context.ts';

type KeyMaterial = Pick<Identity, 'publicKey' | 'secret'>;

/** A new Ed25519 key pair, and its peer id. The keys can be exported, because an archive carries them. */
export async function makeIdentity(
  environment: Environment,
): Promise<Pick<Identity, 'peerId' | 'publicKey' | 'secret'>> {
  const keys = (await browserKeys()) ?? (await libraryKeys(environment));
  return { ...keys, peerId: await peerIdOf(keys.publicKey) };
}

/** `peer_` and the first 24 hex digits of the SHA-256 of the raw public key. */
export async function peerIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return `peer_${hex(await sha256(publicKey)).slice(0, 24)}`;
}

/** Keys that the browser made. null: it cannot make them, or cannot sign with a stored key (a structured clone). */
async function browserKeys(): Promise<KeyMaterial | null> {
  try {
    const made = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
    const secret = structuredClone(made as CryptoKeyPair);
    const probe = new Uint8Array(32);
    const signature = await crypto.subtle.sign('Ed25519', secret.privateKey, probe);
    if (!(await crypto.subtle.verify('Ed25519', secret.publicKey, signature, probe))) return null;
    return { secret, publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', secret.publicKey)) };
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null; // No Ed25519 in this browser.
    throw error;
  }
}

/** The Ed25519 signature over these bytes. */
export async function signWith({ secret }: KeyMaterial, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!('seed' in secret)) return new Uint8Array(await crypto.subtle.sign('Ed25519', secret.privateKey, bytes));
  const { signAsync } = await import('@noble/ed25519');
  return signAsync(bytes, secret.seed);
}

/** Whether the signature over these bytes was made with the key of this raw public key. */
export async function isSignedWith(
  publicKey: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const key = await importKey(publicKey);
  if (key) return crypto.subtle.verify('Ed25519', key, signature, bytes);
  const { verifyAsync } = await import('@noble/ed25519');
  return verifyAsync(signature, bytes, publicKey);
}

/** null: the browser has no Ed25519, or does not accept this key. */
async function importKey(publicKey: Uint8Array<ArrayBuffer>, extractable = false): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', extractable, ['verify']);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

/** Keys of a library, which is loaded only if the browser has no Ed25519. */
export async function libraryKeys(environment: Environment): Promise<KeyMaterial> {
  const { getPublicKeyAsync } = await import('@noble/ed25519');
  const seed = environment.randomBytes(32);
  return { secret: { seed }, publicKey: new Uint8Array(await getPublicKeyAsync(seed)) };
}

/** How the PKCS #8 form of an Ed25519 key begins (RFC 8410). The 32 bytes of the seed follow. */
const PKCS8_BEGINNING = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];

/** The seed of the keys, 32 bytes. It leaves this browser only inside an archive behind a passphrase. */
export async function seedOf({ secret }: Pick<KeyMaterial, 'secret'>): Promise<Uint8Array<ArrayBuffer>> {
  if ('seed' in secret) return secret.seed;
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', secret.privateKey)).slice(-32);
}

/** The keys of this seed, as this browser stores them. null: the public key is another seed's. */
export async function keysOf(
  seed: Uint8Array<ArrayBuffer>,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<KeyMaterial | null> {
  const keys = { secret: (await browserPair(seed, publicKey)) ?? { seed }, publicKey };
  const probe = new Uint8Array(32);
  const signature = new Uint8Array(await signWith(keys, probe));
  return (await isSignedWith(publicKey, signature, probe)) ? keys : null;
}

async function browserPair(seed: Uint8Array, publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKeyPair | null> {
  const verifying = await importKey(publicKey, true);
  if (!verifying || seed.length !== 32) return null;
  const pkcs8 = new Uint8Array([...PKCS8_BEGINNING, ...seed]);
  return { publicKey: verifying, privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']) };
}
