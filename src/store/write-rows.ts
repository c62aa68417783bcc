import type { Tell } from '../domain/steps.ts';
import type { Queue, Write, Writing } from './database.ts';

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
