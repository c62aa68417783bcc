/**
 * The memory of one node. `transact` is the only door for change (DESIGN 3): load what is named, decide synchronously on what is in memory,
 * write, and only then let it be known. One writer at a time over all tabs (Web Locks); whoever remembers an older revision loads again first.
 */
import type { Fact, StoredFact } from '../domain/fact.ts';
import type { JournalEntry } from '../domain/journal.ts';
import { Registry } from '../domain/registry.ts';
import type { Millis } from '../domain/time.ts';
import { Database, type Queue, type Read, type StoreName, type Write } from './database.ts';
import { FactPages, type LoadedPages, loadedPages } from './fact-pages.ts';
import { type FactFilter, FactSearch } from './fact-search.ts';
import { IdbPeerStore } from './idb-peer-store.ts';
import { type Counters, type Identity, KEY_PATHS, type KeptFacts, type KeptRecord, type Settings } from './schema.ts';
import { Shelf } from './shelf.ts';

const ALL_STORES = [...Object.keys(KEY_PATHS), 'journal'] as StoreName[];
const FRESH: Counters = { id: 'counters', revision: 0, seq: 0, journal: 0 };

/** What a decision needs beside the small stores. Asked after memory is known to be current. */
export interface Needs {
  readonly pages?: (facts: FactPages) => Iterable<number>;
  /** Backups whose facts are looked at. */
  readonly kept?: () => Iterable<string>;
}

export interface Loaded {
  readonly pages: LoadedPages;
  readonly kept: ReadonlyMap<string, readonly Fact[]>;
}

/** Who hears of changes. */
export interface Hears {
  /** Memory is another than before, and stored. */
  committed(): void;
  /** Another tab has committed: memory is to be refreshed. */
  movedElsewhere(): void;
}

export class NodeStore {
  readonly self = new Shelf('self');
  readonly genes = new Shelf('genes');
  readonly exchanges = new Shelf('exchanges');
  readonly handshakes = new Shelf('handshakes');
  readonly incidents = new Shelf('incidents');
  readonly conflicts = new Shelf('conflicts');
  readonly drops = new Shelf('drops');
  readonly facts = new FactPages();

  readonly #database: Database;
  readonly #peerStore = new IdbPeerStore();
  readonly #search = new FactSearch(this.facts, (numbers) => this.readPages(numbers));
  readonly #channel: BroadcastChannel;
  readonly #hears: Hears;
  #registry: Registry<KeptFacts> | null = null;
  #counters = FRESH;
  #loaded = false;
  readonly #journal: JournalEntry[] = [];
  readonly #kept: KeptRecord[] = [];
  readonly #forgetting: Promise<unknown>[] = [];

  constructor(name: string, hears: Hears) {
    this.#database = new Database(name);
    this.#hears = hears;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = () => this.#hears.movedElsewhere();
  }

  get name(): string {
    return this.#database.name;
  }

  get identity(): Identity | undefined {
    const record = this.self.get('identity');
    return record?.id === 'identity' ? record : undefined;
  }

  get settings(): Settings | undefined {
    const record = this.self.get('settings');
    return record?.id === 'settings' ? record : undefined;
  }

  /** Empty where there are no genes. */
  get genomeHash(): string {
    const record = this.self.get('genome');
    return record?.id === 'genome' ? record.hash : '';
  }

  get revision(): number {
    return this.#counters.revision;
  }

  get journalLength(): number {
    return this.#counters.journal;
  }

  get lastSeq(): number {
    return this.#counters.seq;
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
   * Throws StoreError where it could not be written: memory is then as stored.
   */
  async transact<T>(needs: Needs, decide: (loaded: Loaded) => T): Promise<T> {
    const result = await navigator.locks.request(`${this.name}/write`, () =>
      this.#database.with(async (db) => {
        const tx = db.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
        try {
          const isCurrent = await this.#isCurrent(tx);
          if (!isCurrent) await this.#load(tx);
          const loaded = await this.#fetch(tx, needs);
          const decided = decide(loaded);
          const wrote = this.#flush(tx);
          await tx.done;
          return { decided, wrote, moved: wrote || !isCurrent };
        } catch (error) {
          this.#loaded = false; // What was decided is not stored: memory is read again before anything else is done.
          abort(tx);
          throw error;
        }
      }),
    );
    if (result.wrote) this.#channel.postMessage(this.revision);
    if (result.moved) this.#hears.committed();
    return result.decided;
  }

  /** Gives this node its identity, and with it a registry; once, with the commit that is being decided. */
  begin(identity: Identity, settings: Settings): void {
    this.self.put(identity);
    this.self.put(settings);
    this.#registry = this.#newRegistry(identity, settings);
  }

  nextSeq(): number {
    this.#counters = { ...this.#counters, seq: this.#counters.seq + 1 };
    return this.#counters.seq;
  }

  /** Takes `count` sequence numbers and returns the first. */
  reserveSeqs(count: number): number {
    const first = this.#counters.seq + 1;
    this.#counters = { ...this.#counters, seq: this.#counters.seq + count };
    return first;
  }

  /** Appends a line to the journal, with the commit that is being decided. */
  note(entry: JournalEntry): void {
    this.#journal.push(entry);
    this.#counters = { ...this.#counters, journal: this.#counters.journal + 1 };
  }

  /** Keeps the facts of a backup, with the commit that is being decided. */
  keep(record: KeptRecord): void {
    this.#kept.push(record);
  }

  /** Forgets peers that expired and were silent for longer than `ttl`, with the commit that is being decided. */
  forgetPeers(ttl: Millis, now: Millis): void {
    if (this.#registry) this.#forgetting.push(this.#registry.cleanExpiredPeers(ttl, now));
  }

  // Reading outside of a change

  readPages(numbers: Iterable<number>): Promise<LoadedPages> {
    return this.#database.with((db) => fetchPages(db.transaction(ALL_STORES, 'readonly'), numbers));
  }

  async readKept(keptId: string): Promise<readonly Fact[]> {
    const record = await this.#database.with((db) => db.get('kept', keptId));
    return record?.facts ?? [];
  }

  /** Newest first. */
  async readJournal(offset: number, limit: number): Promise<readonly JournalEntry[]> {
    const last = this.journalLength - offset;
    if (last < 1) return [];
    const range = IDBKeyRange.bound(Math.max(1, last - limit + 1), last);
    return (await this.#database.with((db) => db.getAll('journal', range))).reverse();
  }

  /** Facts that match, newest change first: how many there are, and the rows of one window. */
  findFacts(filter: FactFilter, offset: number, limit: number): Promise<{ total: number; rows: StoredFact[] }> {
    return this.#search.find(filter, offset, limit);
  }

  async close(): Promise<void> {
    this.#channel.close();
    await this.#database.close();
  }

  async #isCurrent(tx: Read): Promise<boolean> {
    const stored = await tx.objectStore('self').get('counters');
    const revision = stored?.id === 'counters' ? stored.revision : 0;
    return this.#loaded && revision === this.#counters.revision;
  }

  async #load(tx: Read): Promise<void> {
    this.#journal.length = 0;
    this.#kept.length = 0;
    this.#forgetting.length = 0;
    await Promise.all([...this.#shelves(), this.facts].map((part) => part.load(tx)));
    const counters = this.self.get('counters');
    this.#counters = counters?.id === 'counters' ? counters : FRESH;
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

  async #fetch(tx: Write, needs: Needs): Promise<Loaded> {
    const keptIds = [...(needs.kept?.() ?? [])];
    const [pages, kept] = await Promise.all([
      fetchPages(tx, needs.pages?.(this.facts) ?? []),
      Promise.all(keptIds.map((keptId) => tx.objectStore('kept').get(keptId))),
    ]);
    this.#peerStore.within(tx);
    return { pages, kept: new Map(kept.flatMap((record) => (record ? [[record.keptId, record.facts] as const] : []))) };
  }

  /** Queues everything that was changed; says whether that was anything. */
  #flush(tx: Write): boolean {
    const changes = this.#registry?.takeChanges();
    const changed =
      this.#shelves().some((shelf) => shelf.isChanged) ||
      this.facts.isChanged ||
      this.#journal.length + this.#kept.length + this.#forgetting.length > 0 ||
      (changes && changes.peers.length + changes.backups.length + changes.clearedBackups.length > 0);
    if (!changed) return false;
    this.#counters = { ...this.#counters, revision: this.#counters.revision + 1 };
    this.self.put(this.#counters);
    // A request that fails, or one behind it that throws, aborts the transaction: nobody has to hear of it twice.
    const queue: Queue = (request) => void request?.catch(() => undefined);
    for (const shelf of this.#shelves()) shelf.flush(tx, queue);
    this.facts.flush(tx, queue);
    for (const forgetting of this.#forgetting.splice(0)) queue(forgetting);
    for (const entry of this.#journal.splice(0)) queue(tx.objectStore('journal').add(entry));
    for (const record of this.#kept.splice(0)) queue(tx.objectStore('kept').put(record));
    for (const peerId of changes?.peers ?? []) queue(this.#registry?.persistPeer(peerId));
    for (const backup of changes?.backups ?? []) queue(tx.objectStore('backups').put(backup));
    for (const peerId of changes?.clearedBackups ?? []) queue(tx.objectStore('backups').delete(peerId));
    if (changes?.clearedBackups.length) queue(this.#forgetKept(tx));
    return true;
  }

  /** Deletes kept facts that no backup refers to any more. */
  async #forgetKept(tx: Write): Promise<void> {
    const wanted = new Set(this.#registry?.listBackups().map((backup) => backup.facts.keptId));
    const store = tx.objectStore('kept');
    const unwanted = (await store.getAllKeys()).filter((key) => !wanted.has(key));
    await Promise.all(unwanted.map((key) => store.delete(key)));
  }

  #shelves() {
    return [this.self, this.genes, this.exchanges, this.handshakes, this.incidents, this.conflicts, this.drops];
  }
}

async function fetchPages(tx: Read, numbers: Iterable<number>): Promise<LoadedPages> {
  const store = tx.objectStore('pages');
  return loadedPages(await Promise.all([...numbers].map((no) => store.get(no))));
}

function abort(tx: Write): void {
  void tx.done.catch(() => undefined); // Its error is the one already on its way, or the abort itself.
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // Finished already.
  }
}
