import type { Millis } from './time.ts';
import { Trust } from './trust.ts';

/** A known peer (reference: PeerInfo). Local stamps; null: never. */
export interface Peer {
  readonly peerId: string;
  readonly nodeName: string;
  /** The genome hash it reported. */
  readonly genomeHash: string;
  readonly trust: Trust;
  readonly lastSeen: Millis | null;
  readonly lastSyncAt: Millis | null;
  /** Facts taken in from it since its last handshake. */
  readonly factCount: number;
  readonly handshakeAt: Millis | null;
}

/** Alive means strictly less than the timeout (DESIGN 4.1). */
export function isAlive(peer: Peer, now: Millis, timeout: Millis): boolean {
  return now - (peer.lastSeen ?? 0) < timeout;
}

/** May it be forgotten? Only a peer that fell silent, and was last heard of before `cutoff`. */
export function isForgettable(peer: Peer, cutoff: Millis): boolean {
  return peer.trust === Trust.EXPIRED && (peer.lastSeen ?? 0) < cutoff;
}
