import { signAsync } from '@noble/ed25519';
import { expect, test } from 'vitest';
import { hex } from '../../src/domain/bytes.ts';
import { libraryKeys, makeIdentity, peerIdOf } from '../../src/service/identity.ts';
import { testEnvironment } from '../stories/support/test-environment.ts';

test('the peer id is the first 24 hex digits of SHA-256 of the raw public key', async () => {
  const { peerId, publicKey } = await makeIdentity(testEnvironment());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey));
  expect(peerId).toBe(`peer_${hex(digest).slice(0, 24)}`);
  expect((await makeIdentity(testEnvironment())).peerId).not.toBe(peerId);
});

test('a key pair of the platform still signs after it was stored', async () => {
  const { publicKey, secret } = await makeIdentity(testEnvironment());
  if ('seed' in secret) throw new Error('This browser has no Ed25519 of its own');
  const stored = structuredClone(secret);
  const text = new TextEncoder().encode('carried by hand');
  const signature = await crypto.subtle.sign('Ed25519', stored.privateKey, text);
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify']);
  expect(await crypto.subtle.verify('Ed25519', key, signature, text)).toBe(true);
});

test('the platform verifies what a seed of the library has signed', async () => {
  const { publicKey, secret } = await libraryKeys(testEnvironment());
  if (!('seed' in secret)) throw new Error('The library gave no seed');
  const text = new TextEncoder().encode('carried by hand');
  const signature = new Uint8Array(await signAsync(text, secret.seed));
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', true, ['verify']);
  expect(await crypto.subtle.verify('Ed25519', key, signature, text)).toBe(true);
  expect(await peerIdOf(publicKey)).toMatch(/^peer_[0-9a-f]{24}$/);
});
