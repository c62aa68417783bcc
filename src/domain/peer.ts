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

/**
 * A peer without a sync of `factCount` facts at `at`: as it was `before`, or, where it was heard of since, with only so
 * many facts less.
 */
export function withoutSync(peer: Peer, before: Peer, factCount: number, at: Millis): Peer {
  const isAsSynced = peer.lastSyncAt === at && peer.lastSeen === at && peer.trust === before.trust;
  return isAsSynced ? before : { ...peer, factCount: Math.max(0, peer.factCount - factCount) };
}

/**
 * Marks that turn the direction of a text around, and characters nobody sees: a name made of them can pose as another.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;

/**
 * The name as people are shown it; a node without one is shown by its peer id. What it was really called stays as it
 * is.
 */
export function shownName({ peerId, nodeName }: Pick<Peer, 'peerId' | 'nodeName'>): string {
  return nodeName.replace(INVISIBLE, ' ').trim() || peerId;
}
