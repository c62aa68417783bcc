import type { Fact } from '../domain/fact.ts';
import type { Backup } from '../domain/registry.ts';
import type { Tell } from '../domain/steps.ts';
import type { Queue, Write, Writing } from './database.ts';
import type { FactPages, LoadedPages } from './fact-pages.ts';
import type { KeptFacts } from './schema.ts';

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

/** Between deciding and storing, memory says what is not stored yet: whoever only looks waits at the gate. */
export class Gate {
  #opened: Promise<void> = Promise.resolve();

  /** Closes it; returns what opens it again. */
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

/** Rows written between two looks at what the person wants: of small records, 40 ms. */
const WATCHED = 200;
/** Requests that may be under way at once: while one page is stored, the next is made ready. */
const AHEAD = 3;

/** A part of memory that knows what of it is not written yet. */
interface Part {
  readonly unwritten: number;
  flush(tx: Write): Iterable<Writing>;
}

/** Queues everything these parts have to write. Requests are awaited now and then, and only where somebody watches: then `tell` may throw. */
export async function writeRows(tx: Write, parts: readonly Part[], queue: Queue, tell?: Tell): Promise<void> {
  const total = parts.reduce((sum, part) => sum + part.unwritten, 0);
  const underWay: Writing[] = [];
  let done = 0;
  let rowsSince = 0;
  for (const part of parts) {
    for (const writing of part.flush(tx)) {
      queue(writing.request);
      rowsSince += writing.rows;
      if (!tell || rowsSince < WATCHED) continue;
      underWay.push({ request: writing.request, rows: rowsSince });
      rowsSince = 0;
      if (underWay.length < AHEAD) continue;
      const first = underWay.shift() as Writing;
      await first.request;
      done += first.rows;
      tell({ phase: 'writing', done, total, unit: 'rows' });
    }
  }
}

/** Deletes kept facts that none of these backups refers to any more. */
export async function forgetKept(tx: Write, backups: readonly Backup<KeptFacts>[]): Promise<void> {
  const wanted = new Set(backups.map((backup) => backup.facts.keptId));
  const store = tx.objectStore('kept');
  const unwanted = (await store.getAllKeys()).filter((key) => !wanted.has(key));
  await Promise.all(unwanted.map((key) => store.delete(key)));
}
