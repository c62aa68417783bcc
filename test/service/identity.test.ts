import { signAsync } from '@noble/ed25519';
import { expect, test } from 'vitest';
import { hex } from '../../src/domain/bytes.ts';
import { libraryKeys, makeIdentity, peerIdOf } from '../../src/service/identity.ts';

const platform = {
  now: () => 0,
  randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  wakeAt: () => undefined,
};

test('the peer id is the first 24 hex digits of SHA-256 of the raw public key', async () => {
  const { peerId, publicKey } = await makeIdentity(platform);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  expect(peerId).toBe(`peer_${hex(digest).slice(0, 24)}`);
  expect((await makeIdentity(platform)).peerId).not.toBe(peerId);
});

test('the platform’s keys can be stored, and sign after that', async () => {
  const { publicKey, secret } = await makeIdentity(platform);
  if ('seed' in secret) throw new Error('This browser has Ed25519');
  const kept = structuredClone(secret);
  const text = new TextEncoder().encode('carried by hand');
  const signature = await crypto.subtle.sign('Ed25519', kept.privateKey, text);
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify']);
  expect(await crypto.subtle.verify('Ed25519', key, signature, text)).toBe(true);
});

test('the library’s keys are the same kind: what its seed signs, the platform verifies', async () => {
  const { publicKey, secret } = await libraryKeys(platform);
  if (!('seed' in secret)) throw new Error('The library keeps a seed');
  const text = new TextEncoder().encode('carried by hand');
  const signature = new Uint8Array(await signAsync(text, secret.seed));
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify']);
  expect(await crypto.subtle.verify('Ed25519', key, signature, text)).toBe(true);
  expect(await peerIdOf(publicKey)).toMatch(/^peer_[0-9a-f]{24}$/);
});
