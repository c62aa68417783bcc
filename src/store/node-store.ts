/**
 * The memory of one node. `transact` is the only door for change (DESIGN 3): load what is named, decide synchronously on what is in memory,
 * write, and only then let it be known. One writer at a time over all tabs (Web Locks); whoever remembers an older revision loads again first.
 */
import type { Fact } from '../domain/fact.ts';
import type { JournalEntry } from '../domain/journal.ts';
import { Registry } from '../domain/registry.ts';
import type { Tell, Watch } from '../domain/steps.ts';
import type { Millis } from '../domain/time.ts';
import { Shelf } from './cached-store.ts';
import { countersOf, RunningNumbers, readJournal, type WholeJournal } from './counters.ts';
import { abort, Database, type Queue, type Read, type Write } from './database.ts';
import { FactPages, fetchPages, type LoadedPages } from './fact-pages.ts';
import { FactSearch } from './fact-search.ts';
import { IdbPeerStore } from './idb-peer-store.ts';
import {
  type Counters,
  type Identity,
  type JournalRecord,
  KEY_PATHS,
  type KeptFacts,
  type KeptRecord,
  type SelfRecord,
  type Settings,
  type StoreName,
} from './schema.ts';
import { Stagings } from './staging.ts';
import { forgetKept, Gate, type Loaded, type Needs, writeRows } from './transaction.ts';

const ALL_STORES = [...Object.keys(KEY_PATHS), 'journal'] as StoreName[];

export class NodeStore {
  readonly self = new Shelf('self');
  readonly genes = new Shelf('genes');
  readonly exchanges = new Shelf('exchanges');
  readonly signers = new Shelf('signers');
  readonly handshakes = new Shelf('handshakes');
  readonly incidents = new Shelf('incidents');
  readonly conflicts = new Shelf('conflicts');
  readonly drops = new Shelf('drops');
  readonly device = new Shelf('device');
  readonly facts: FactPages;
  readonly name: string;
  readonly stagings: Stagings;
  readonly search: FactSearch;

  readonly #database: Database;
  readonly #peerStore = new IdbPeerStore();
  readonly #channel: BroadcastChannel;
  readonly #keeper: Keeper;
  readonly #numbers: RunningNumbers;
  #registry: Registry<KeptFacts> | null = null;
  #loaded = false;
  readonly #gate = new Gate();
  readonly #kept: KeptRecord[] = [];
  readonly #forgetting: Promise<unknown>[] = [];

  /** `pageSize` is for tests: small pages show what large ones hide. */
  constructor(name: string, keeper: Keeper, pageSize?: number) {
    this.facts = new FactPages(pageSize);
    this.search = new FactSearch(this.facts, (numbers) => this.readPages(numbers));
    this.name = name;
    this.#database = new Database(name);
    this.stagings = new Stagings(this.#database);
    this.#keeper = keeper;
    this.#numbers = new RunningNumbers(keeper.seal);
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => this.#keeper.movedElsewhere();
  }

  get identity(): Identity | undefined {
    return this.#own('identity');
  }
  get settings(): Settings | undefined {
    return this.#own('settings');
  }
  /** Empty where there are no genes. */
  get genomeHash(): string {
    return this.#own('genome')?.hash ?? '';
  }

  /** Commits, changes and journal lines so far. */
  get counters(): Counters {
    return this.#numbers.counters;
  }

  /** Known peers; there is none before this node has an identity. */
  get registry(): Registry<KeptFacts> | null {
    return this.#registry;
  }

  /** Reads the small stores where another revision is stored than is remembered. Throws StoreError. */
  async refresh(): Promise<void> {
    await this.#database.with(async (db) => {
      const tx = db.transaction(ALL_STORES, 'readonly');
      if (!(await this.#isCurrent(tx))) await this.#load(tx);
    });
  }

  /**
   * One change, whole or not at all. `decide` works on the shelves, the registry and the facts of this store and may not wait for anything.
   * Throws StoreError where it could not be written, and what `watch` throws: memory is then as stored.
   */
  async transact<T>(needs: Needs, decide: (loaded: Loaded) => T, watch?: Watch): Promise<T> {
    const options = watch ? { signal: watch.signal } : {};
    const result = await navigator.locks.request(`${this.name}/write`, options, () =>
      this.#database.with(async (db) => {
        const tx = db.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
        const failures: unknown[] = [];
        let open: (() => void) | undefined;
        // A request that fails, or one behind it that throws, aborts the transaction: nobody has to hear of it twice.
        const queue: Queue = (request) => void request?.catch((error) => failures.push(error));
        try {
          const isCurrent = await this.#isCurrent(tx);
          if (!isCurrent) await this.#load(tx);
          const loaded = await this.#fetch(tx, needs, watch?.tell);
          watch?.check();
          open = this.#gate.close();
          const decided = decide(loaded);
          const wrote = await this.#flush(tx, queue, watch?.tell);
          await tx.done;
          return { decided, wrote, moved: wrote || !isCurrent };
        } catch (thrown) {
          const error = failures[0] ?? thrown; // The transaction itself may only say that it was aborted: the request says why.
          abort(tx);
          await this.#readAgain(() => db.transaction(ALL_STORES, 'readonly'));
          throw error;
        } finally {
          open?.();
        }
      }),
    );
    if (result.wrote) {
      this.#numbers.committed();
      this.#channel.postMessage(this.counters.revision);
    }
    if (result.moved) this.#keeper.committed();
    return result.decided;
  }

  /** Runs `work` on the database itself while nobody writes. Memory is read again afterwards where `work` says that it is another one. */
  async exclusively<T>(work: (database: Database) => Promise<T>, isReplaced: (result: T) => boolean): Promise<T> {
    const result = await navigator.locks.request(`${this.name}/write`, () => work(this.#database));
    if (!isReplaced(result)) return result;
    this.#loaded = false;
    await this.refresh();
    this.#channel.postMessage(this.counters.revision);
    this.#keeper.committed();
    return result;
  }

  /** Memory is as stored: nothing is decided that is not written yet. */
  settled(): Promise<void> {
    return this.#gate.whenOpen();
  }

  /** Gives this node its identity, and with it a registry; once, with the commit that is being decided. */
  begin(identity: Identity, settings: Settings): void {
    this.self.put(identity);
    this.self.put(settings);
    this.#numbers.beginAt(identity.startedAt);
    this.#registry = this.#newRegistry(identity, settings);
  }

  /** Takes `count` sequence numbers and returns the first. */
  nextSeq(count = 1): number {
    return this.#numbers.reserveSeqs(count);
  }

  /** Takes the number of a document; it may be signed once that is committed. */
  nextNumber(): number {
    return this.#numbers.reserveNumber();
  }

  /** Appends a line to the journal, with the commit that is being decided. */
  note(entry: JournalEntry): void {
    this.#numbers.note(entry);
  }

  /** Appends a line with the next commit that succeeds: that something could not be stored is told by whatever can be. */
  noteLater(entry: JournalEntry): void {
    this.#numbers.noteLater(entry);
  }

  /** Keeps the facts of a backup, with the commit that is being decided. */
  keep(record: KeptRecord): void {
    this.#kept.push(record);
  }

  /** Forgets peers that expired and were silent for longer than `ttl`, with the commit that is being decided. */
  forgetPeers(ttl: Millis, now: Millis): void {
    if (this.#registry) this.#forgetting.push(this.#registry.cleanExpiredPeers(ttl, now));
  }

  readPages(numbers: Iterable<number>, tell?: Tell): Promise<LoadedPages> {
    return this.#database.with((db) => fetchPages(db.transaction(ALL_STORES, 'readonly'), numbers, tell));
  }

  async readKept(keptId: string): Promise<readonly Fact[]> {
    return (await this.#database.with((db) => db.get('kept', keptId)))?.facts ?? [];
  }

  readJournal(): Promise<WholeJournal> {
    return this.#database.with((db) => readJournal(db.transaction(ALL_STORES, 'readonly')));
  }

  async close(): Promise<void> {
    this.#channel.close();
    await this.#database.close();
  }

  /** What was decided is not stored: whoever waited for it finds memory as it was. Where it can not be read either, the next act tries. */
  async #readAgain(begin: () => Read): Promise<void> {
    this.#loaded = false;
    try {
      await this.#load(begin());
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }

  async #isCurrent(tx: Read): Promise<boolean> {
    const { revision } = countersOf(await tx.objectStore('self').get('counters'));
    return this.#loaded && revision === this.#numbers.counters.revision;
  }

  async #load(tx: Read): Promise<void> {
    this.#kept.length = 0;
    this.#forgetting.length = 0;
    await Promise.all([...this.#shelves(), this.facts].map((part) => part.load(tx)));
    this.#numbers.load(this.self.get('counters'));
    this.#registry = await this.#loadRegistry(tx);
    this.#loaded = true;
  }

  async #loadRegistry(tx: Read): Promise<Registry<KeptFacts> | null> {
    const { identity, settings } = this;
    if (!identity || !settings) return null;
    const registry = this.#newRegistry(identity, settings);
    this.#peerStore.within(tx);
    const [backups] = await Promise.all([tx.objectStore('backups').getAll(), registry.loadFromStore()]);
    registry.restoreBackups(backups);
    return registry;
  }

  #newRegistry({ peerId, nodeName }: Identity, { timeout }: Settings): Registry<KeptFacts> {
    const registry = new Registry<KeptFacts>(peerId, nodeName, timeout);
    registry.setStore(this.#peerStore);
    return registry;
  }

  async #fetch(tx: Write, needs: Needs, tell: Tell | undefined): Promise<Loaded> {
    const keptIds = [...(needs.kept?.() ?? [])];
    const [pages, kept] = await Promise.all([
      fetchPages(tx, needs.pages?.(this.facts) ?? [], tell),
      Promise.all(keptIds.map((keptId) => tx.objectStore('kept').get(keptId))),
    ]);
    this.#peerStore.within(tx);
    return { pages, kept: new Map(kept.flatMap((record) => (record ? [[record.keptId, record.facts] as const] : []))) };
  }

  /** Queues everything that was changed; says whether that was anything. */
  async #flush(tx: Write, queue: Queue, tell: Tell | undefined): Promise<boolean> {
    const changes = this.#registry?.takeChanges();
    const parts = [...this.#shelves(), this.facts];
    const changed =
      parts.some((part) => part.unwritten > 0) ||
      this.#numbers.isChanged ||
      this.#kept.length + this.#forgetting.length > 0 ||
      (changes && changes.peers.length + changes.backups.length + changes.clearedBackups.length > 0);
    if (!changed) return false;
    for (const forgetting of this.#forgetting.splice(0)) queue(forgetting);
    this.#numbers.flush(tx, queue);
    for (const record of this.#kept.splice(0)) queue(tx.objectStore('kept').put(record));
    for (const peerId of changes?.peers ?? []) queue(this.#registry?.persistPeer(peerId));
    for (const backup of changes?.backups ?? []) queue(tx.objectStore('backups').put(backup));
    for (const peerId of changes?.clearedBackups ?? []) queue(tx.objectStore('backups').delete(peerId));
    if (changes && changes.backups.length + changes.clearedBackups.length > 0)
      queue(forgetKept(tx, this.#registry?.listBackups() ?? []));
    await writeRows(tx, parts, queue, tell);
    return true;
  }

  #own<Id extends SelfRecord['id']>(id: Id): Extract<SelfRecord, { readonly id: Id }> | undefined {
    return this.self.get(id) as Extract<SelfRecord, { readonly id: Id }> | undefined;
  }

  #shelves() {
    const { self, genes, exchanges, signers, handshakes, incidents, conflicts, drops, device } = this;
    return [self, genes, exchanges, signers, handshakes, incidents, conflicts, drops, device];
  }
}

/** Who hears of changes, and seals the journal. */
export interface Keeper {
  /** Memory is another than before, and stored. */
  committed(): void;
  /** Another tab has committed: memory is to be refreshed. */
  movedElsewhere(): void;
  /** The hash of a line of the journal, that the next one is chained to. */
  seal(record: JournalRecord): string;
}
