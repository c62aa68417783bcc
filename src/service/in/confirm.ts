/** Confirming a key in person: two people compare what both screens show (ARCHITECTURE "Identity"). */
import { hex } from '../../domain/bytes.ts';
import { type Fingerprint, wordNumbers } from '../../domain/fingerprint.ts';
import { aboutPeer } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { canonicalHash } from '../../wire/canonical.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';

export async function fingerprint({ store }: NodeContext, peerId: string): Promise<Fingerprint | Refusal> {
  const hash = hashOfPair(store, peerId);
  if (isRefusal(hash)) return hash;
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  const numbers = wordNumbers(hash);
  return {
    kind: 'fingerprint',
    hash,
    words: numbers.map((number) => wordlist[number] as string),
    digits: numbers.map((number) => `${number}`.padStart(4, '0')),
  };
}

/**
 * `hash`: the hash of the fingerprint that the person looked at. The answer is stored with the key that was compared:
 * it never counts for another key.
 */
export async function compareIdentity(
  { store, environment }: NodeContext,
  peerId: string,
  hash: string,
  matched: boolean,
): Promise<Outcome> {
  return store.transact({}, (): Outcome => {
    const now = hashOfPair(store, peerId);
    if (isRefusal(now)) return now;
    if (now !== hash) return refuse('fingerprint-changed', { found: peerId });
    const signer = store.signers.get(peerId);
    const peer = store.registry.getPeer(peerId);
    if (!signer || isRefusal(peer)) return refuse('not-signed', { found: peerId });
    const at = environment.now();
    store.signers.put({ ...signer, compared: { matched, at } });
    store.note({ kind: matched ? 'identity-confirmed' : 'identity-doubted', at, ...aboutPeer(peer), subject: hash });
    return { kind: 'done', what: matched ? 'identity-confirmed' : 'identity-doubted', peer: shownName(peer) };
  });
}

/** A hash over both keys and both genome hashes. It is the same on both screens. */
function hashOfPair({ identity, registry, genomeHash, signers }: StartedStore, peerId: string): string | Refusal {
  const peer = registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  const signer = signers.get(peerId);
  if (!signer) return refuse('not-signed', { found: shownName(peer) });
  const sides = [`${hex(identity.publicKey)} ${genomeHash}`, `${hex(signer.publicKey)} ${peer.genomeHash}`];
  return canonicalHash(sides.sort());
}
