/** The registry of peers and their gene backups, as they are stored: read with the memory, written with a commit. */
import type { Fact } from '../domain/fact.ts';
import { type Backup, Registry } from '../domain/registry.ts';
import type { Millis } from '../domain/time.ts';
import type { Queue, Read, Write } from './database.ts';
import { IdbPeerStore } from './idb-peer-store.ts';
import type { BackupFactsRecord, BackupFactsRef, Identity, Settings } from './schema.ts';

export class StoredRegistry {
  readonly #peerStore = new IdbPeerStore();
  /** Not written yet. */
  readonly #newBackupFacts: BackupFactsRecord[] = [];
  /** Deletions of peers that were already requested in the open transaction. */
  readonly #deletions: Promise<unknown>[] = [];
  #registry: Registry<BackupFactsRef> | null = null;

  /** null: this node has no identity yet. */
  get registry(): Registry<BackupFactsRef> | null {
    return this.#registry;
  }

  /** Forgets what was not written, and reads peers and backups. Readers see the old registry until all is read. */
  async load(tx: Read, identity: Identity | undefined, settings: Settings | undefined): Promise<void> {
    this.#newBackupFacts.length = 0;
    this.#deletions.length = 0;
    this.#registry = identity && settings ? await this.#read(tx, identity, settings) : null;
  }

  /** A new node begins: with an empty registry. */
  begin(identity: Identity, settings: Settings): void {
    this.#registry = this.#create(identity, settings);
  }

  /** The transaction in which peers are saved and deleted from now on. */
  within(tx: Write): void {
    this.#peerStore.within(tx);
  }

  /** Stores the facts of a backup with this commit. */
  putBackupFacts(record: BackupFactsRecord): void {
    this.#newBackupFacts.push(record);
  }

  /** Forgets peers that were silent for longer than `ttl`. */
  forgetPeers(ttl: Millis, now: Millis): void {
    if (this.#registry) this.#deletions.push(this.#registry.cleanExpiredPeers(ttl, now));
  }

  /** Queues every change. Returns whether there was any. */
  flush(tx: Write, queue: Queue): boolean {
    const changes = this.#registry?.takeChanges() ?? { peers: [], backups: [], clearedBackups: [] };
    const { peers, backups, clearedBackups } = changes;
    const changed =
      this.#newBackupFacts.length + this.#deletions.length + peers.length + backups.length + clearedBackups.length > 0;
    for (const deletion of this.#deletions.splice(0)) queue(deletion);
    for (const record of this.#newBackupFacts.splice(0)) queue(tx.objectStore('kept').put(record));
    for (const peerId of peers) queue(this.#registry?.persistPeer(peerId));
    for (const backup of backups) queue(tx.objectStore('backups').put(backup));
    for (const peerId of clearedBackups) queue(tx.objectStore('backups').delete(peerId));
    if (backups.length + clearedBackups.length > 0) {
      queue(deleteUnusedBackupFacts(tx, this.#registry?.listBackups() ?? []));
    }
    return changed;
  }

  async #read(tx: Read, identity: Identity, settings: Settings): Promise<Registry<BackupFactsRef>> {
    const registry = this.#create(identity, settings);
    this.#peerStore.within(tx);
    const [backups] = await Promise.all([tx.objectStore('backups').getAll(), registry.loadFromStore()]);
    registry.restoreBackups(backups);
    return registry;
  }

  #create({ peerId, nodeName }: Identity, { timeout }: Settings): Registry<BackupFactsRef> {
    const registry = new Registry<BackupFactsRef>(peerId, nodeName, timeout);
    registry.setStore(this.#peerStore);
    return registry;
  }
}

/** Deletes the stored facts that none of these backups refers to. */
async function deleteUnusedBackupFacts(tx: Write, backups: readonly Backup<BackupFactsRef>[]): Promise<void> {
  const used = new Set(backups.map((backup) => backup.facts.keptId));
  const store = tx.objectStore('kept');
  const unused = (await store.getAllKeys()).filter((key) => !used.has(key));
  await Promise.all(unused.map((key) => store.delete(key)));
}

/** The facts of one backup. Empty: there are none with this id. */
export async function readBackupFacts(tx: Read, keptId: string): Promise<readonly Fact[]> {
  return (await tx.objectStore('kept').get(keptId))?.facts ?? [];
}
