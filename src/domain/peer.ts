/** A known peer, and the rules for a single one. `src/domain/registry.ts` holds them all. */
import type { Millis } from './time.ts';
import type { Trust } from './trust.ts';

/** Reference: PeerInfo. The stamps are by this node's clock. null: never. */
export interface Peer {
  readonly peerId: string;
  readonly nodeName: string;
  /** The genome hash that it reported last. */
  readonly genomeHash: string;
  readonly trust: Trust;
  readonly lastSeen: Millis | null;
  readonly lastSyncAt: Millis | null;
  /** Facts taken in from it since its last handshake. */
  readonly factCount: number;
  readonly handshakeAt: Millis | null;
}

/** Whether the peer was silent for strictly less than the timeout. */
export function isAlive(peer: Peer, now: Millis, timeout: Millis): boolean {
  return now - (peer.lastSeen ?? 0) < timeout;
}

/** Whether the peer may be forgotten: it was last seen before `cutoff`, at any level (reference: DeleteExpired). */
export function isForgettable({ lastSeen }: Pick<Peer, 'lastSeen'>, cutoff: Millis): boolean {
  return (lastSeen ?? 0) < cutoff;
}

/**
 * The peer with one import undone, which brought `factCount` facts at `at`. It is again as it was `before`, if nothing
 * was heard of it since. Else only the facts are counted back.
 */
export function withoutSync(peer: Peer, before: Peer, factCount: number, at: Millis): Peer {
  const isAsSynced = peer.lastSyncAt === at && peer.lastSeen === at && peer.trust === before.trust;
  return isAsSynced ? before : { ...peer, factCount: Math.max(0, peer.factCount - factCount) };
}

/**
 * Marks that change the direction of a text, and characters that nobody sees. With them one name can be made to look
 * like another.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;

/** The name as it is shown, never empty: a peer without a visible name is shown by its peer id. */
export function shownName({ peerId, nodeName }: Pick<Peer, 'peerId' | 'nodeName'>): string {
  return nodeName.replace(INVISIBLE, ' ').trim() || peerId;
}
