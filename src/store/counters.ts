/**
 * What a memory counts: commits, changes, numbered documents, lines of the journal. And the lines that the next commit
 * appends, each with the hash of the line before it.
 */
import type { JournalEntry } from '../domain/journal.ts';
import type { Millis } from '../domain/time.ts';
import type { Queue, Read, Write } from './database.ts';
import type { CountersRecord, JournalRecord, SelfRecord } from './schema.ts';

const FRESH: CountersRecord = { id: 'counters', revision: 0, seq: 0, journal: 0, journalHead: '' };

export class Counters {
  readonly #hashLine: (line: JournalRecord) => string;
  /** Lines of the change that is being decided. If it is not committed, they are gone. */
  readonly #lines: JournalRecord[] = [];
  /**
   * Lines that tell of failures. They wait until a commit succeeds. The first `#flushed` of them are in this commit.
   */
  readonly #failures: JournalEntry[] = [];
  #flushed = 0;
  /** A number was taken and is not stored yet. */
  #hasUnstoredNumber = false;
  #record = FRESH;

  /** `hashLine`: the hash of a line, which the next line holds as `before`. */
  constructor(hashLine: (line: JournalRecord) => string) {
    this.#hashLine = hashLine;
  }

  /** Forgets what was not committed, but not the failures. */
  load(stored: SelfRecord | undefined): void {
    this.#lines.length = 0;
    this.#hasUnstoredNumber = false;
    this.#record = countersOf(stored);
  }

  get record(): CountersRecord {
    return this.#record;
  }

  get isChanged(): boolean {
    return this.#hasUnstoredNumber || this.#lines.length > 0;
  }

  /**
   * Raises the revision to at least `startedAt`. The memory may take the place of one that was forgotten. A tab that
   * remembers a revision of that one must see that this is another memory.
   */
  beginAt(startedAt: Millis): void {
    this.#record = { ...this.#record, revision: Math.max(this.#record.revision, startedAt) };
  }

  /** Takes `count` sequence numbers and returns the first. */
  reserveSeqs(count: number): number {
    const first = this.#record.seq + 1;
    this.#record = { ...this.#record, seq: this.#record.seq + count };
    return first;
  }

  /** The number of the next document. Once it is committed, no other document gets it. */
  reserveNumber(): number {
    const number = (this.#record.number ?? 0) + 1;
    this.#record = { ...this.#record, number };
    this.#hasUnstoredNumber = true;
    return number;
  }

  /** Appends a line with this commit. */
  note(entry: JournalEntry): void {
    const line = { ...entry, before: this.#record.journalHead };
    this.#lines.push(line);
    this.#record = { ...this.#record, journal: this.#record.journal + 1, journalHead: this.#hashLine(line) };
  }

  /** Appends a line with the next commit that succeeds. If the same failure comes again, it is not told twice. */
  noteLater(entry: JournalEntry): void {
    if (this.#failures.at(-1)?.subject !== entry.subject) this.#failures.push(entry);
  }

  /** What the last flush queued is stored now. */
  committed(): void {
    this.#failures.splice(0, this.#flushed);
  }

  /** Queues the counters with the next revision, and the new lines of the journal. */
  flush(tx: Write, queue: Queue): void {
    this.#flushed = this.#failures.length;
    for (const entry of this.#failures) this.note(entry);
    this.#record = { ...this.#record, revision: this.#record.revision + 1 };
    queue(tx.objectStore('self').put(this.#record));
    this.#hasUnstoredNumber = false;
    for (const line of this.#lines.splice(0)) queue(tx.objectStore('journal').add(line));
  }
}

/** The record, or zeros if nothing was counted yet. */
export function countersOf(stored: SelfRecord | undefined): CountersRecord {
  return stored?.id === 'counters' ? stored : FRESH;
}

export interface WholeJournal {
  /** Oldest first. */
  readonly records: readonly JournalRecord[];
  /** The hash that the last line must have. Empty: there are no lines. */
  readonly head: string;
}

/** The whole journal, with the hash that the counters remember of it. */
export async function readJournal(tx: Read): Promise<WholeJournal> {
  const [records, counters] = await Promise.all([
    tx.objectStore('journal').getAll(),
    tx.objectStore('self').get('counters'),
  ]);
  return { records, head: countersOf(counters).journalHead };
}
