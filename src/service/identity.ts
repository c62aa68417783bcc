import { hex, sha256 } from '../domain/bytes.ts';
import type { Identity } from '../store/schema.ts';
import type { Environment } from './node-context.ts';

type KeyMaterial = Pick<Identity, 'publicKey' | 'secret'>;

/**
 * A new Ed25519 key pair and the peer id that follows from it (DESIGN 4.2): `peer_` and the first 24 hex digits of SHA-256 of the raw public key.
 * Keys can be taken out again, since a node's archive has to carry its identity to another machine.
 */
export async function makeIdentity(
  environment: Environment,
): Promise<Pick<Identity, 'peerId' | 'publicKey' | 'secret'>> {
  const keys = (await platformKeys()) ?? (await libraryKeys(environment));
  return { ...keys, peerId: await peerIdOf(keys.publicKey) };
}

export async function peerIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return `peer_${hex(await sha256(publicKey)).slice(0, 24)}`;
}

/** Keys of the platform where it can make them, keep them (a stored key is a structured clone) and sign with what was kept; else null. */
async function platformKeys(): Promise<KeyMaterial | null> {
  try {
    const made = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
    const secret = structuredClone(made as CryptoKeyPair);
    const probe = new Uint8Array(32);
    const signature = await crypto.subtle.sign('Ed25519', secret.privateKey, probe);
    if (!(await crypto.subtle.verify('Ed25519', secret.publicKey, signature, probe))) return null;
    return { secret, publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', secret.publicKey)) };
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null; // Not here: the library takes over.
    throw error;
  }
}

/** Ed25519 over these bytes, with the key of this node. */
export async function signWith({ secret }: KeyMaterial, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!('seed' in secret)) return new Uint8Array(await crypto.subtle.sign('Ed25519', secret.privateKey, bytes));
  const { signAsync } = await import('@noble/ed25519');
  return signAsync(bytes, secret.seed);
}

/** Does this signature over these bytes hold for that raw public key? */
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

/** null where the platform has no Ed25519, or will not have this key. */
async function importKey(publicKey: Uint8Array<ArrayBuffer>, extractable = false): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', extractable, ['verify']);
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

/** The same from a well-kept library, which is loaded only where the platform has no Ed25519. */
export async function libraryKeys(environment: Environment): Promise<KeyMaterial> {
  const { getPublicKeyAsync } = await import('@noble/ed25519');
  const seed = environment.randomBytes(32);
  return { secret: { seed }, publicKey: new Uint8Array(await getPublicKeyAsync(seed)) };
}

/** PKCS #8 of an Ed25519 key (RFC 8410) is this, and then its 32 bytes of seed. */
const PKCS8 = Uint8Array.of(
  0x30,
  0x2e,
  0x02,
  0x01,
  0x00,
  0x30,
  0x05,
  0x06,
  0x03,
  0x2b,
  0x65,
  0x70,
  0x04,
  0x22,
  0x04,
  0x20,
);

/** The seed that the keys follow from, 32 bytes: leaves this node only inside an archive behind a passphrase. */
export async function seedOf({ secret }: Pick<KeyMaterial, 'secret'>): Promise<Uint8Array<ArrayBuffer>> {
  if ('seed' in secret) return secret.seed;
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', secret.privateKey)).slice(-32);
}

/** The keys of that seed, as this platform keeps them; null where the public key is not that of the seed. */
export async function keysOf(
  seed: Uint8Array<ArrayBuffer>,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<KeyMaterial | null> {
  const keys = { secret: (await platformPair(seed, publicKey)) ?? { seed }, publicKey };
  const probe = new Uint8Array(32);
  const signature = new Uint8Array(await signWith(keys, probe));
  return (await isSignedWith(publicKey, signature, probe)) ? keys : null;
}

async function platformPair(seed: Uint8Array, publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKeyPair | null> {
  const verifying = await importKey(publicKey, true);
  if (!verifying || seed.length !== 32) return null;
  const pkcs8 = new Uint8Array([...PKCS8, ...seed]);
  return { publicKey: verifying, privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']) };
}
