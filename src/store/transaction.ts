/**
 * One change to the memory of a node, whole or not at all: wait for the write lock, load what is outdated, load what
 * the decision needs, decide synchronously, write, commit. What could not be committed is read again from disk.
 */
import type { Fact } from '../domain/fact.ts';
import type { Tell, Watch } from '../domain/steps.ts';
import { abort, type Database, type Queue, type Read, type Write, type Writing } from './database.ts';
import type { FactPages, LoadedPages } from './fact-pages.ts';
import { KEY_PATHS, type StoreName } from './schema.ts';

export const ALL_STORES = [...Object.keys(KEY_PATHS), 'journal'] as StoreName[];

/** What a decision needs beside the small stores. It is asked only when the memory is known to be current. */
export interface Preload {
  /** Numbers of the pages to read. */
  readonly pages?: (facts: FactPages) => Iterable<number>;
  /** `keptId` of each backup whose facts are read. */
  readonly backupFacts?: () => Iterable<string>;
}

export interface Preloaded {
  readonly pages: LoadedPages;
  /** Facts by `keptId`. */
  readonly backupFacts: ReadonlyMap<string, readonly Fact[]>;
}

/** What a transaction works on: the parts of NodeStore. */
export interface Memory {
  /** Whether the revision on disk is the one in memory. */
  isCurrent(tx: Read): Promise<boolean>;
  load(tx: Read): Promise<void>;
  /** Loads again after a failure. If the disk cannot be read either, the memory stays marked as outdated. */
  reload(begin: () => Read): Promise<void>;
  preload(tx: Write, preload: Preload, tell: Tell | undefined): Promise<Preloaded>;
  /** Queues every change. Resolves with whether there was any. */
  flush(tx: Write, queue: Queue, tell: Tell | undefined): Promise<boolean>;
}

export interface Committed<T> {
  readonly decided: T;
  /** This transaction wrote something. */
  readonly wrote: boolean;
  /** The memory is not the one from before: this transaction has written, or another tab had. */
  readonly moved: boolean;
}

/**
 * Runs `decide` inside one transaction, as the only writer of all tabs. `decide` changes `memory` and may not wait for
 * anything. Rejects with StoreError if the change could not be written, and with what `watch` throws.
 */
export async function transact<T>(
  database: Database,
  memory: Memory,
  latch: Latch,
  preload: Preload,
  decide: (preloaded: Preloaded) => T,
  watch?: Watch,
): Promise<Committed<T>> {
  const options = watch ? { signal: watch.signal } : {};
  return navigator.locks.request(writeLockOf(database), options, () =>
    database.with(async (db) => {
      const tx = db.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
      const failures: unknown[] = [];
      let open: (() => void) | undefined;
      // A failed request aborts the transaction, which reports it. So nobody else has to wait for the request.
      const queue: Queue = (request) => void request?.catch((error) => failures.push(error));
      try {
        const isCurrent = await memory.isCurrent(tx);
        if (!isCurrent) await memory.load(tx);
        const preloaded = await memory.preload(tx, preload, watch?.tell);
        watch?.check();
        open = latch.close();
        const decided = decide(preloaded);
        const wrote = await memory.flush(tx, queue, watch?.tell);
        await tx.done;
        return { decided, wrote, moved: wrote || !isCurrent };
      } catch (thrown) {
        const error = failures[0] ?? thrown; // The transaction may only say that it was aborted; the request says why.
        abort(tx);
        await memory.reload(() => db.transaction(ALL_STORES, 'readonly'));
        throw error;
      } finally {
        open?.();
      }
    }),
  );
}

/** The name of the lock that the one writer of a database holds (Web Locks). */
export function writeLockOf(database: Database): string {
  return `${database.name}/write`;
}

/** Readers wait here while a decided change is not committed yet. */
export class Latch {
  #opened: Promise<void> = Promise.resolve();

  /** Closes the latch and returns the function that opens it again. */
  close(): () => void {
    let open: () => void = () => undefined;
    this.#opened = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  whenOpen(): Promise<void> {
    return this.#opened;
  }
}

/** Rows that are written between two looks at whether the job was cancelled: 40 ms of small records. */
const ROWS_PER_LOOK = 200;
/** Requests that may be under way at once: one page is prepared while another is stored. */
const REQUESTS_AHEAD = 3;

/** A part of the memory that knows which of its rows are not written yet. */
interface Part {
  readonly unwritten: number;
  flush(tx: Write): Iterable<Writing>;
}

/**
 * Queues everything that these parts have to write. Without `tell` no request is awaited. With it, requests are awaited
 * now and then, and `tell` may throw to cancel.
 */
export async function writeRows(tx: Write, parts: readonly Part[], queue: Queue, tell?: Tell): Promise<void> {
  const total = parts.reduce((sum, part) => sum + part.unwritten, 0);
  const underWay: Writing[] = [];
  let done = 0;
  let rowsSince = 0;
  for (const part of parts) {
    for (const writing of part.flush(tx)) {
      queue(writing.request);
      rowsSince += writing.rows;
      if (!tell || rowsSince < ROWS_PER_LOOK) continue;
      underWay.push({ request: writing.request, rows: rowsSince });
      rowsSince = 0;
      if (underWay.length < REQUESTS_AHEAD) continue;
      const first = underWay.shift() as Writing;
      await first.request;
      done += first.rows;
      tell({ phase: 'writing', done, total, unit: 'rows' });
    }
  }
}
