/**
 * The memory of one node. `transact` is the only door for change (ARCHITECTURE "The one transaction"). One writer at a
 * time over all tabs. Whoever remembers an older revision loads again first.
 */
import type { Fact } from '../domain/fact.ts';
import type { JournalEntry } from '../domain/journal.ts';
import type { Registry } from '../domain/registry.ts';
import type { Tell, Watch } from '../domain/steps.ts';
import type { Millis } from '../domain/time.ts';
import { CachedStore } from './cached-store.ts';
import { Counters, countersOf, readJournal, type WholeJournal } from './counters.ts';
import { Database, type Queue, type Read, type Write } from './database.ts';
import { FactPages, fetchPages, type LoadedPages } from './fact-pages.ts';
import { FactSearch } from './fact-search.ts';
import type {
  BackupFactsRecord,
  BackupFactsRef,
  CountersRecord,
  Identity,
  JournalRecord,
  SelfRecord,
  Settings,
} from './schema.ts';
import { Stagings } from './staging.ts';
import { readBackupFacts, StoredRegistry } from './stored-registry.ts';
import {
  ALL_STORES,
  Latch,
  type Memory,
  type Preload,
  type Preloaded,
  transact,
  writeLockOf,
  writeRows,
} from './transaction.ts';

/** Who hears of commits, and how a line of the journal is hashed. */
export interface StoreEvents {
  /** The memory is another one than before, and it is stored. */
  committed(): void;
  /** Another tab has committed: the memory is to be refreshed. */
  movedElsewhere(): void;
  /** The hash that the next line of the journal is chained to. */
  hashLine(record: JournalRecord): string;
}

export class NodeStore {
  readonly self = new CachedStore('self');
  readonly genes = new CachedStore('genes');
  readonly exchanges = new CachedStore('exchanges');
  readonly signers = new CachedStore('signers');
  readonly handshakes = new CachedStore('handshakes');
  readonly incidents = new CachedStore('incidents');
  readonly conflicts = new CachedStore('conflicts');
  readonly drops = new CachedStore('drops');
  readonly device = new CachedStore('device');
  readonly facts: FactPages;
  readonly name: string;
  readonly stagings: Stagings;
  readonly search: FactSearch;

  readonly #database: Database;
  readonly #channel: BroadcastChannel;
  readonly #events: StoreEvents;
  readonly #counters: Counters;
  readonly #peers = new StoredRegistry();
  readonly #latch = new Latch();
  readonly #memory: Memory;
  #isLoaded = false;

  /** `pageSize` is for tests: small pages show what large ones hide. */
  constructor(name: string, events: StoreEvents, pageSize?: number) {
    this.facts = new FactPages(pageSize);
    this.search = new FactSearch(this.facts, (numbers) => this.readPages(numbers));
    this.name = name;
    this.#database = new Database(name);
    this.stagings = new Stagings(this.#database);
    this.#events = events;
    this.#counters = new Counters(events.hashLine);
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => this.#events.movedElsewhere();
    this.#memory = {
      isCurrent: (tx) => this.#isCurrent(tx),
      load: (tx) => this.#load(tx),
      reload: (begin) => this.#reload(begin),
      preload: (tx, preload, tell) => this.#preload(tx, preload, tell),
      flush: (tx, queue, tell) => this.#flush(tx, queue, tell),
    };
  }

  get identity(): Identity | undefined {
    return this.#ownRecord('identity');
  }
  get settings(): Settings | undefined {
    return this.#ownRecord('settings');
  }
  /** Empty if there are no genes. */
  get genomeHash(): string {
    return this.#ownRecord('genome')?.hash ?? '';
  }

  /** Commits, changes and journal lines so far. */
  get counters(): CountersRecord {
    return this.#counters.record;
  }

  /** The known peers. null: this node has no identity yet. */
  get registry(): Registry<BackupFactsRef> | null {
    return this.#peers.registry;
  }

  /** Reads the small stores if the revision on disk is not the one in memory. Rejects with StoreError. */
  async refresh(): Promise<void> {
    await this.#database.with(async (db) => {
      const tx = db.transaction(ALL_STORES, 'readonly');
      if (!(await this.#isCurrent(tx))) await this.#load(tx);
    });
  }

  /**
   * One change, whole or not at all. `decide` works on the cached stores, the registry and the facts of this store and
   * may not wait for anything. Rejects with StoreError if the change could not be written, and with what `watch`
   * throws. The memory is then as stored.
   */
  async transact<T>(preload: Preload, decide: (preloaded: Preloaded) => T, watch?: Watch): Promise<T> {
    const committed = await transact(this.#database, this.#memory, this.#latch, preload, decide, watch);
    if (committed.wrote) {
      this.#counters.committed();
      this.#channel.postMessage(this.counters.revision);
    }
    if (committed.moved) this.#events.committed();
    return committed.decided;
  }

  /** Runs `work` on the database itself while nobody writes. If `isReplaced` says so, the memory is read again. */
  async exclusively<T>(work: (database: Database) => Promise<T>, isReplaced: (result: T) => boolean): Promise<T> {
    const result = await navigator.locks.request(writeLockOf(this.#database), () => work(this.#database));
    if (!isReplaced(result)) return result;
    this.#isLoaded = false;
    await this.refresh();
    this.#channel.postMessage(this.counters.revision);
    this.#events.committed();
    return result;
  }

  /** Resolves when the memory is as stored: nothing is decided that is not committed yet. */
  whenStored(): Promise<void> {
    return this.#latch.whenOpen();
  }

  /** Gives this node its identity and with it a registry. Called once, inside a decision. */
  begin(identity: Identity, settings: Settings): void {
    this.self.put(identity);
    this.self.put(settings);
    this.#counters.beginAt(identity.startedAt);
    this.#peers.begin(identity, settings);
  }

  /** Takes `count` sequence numbers and returns the first. */
  nextSeq(count = 1): number {
    return this.#counters.reserveSeqs(count);
  }

  /** Takes the number of the next document. The document may be signed once the number is committed. */
  nextNumber(): number {
    return this.#counters.reserveNumber();
  }

  /** Appends a line to the journal, inside a decision. */
  note(entry: JournalEntry): void {
    this.#counters.note(entry);
  }

  /** Appends a line with the next commit that succeeds: it may tell that an earlier one could not be stored. */
  noteLater(entry: JournalEntry): void {
    this.#counters.noteLater(entry);
  }

  /** Stores the facts of a backup, inside a decision. */
  putBackupFacts(record: BackupFactsRecord): void {
    this.#peers.putBackupFacts(record);
  }

  /** Forgets peers that expired and were silent for longer than `ttl`, inside a decision. */
  forgetPeers(ttl: Millis, now: Millis): void {
    this.#peers.forgetPeers(ttl, now);
  }

  readPages(numbers: Iterable<number>, tell?: Tell): Promise<LoadedPages> {
    return this.#database.with((db) => fetchPages(db.transaction(ALL_STORES, 'readonly'), numbers, tell));
  }

  readBackupFacts(keptId: string): Promise<readonly Fact[]> {
    return this.#database.with((db) => readBackupFacts(db.transaction(ALL_STORES, 'readonly'), keptId));
  }

  readJournal(): Promise<WholeJournal> {
    return this.#database.with((db) => readJournal(db.transaction(ALL_STORES, 'readonly')));
  }

  async close(): Promise<void> {
    this.#channel.close();
    await this.#database.close();
  }

  async #isCurrent(tx: Read): Promise<boolean> {
    const { revision } = countersOf(await tx.objectStore('self').get('counters'));
    return this.#isLoaded && revision === this.counters.revision;
  }

  async #load(tx: Read): Promise<void> {
    await Promise.all(this.#parts().map((part) => part.load(tx)));
    this.#counters.load(this.self.get('counters'));
    await this.#peers.load(tx, this.identity, this.settings);
    this.#isLoaded = true;
  }

  /** If the disk cannot be read either, the next act tries again. */
  async #reload(begin: () => Read): Promise<void> {
    this.#isLoaded = false;
    try {
      await this.#load(begin());
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  async #preload(tx: Write, preload: Preload, tell: Tell | undefined): Promise<Preloaded> {
    const keptIds = [...(preload.backupFacts?.() ?? [])];
    const [pages, backupFacts] = await Promise.all([
      fetchPages(tx, preload.pages?.(this.facts) ?? [], tell),
      Promise.all(keptIds.map(async (keptId) => [keptId, await readBackupFacts(tx, keptId)] as const)),
    ]);
    this.#peers.within(tx);
    return { pages, backupFacts: new Map(backupFacts) };
  }

  async #flush(tx: Write, queue: Queue, tell: Tell | undefined): Promise<boolean> {
    const parts = this.#parts();
    const isChanged = parts.some((part) => part.unwritten > 0) || this.#counters.isChanged;
    const arePeersChanged = this.#peers.flush(tx, queue);
    if (!isChanged && !arePeersChanged) return false;
    this.#counters.flush(tx, queue);
    await writeRows(tx, parts, queue, tell);
    return true;
  }

  #ownRecord<Id extends SelfRecord['id']>(id: Id): Extract<SelfRecord, { readonly id: Id }> | undefined {
    return this.self.get(id) as Extract<SelfRecord, { readonly id: Id }> | undefined;
  }

  #parts() {
    const { self, genes, exchanges, signers, handshakes, incidents, conflicts, drops, device, facts } = this;
    return [self, genes, exchanges, signers, handshakes, incidents, conflicts, drops, device, facts];
  }
}
