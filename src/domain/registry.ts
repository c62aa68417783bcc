/**
 * The known peers, their trust and their gene backups (reference: Registry; ARCHITECTURE "Trust"). Synchronous, and the
 * time is always an argument. It remembers what it changed, so that a commit writes only that. It hands out copies of
 * peers and backups. `Facts` stands for the facts of a backup: the registry passes it on and never looks inside.
 */
import type { HandshakeRequest, HandshakeResponse } from './handshake.ts';
import { isAlive, isForgettable, type Peer, withoutSync } from './peer.ts';
import type { PeerStore } from './peer-store.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Millis } from './time.ts';
import { Trust, type TrustName, trustName } from './trust.ts';

export const DEFAULT_TIMEOUT: Millis = 30 * 60 * 1000;

/** What is kept for a peer that fell silent (reference: GeneBackup). */
export interface Backup<Facts> {
  readonly peerId: string;
  readonly genomeHash: string;
  readonly facts: Facts;
  readonly backedUpAt: Millis;
  readonly reason: string;
}

export interface RegistryStats {
  readonly selfId: string;
  readonly nodeName: string;
  readonly totalPeers: number;
  readonly byTrust: Readonly<Partial<Record<TrustName, number>>>;
  readonly totalBackups: number;
}

/** What changed since the last call: peer ids to save or delete, backups to save, peer ids without a backup now. */
export interface RegistryChanges<Facts> {
  readonly peers: readonly string[];
  readonly backups: readonly Backup<Facts>[];
  readonly clearedBackups: readonly string[];
}

export class Registry<Facts> {
  readonly selfId: string;
  readonly nodeName: string;
  #timeout: Millis = DEFAULT_TIMEOUT;
  #peers = new Map<string, Peer>();
  #backups = new Map<string, Backup<Facts>>();
  #store: PeerStore | null = null;
  #changedPeers = new Set<string>();
  #forgotten = new Set<string>();
  #changedBackups = new Set<string>();

  /** A timeout of zero or less means 30 minutes. */
  constructor(selfId: string, nodeName: string, timeout: Millis) {
    this.selfId = selfId;
    this.nodeName = nodeName;
    this.changeTimeout(timeout);
  }

  get timeout(): Millis {
    return this.#timeout;
  }

  changeTimeout(timeout: Millis): void {
    this.#timeout = timeout > 0 ? timeout : DEFAULT_TIMEOUT;
  }

  /**
   * Answers a request: VERIFIED if the genome hashes are equal, else REJECTED. The caller checks that ours is not
   * empty.
   */
  processHandshake(request: HandshakeRequest, localHash: string, now: Millis): HandshakeResponse | Refusal {
    if (request.fromPeerId === this.selfId) return refuse('self-handshake', { found: request.fromPeerId });
    const trust = this.#meet(request.fromPeerId, request.fromNode, request.genomeHash, localHash, now);
    return {
      kind: 'handshake_response',
      toPeerId: this.selfId,
      toNode: this.nodeName,
      genomeHash: localHash,
      match: trust === Trust.VERIFIED,
      trust,
      timestamp: Math.floor(now / 1000),
    };
  }

  /** Takes a reply. The caller has checked that it answers an open request. The reference takes any reply. */
  completeHandshake(response: HandshakeResponse, localHash: string, now: Millis): void {
    this.#meet(response.toPeerId, response.toNode, response.genomeHash, localHash, now);
  }

  isTrusted(peerId: string): boolean {
    return this.#peers.get(peerId)?.trust === Trust.VERIFIED;
  }

  getPeer(peerId: string): Peer | Refusal {
    const peer = this.#peers.get(peerId);
    return peer ? { ...peer } : refuse('peer-not-found', { found: peerId });
  }

  listPeers(): readonly Peer[] {
    return this.#peersThat(() => true);
  }

  recordSync(peerId: string, factCount: number, now: Millis): Refusal | null {
    const peer = this.#peers.get(peerId);
    if (!peer) return refuse('peer-not-found', { found: peerId });
    this.#put({ ...peer, lastSyncAt: now, lastSeen: now, factCount: peer.factCount + factCount });
    return null;
  }

  touchPeer(peerId: string, now: Millis): void {
    const peer = this.#peers.get(peerId);
    if (peer) this.#put({ ...peer, lastSeen: now });
  }

  /** Makes every VERIFIED peer past the timeout EXPIRED. Returns their new backups, which all share `facts`. */
  checkTimeouts(facts: Facts, now: Millis): readonly Backup<Facts>[] {
    return this.silentPeers(now).map((peer) => {
      this.#put({ ...peer, trust: Trust.EXPIRED });
      const { peerId, genomeHash } = peer;
      const backup = { peerId, genomeHash, facts, backedUpAt: now, reason: 'timeout' };
      this.#backups.set(peerId, backup);
      this.#changedBackups.add(peerId);
      return { ...backup };
    });
  }

  /** The peers that checkTimeouts would expire: VERIFIED ones past the timeout. */
  silentPeers(now: Millis): readonly Peer[] {
    return this.#peersThat((peer) => peer.trust === Trust.VERIFIED && !isAlive(peer, now, this.#timeout));
  }

  /** When the next VERIFIED peer expires if it stays silent. null: none is. Each commit asks, so nothing is copied. */
  nextDeadline(): Millis | null {
    let next = Number.POSITIVE_INFINITY;
    for (const { trust, lastSeen } of this.#peers.values()) {
      if (trust === Trust.VERIFIED) next = Math.min(next, (lastSeen ?? 0) + this.#timeout);
    }
    return Number.isFinite(next) ? next : null;
  }

  getBackup(peerId: string): Backup<Facts> | null {
    const backup = this.#backups.get(peerId);
    return backup ? { ...backup } : null;
  }

  listBackups(): readonly Backup<Facts>[] {
    return Array.from(this.#backups.values(), (backup) => ({ ...backup }));
  }

  clearBackup(peerId: string): void {
    if (this.#backups.delete(peerId)) this.#changedBackups.add(peerId);
  }

  /** Changes the facts of a backup. Without a backup nothing happens. */
  replaceBackupFacts(peerId: string, facts: Facts): void {
    const backup = this.#backups.get(peerId);
    if (!backup) return;
    this.#backups.set(peerId, { ...backup, facts });
    this.#changedBackups.add(peerId);
  }

  peerCount(): number {
    return this.#peers.size;
  }

  trustedCount(): number {
    return this.#peersThat((peer) => peer.trust === Trust.VERIFIED).length;
  }

  stats(): RegistryStats {
    const byTrust: Partial<Record<TrustName, number>> = {};
    for (const peer of this.#peers.values()) {
      const name = trustName(peer.trust);
      byTrust[name] = (byTrust[name] ?? 0) + 1;
    }
    const { selfId, nodeName } = this;
    return { selfId, nodeName, totalPeers: this.#peers.size, byTrust, totalBackups: this.#backups.size };
  }

  // What the reference does not have (ARCHITECTURE "What the reference leaves open")

  /** We asked this peer to shake hands again: it is PENDING until its reply. An unknown peer stays unknown. */
  awaitReply(peerId: string): void {
    const peer = this.#peers.get(peerId);
    if (peer) this.#put({ ...peer, trust: Trust.PENDING });
  }

  /**
   * Our request was withdrawn: the peer gets its level back. If our genome changed since, VERIFIED becomes REJECTED.
   */
  resume(peerId: string, trust: Trust, localHash: string): void {
    const peer = this.#peers.get(peerId);
    if (peer?.trust !== Trust.PENDING) return;
    const isOutdated = trust === Trust.VERIFIED && peer.genomeHash !== localHash;
    this.#put({ ...peer, trust: isOutdated ? Trust.REJECTED : trust });
  }

  /** Undoes an import of `factCount` facts at `at`. `before`: the peer as it was before that import. */
  undoSync(before: Peer, factCount: number, at: Millis): void {
    const peer = this.#peers.get(before.peerId);
    if (peer) this.#put(withoutSync(peer, before, factCount, at));
  }

  /** Our genome has changed: VERIFIED peers with another hash become REJECTED. Returns them as they were. */
  distrustOtherGenomes(localHash: string): readonly Peer[] {
    const others = trustedWithOtherGenome(this.listPeers(), localHash);
    for (const peer of others) this.#put({ ...peer, trust: Trust.REJECTED });
    return others;
  }

  /** Forgets a peer and its backup. If it is met again, it is a stranger. */
  forget(peerId: string): void {
    if (!this.#peers.delete(peerId)) return;
    this.clearBackup(peerId);
    this.#forgotten.add(peerId);
    this.#changedPeers.add(peerId);
  }

  // The store

  setStore(store: PeerStore): void {
    this.#store = store;
  }

  async loadFromStore(): Promise<void> {
    for (const peer of (await this.#store?.loadPeers()) ?? []) this.#peers.set(peer.peerId, peer);
  }

  /** Takes backups that the caller has read: only the caller knows what their facts are. */
  restoreBackups(backups: readonly Backup<Facts>[]): void {
    for (const backup of backups) this.#backups.set(backup.peerId, backup);
  }

  /** Saves the peer as it is now, or deletes it if it was forgotten. Rejects if the store fails. */
  async persistPeer(peerId: string): Promise<void> {
    const peer = this.#peers.get(peerId);
    if (peer) await this.#store?.savePeer(peer);
    else if (this.#forgotten.has(peerId)) await this.#store?.deletePeer(peerId);
  }

  /**
   * Forgets peers that were silent for longer than `ttl`, of any level, here and in the store. Returns how many the
   * store deleted. A peer with a backup is never forgotten: nobody could hand the backup back. Rejects if the store
   * fails.
   */
  async cleanExpiredPeers(ttl: Millis, now: Millis): Promise<number> {
    const cutoff = now - ttl;
    for (const peer of this.forgettable(cutoff)) this.#peers.delete(peer.peerId);
    return (await this.#store?.deleteExpired(cutoff, new Set(this.#backups.keys()))) ?? 0;
  }

  /** The peers that cleanExpiredPeers would forget: last seen before `cutoff`, without a backup. */
  forgettable(cutoff: Millis): readonly Peer[] {
    return this.#peersThat((peer) => isForgettable(peer, cutoff) && !this.#backups.has(peer.peerId));
  }

  takeChanges(): RegistryChanges<Facts> {
    const touched = [...this.#changedBackups];
    const changes = {
      peers: [...this.#changedPeers],
      backups: touched.flatMap((peerId) => this.#backups.get(peerId) ?? []),
      clearedBackups: touched.filter((peerId) => !this.#backups.has(peerId)),
    };
    this.#changedPeers.clear();
    this.#changedBackups.clear();
    return changes;
  }

  /** Makes a new record of a peer, as the reference does: count and sync time begin again. Returns the new level. */
  #meet(peerId: string, nodeName: string, genomeHash: string, localHash: string, now: Millis): Trust {
    const match = genomeHash === localHash;
    const trust = match ? Trust.VERIFIED : Trust.REJECTED;
    this.#put({
      peerId,
      nodeName,
      genomeHash,
      trust,
      lastSeen: now,
      lastSyncAt: null,
      factCount: 0,
      handshakeAt: now,
    });
    return trust;
  }

  #peersThat(isWanted: (peer: Peer) => boolean): readonly Peer[] {
    const peers: Peer[] = [];
    for (const peer of this.#peers.values()) if (isWanted(peer)) peers.push({ ...peer });
    return peers;
  }

  #put(peer: Peer): void {
    this.#peers.set(peer.peerId, peer);
    this.#changedPeers.add(peer.peerId);
  }
}

/** VERIFIED peers with another genome hash than this one. A warning names them before the genome changes. */
export function trustedWithOtherGenome(peers: readonly Peer[], localHash: string): readonly Peer[] {
  return peers.filter((peer) => peer.trust === Trust.VERIFIED && peer.genomeHash !== localHash);
}
