/**
 * Rows of an archive that is being looked through wait in the store `staged`. They count for nothing until `take` puts
 * all of them in place in one transaction.
 */
import { abort, type Database } from './database.ts';
import { packPageIndex } from './page-index.ts';
import { type CountersRecord, type DeviceRecord, KEY_PATHS, type StagedRow, type StoreName } from './schema.ts';
import { ARCHIVED, type StoredRow } from './whole-store.ts';

/** Rows in one batch. A row with many facts ends a batch. */
const BATCH_ROWS = 500;
/** Batches that are read at once. */
const BATCHES_AT_ONCE = 4;

/** The staged rows of one memory. Two tabs may look through archives at the same time. */
export class Stagings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Begins a look. Its lock is held until the rows are taken or cleared. */
  begin(): Promise<Staging> {
    const stamp = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      const held = (): Promise<void> => new Promise((release) => resolve(new Staging(this.#database, stamp, release)));
      navigator.locks.request(lockOf(stamp), held).catch(reject);
    });
  }

  /** Deletes rows without a holder: a tab that was closed while it looked left them. Rejects with StoreError. */
  async clearLeftBehind(): Promise<void> {
    const keys = await this.#database.with((db) => db.getAllKeys('staged'));
    // The locks are asked for after the keys: a lock is there before its first row.
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    const left = new Set(keys.map(([stamp]) => stamp).filter((stamp) => !names.has(lockOf(stamp))));
    for (const stamp of left) await this.#database.with((db) => db.delete('staged', rangeOf(stamp)));
  }
}

/** The staged rows of one look through an archive. */
export class Staging {
  readonly #database: Database;
  /** The first part of the keys of its rows. */
  readonly #stamp: string;
  readonly #release: () => void;
  #unwritten: StagedRow[] = [];
  #writing: Promise<void> = Promise.resolve();
  #batches = 0;
  #rows = 0;

  /** `release` gives the lock back that says that somebody holds these rows. */
  constructor(database: Database, stamp: string, release: () => void) {
    this.#database = database;
    this.#stamp = stamp;
    this.#release = release;
  }

  /** Stages one row. Rejects with StoreError, also for rows before this one. */
  async add(row: StoredRow): Promise<void> {
    this.#unwritten.push(row);
    if (row.store === 'pages') {
      this.#unwritten.push({ store: 'twins', record: packPageIndex(row.record.no, row.record.facts) });
    }
    const isLarge = row.store === 'pages' || row.store === 'kept';
    if (isLarge || this.#unwritten.length >= BATCH_ROWS) await this.#write();
  }

  /** Waits until all rows are staged. Rejects with StoreError. */
  async end(): Promise<void> {
    await this.#write();
    await this.#writing;
  }

  /** Deletes the staged rows. */
  async clear(): Promise<void> {
    await this.#writing.catch(() => undefined); // The caller of `add` has the error.
    this.#release();
    await this.#database.with((db) => db.delete('staged', rangeOf(this.#stamp)));
  }

  /**
   * Replaces the whole memory by these rows in one transaction. False: some rows are gone, and nothing was replaced.
   * `revision`: the new memory gets at least this one, so that every tab sees that it is another memory. `device`: the
   * new records of the store `device`. `told` hears how many rows are in place, of how many. Rejects with StoreError,
   * or with what `told` throws; the old memory is then still there.
   */
  async take(
    revision: number,
    device: readonly DeviceRecord[],
    told: (done: number, total: number) => void,
  ): Promise<boolean> {
    return this.#database.with(async (db) => {
      const tx = db.transaction([...Object.keys(KEY_PATHS), 'journal', 'staged'] as StoreName[], 'readwrite', {
        durability: 'strict',
      });
      let failure: unknown;
      try {
        const staged = tx.objectStore('staged');
        if ((await staged.count(rangeOf(this.#stamp))) !== this.#batches) return false;
        for (const store of [...ARCHIVED, 'twins'] as const) await tx.objectStore(store).clear();
        let done = 0;
        for (let from = 0; from < this.#batches; from += BATCHES_AT_ONCE) {
          const rows = (await staged.getAll(rangeOf(this.#stamp, from), BATCHES_AT_ONCE)).flat();
          for (const row of rows) {
            // The row was checked against the shape of its store before it was staged.
            const place = tx.objectStore(row.store) as { put(row: unknown): Promise<unknown> };
            void place.put(withRevision(row, revision)).catch((error: unknown) => {
              failure ??= error; // Later requests only say that the transaction was aborted.
            });
          }
          done += rows.length;
          told(done, this.#rows);
        }
        await staged.clear();
        // What `device` knew was about another memory.
        await tx.objectStore('device').clear();
        for (const record of device) await tx.objectStore('device').put(record);
        await tx.done;
        this.#release();
        return true;
      } catch (error) {
        abort(tx);
        throw failure ?? error;
      }
    });
  }

  /** Writes one batch. The next one is filled at the same time. */
  async #write(): Promise<void> {
    await this.#writing;
    const rows = this.#unwritten;
    if (rows.length === 0) return;
    this.#unwritten = [];
    this.#rows += rows.length;
    const key = [this.#stamp, this.#batches++] as const;
    this.#writing = this.#database.with(async (db) => void (await db.add('staged', rows, [...key])));
    this.#writing.catch(() => undefined); // The next `#write` or `end` awaits it and rejects.
  }
}

function lockOf(stamp: string): string {
  return `staged/${stamp}`;
}

/** The batches of one look, from number `from` on. In IndexedDB a list is greater than every number. */
function rangeOf(stamp: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([stamp, from], [stamp, []]);
}

/** The record. The counters get at least this revision. */
function withRevision({ store, record }: StagedRow, revision: number): unknown {
  const counters = record as CountersRecord;
  const isCounters = store === 'self' && counters.id === 'counters';
  return isCounters ? { ...counters, revision: Math.max(counters.revision, revision) } : record;
}
