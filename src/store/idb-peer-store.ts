/**
 * The registry's PeerStore in the open transaction: what it saves is committed together with everything else, or not.
 */
import { isForgettable, type Peer } from '../domain/peer.ts';
import type { PeerStore } from '../domain/peer-store.ts';
import type { Read, Write } from './database.ts';

export class IdbPeerStore implements PeerStore {
  #tx: Read | null = null;

  /** The transaction that every call from now on uses. */
  within(tx: Read): void {
    this.#tx = tx;
  }

  async savePeer(peer: Peer): Promise<void> {
    await this.#writable().put(peer);
  }

  async deletePeer(peerId: string): Promise<void> {
    await this.#writable().delete(peerId);
  }

  async loadPeers(): Promise<readonly Peer[]> {
    return this.#open().objectStore('peers').getAll();
  }

  async deleteExpired(cutoff: number, withBackup: ReadonlySet<string>): Promise<number> {
    const store = this.#writable();
    const old = (await store.getAll()).filter((peer) => isForgettable(peer, cutoff) && !withBackup.has(peer.peerId));
    await Promise.all(old.map((peer) => store.delete(peer.peerId)));
    return old.length;
  }

  #open(): Read {
    if (!this.#tx) throw new TypeError('The peer store is used inside a transaction');
    return this.#tx;
  }

  #writable() {
    const tx = this.#open();
    if (tx.mode !== 'readwrite') throw new TypeError('Peers are saved inside a writing transaction');
    return (tx as Write).objectStore('peers');
  }
}
