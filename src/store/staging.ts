/** Rows of an archive that is looked through are put aside (store `staged`): nothing yet, until all of them take their places at once. */
import { abort, type Database } from './database.ts';
import { packPageIndex } from './page-index.ts';
import { type CountersRecord, type DeviceRecord, KEY_PATHS, type StagedRow, type StoreName } from './schema.ts';
import { ARCHIVED, type StoredRow } from './whole-store.ts';

/** Rows that are put aside together; those of many facts are large enough alone. */
const TOGETHER = 500;
/** Of those, read at once. */
const BATCHES = 4;

/** The room of one memory for what is put aside. Two tabs may look through archives at the same time. */
export class Stagings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  begin(): Promise<Staging> {
    const stamp = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      const held = (): Promise<void> => new Promise((release) => resolve(new Staging(this.#database, stamp, release)));
      navigator.locks.request(lockOf(stamp), held).catch(reject);
    });
  }

  /** Forgets what nobody holds: a tab that was closed while it looked left it behind. Rejects with StoreError. */
  async clearLeftBehind(): Promise<void> {
    const keys = await this.#database.with((db) => db.getAllKeys('staged'));
    // Asked after the keys: a lock is there before the first row.
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    const left = new Set(keys.map(([stamp]) => stamp).filter((stamp) => !names.has(lockOf(stamp))));
    for (const stamp of left) await this.#database.with((db) => db.delete('staged', rangeOf(stamp)));
  }
}

/** What one look through an archive put aside. */
export class Staging {
  readonly #database: Database;
  /** The first part of its keys. */
  readonly #stamp: string;
  readonly #release: () => void;
  #waiting: StagedRow[] = [];
  #writing: Promise<void> = Promise.resolve();
  #batches = 0;
  #rows = 0;

  /** `release` lets go of what says that somebody still wants these rows. */
  constructor(database: Database, stamp: string, release: () => void) {
    this.#database = database;
    this.#stamp = stamp;
    this.#release = release;
  }

  /** Rejects with StoreError, also for rows before this one. */
  async add(row: StoredRow): Promise<void> {
    this.#waiting.push(row);
    if (row.store === 'pages') {
      this.#waiting.push({ store: 'twins', record: packPageIndex(row.record.no, row.record.facts) });
    }
    const isLarge = row.store === 'pages' || row.store === 'kept';
    if (isLarge || this.#waiting.length >= TOGETHER) await this.#write();
  }

  /** All of it is put aside. */
  async end(): Promise<void> {
    await this.#write();
    await this.#writing;
  }

  /** Forgets what was put aside. */
  async clear(): Promise<void> {
    await this.#writing.catch(() => undefined); // Whoever added the row was told.
    this.#release();
    await this.#database.with((db) => db.delete('staged', rangeOf(this.#stamp)));
  }

  /**
   * Replaces everything by these rows, in one transaction: before it ends the old memory is there, after it the new one. False: some of them are gone, and
   * nothing was replaced. `revision`: the least that the new memory has to stand at, so that every tab sees that it is another one. `device`: all that this
   * installation is to know of it; `told` hears how many rows are in place, of how many.
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
        for (let from = 0; from < this.#batches; from += BATCHES) {
          const rows = (await staged.getAll(rangeOf(this.#stamp, from), BATCHES)).flat();
          for (const row of rows) {
            // The row was checked against the shape of its store before it was put aside.
            const place = tx.objectStore(row.store) as { put(row: unknown): Promise<unknown> };
            void place.put(atLeast(row, revision)).catch((error: unknown) => {
              failure ??= error; // What comes after it is only told that the transaction was aborted.
            });
          }
          done += rows.length;
          told(done, this.#rows);
        }
        await staged.clear();
        // Whatever was known here was of another memory.
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

  /** The next batch is made while this one is written. */
  async #write(): Promise<void> {
    await this.#writing;
    const rows = this.#waiting;
    if (rows.length === 0) return;
    this.#waiting = [];
    this.#rows += rows.length;
    const key = [this.#stamp, this.#batches++] as const;
    this.#writing = this.#database.with(async (db) => void (await db.add('staged', rows, [...key])));
    this.#writing.catch(() => undefined); // The next one tells.
  }
}

function lockOf(stamp: string): string {
  return `staged/${stamp}`;
}

/** The batches of one look; a list sorts behind every number. */
function rangeOf(stamp: string, from = 0): IDBKeyRange {
  return IDBKeyRange.bound([stamp, from], [stamp, []]);
}

function atLeast({ store, record }: StagedRow, revision: number): unknown {
  const counters = record as CountersRecord;
  const isCounters = store === 'self' && counters.id === 'counters';
  return isCounters ? { ...counters, revision: Math.max(counters.revision, revision) } : record;
}
