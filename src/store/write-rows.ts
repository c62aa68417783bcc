import type { Tell } from '../domain/steps.ts';
import type { Queue, Write, Writing } from './database.ts';

/** Rows written between two looks at what the person wants: of small records, 40 ms. */
const WATCHED = 200;

/** A part of memory that knows what of it is not written yet. */
interface Part {
  readonly unwritten: number;
  flush(tx: Write): Iterable<Writing>;
}

/** Queues everything these parts have to write. Requests are awaited now and then, and only where somebody watches: then `tell` may throw. */
export async function writeRows(tx: Write, parts: readonly Part[], queue: Queue, tell?: Tell): Promise<void> {
  const total = parts.reduce((sum, part) => sum + part.unwritten, 0);
  let done = 0;
  let told = 0;
  for (const part of parts) {
    for (const { request, rows } of part.flush(tx)) {
      queue(request);
      done += rows;
      if (!tell || done - told < WATCHED) continue;
      told = done;
      await request;
      tell({ phase: 'writing', done, total, unit: 'rows' });
    }
  }
}
