/**
 * Where the registry saves peers (reference: PeerStore). Every method rejects if it fails: an unsaved change did not
 * happen.
 */
import type { Peer } from './peer.ts';
import type { Millis } from './time.ts';

export interface PeerStore {
  savePeer(peer: Peer): Promise<void>;
  loadPeers(): Promise<readonly Peer[]>;
  deletePeer(peerId: string): Promise<void>;
  /** Deletes peers of any level that were last seen before `cutoff`, except those in `withBackup`. Returns how many. */
  deleteExpired(cutoff: Millis, withBackup: ReadonlySet<string>): Promise<number>;
}
