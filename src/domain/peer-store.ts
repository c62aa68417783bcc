import type { Peer } from './peer.ts';
import type { Millis } from './time.ts';

/** Where peers outlive the page (reference: PeerStore). Errors reject: a change that is not stored did not happen. */
export interface PeerStore {
  savePeer(peer: Peer): Promise<void>;
  loadPeers(): Promise<readonly Peer[]>;
  deletePeer(peerId: string): Promise<void>;
  /** Deletes peers that expired and were last seen before `cutoff`, but none of `kept`; says how many. */
  deleteExpired(cutoff: Millis, kept: ReadonlySet<string>): Promise<number>;
}
