/** Confirming in person that a key is whose it is said to be: two people compare what both screens show (DESIGN 4.1). */
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

/** `hash`: of the fingerprint that the person looked at. What was said of it is kept with the key it was said of, and goes over to no other. */
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

/** Each side's key with its genome hash, in an order that does not depend on who looks. */
function hashOfPair({ identity, registry, genomeHash, signers }: StartedStore, peerId: string): string | Refusal {
  const peer = registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  const signer = signers.get(peerId);
  if (!signer) return refuse('not-signed', { found: shownName(peer) });
  const sides = [`${hex(identity.publicKey)} ${genomeHash}`, `${hex(signer.publicKey)} ${peer.genomeHash}`];
  return canonicalHash(sides.sort());
}
