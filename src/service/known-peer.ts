/** The peer an act is about, or why there is none. */
import type { Peer } from '../domain/peer.ts';
import { shownName } from '../domain/peer.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { NodeStore } from '../store/node-store.ts';

export function knownPeer({ registry }: NodeStore, peerId: string): Peer | Refusal {
  return registry?.getPeer(peerId) ?? refuse('peer-not-found', { found: peerId });
}

export function trustedPeer(store: NodeStore, peerId: string): Peer | Refusal {
  const peer = knownPeer(store, peerId);
  if (isRefusal(peer)) return peer;
  return store.registry?.isTrusted(peerId) ? peer : refuse('not-trusted', { found: shownName(peer) });
}
