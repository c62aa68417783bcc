/** What a memory counts: commits, changes, documents that left, lines of the journal; and the lines that wait for the commit being decided, each chained to the one before. */
import type { JournalEntry } from '../domain/journal.ts';
import type { Millis } from '../domain/time.ts';
import type { Queue, Read, Write } from './database.ts';
import type { CountersRecord, JournalRecord, SelfRecord } from './schema.ts';

const FRESH: CountersRecord = { id: 'counters', revision: 0, seq: 0, journal: 0, journalHead: '' };

export class Counters {
  readonly #hashLine: (line: JournalRecord) => string;
  readonly #lines: JournalRecord[] = [];
  /** Lines that wait for whatever commit succeeds; `#flushed` of them are in the one that is on its way. */
  readonly #waiting: JournalEntry[] = [];
  #flushed = 0;
  /** A number was given out that is not stored yet. */
  #hasUnstoredNumber = false;
  #record = FRESH;

  /** `seal`: the hash of a line, that the next one is chained to. */
  constructor(hashLine: (line: JournalRecord) => string) {
    this.#hashLine = hashLine;
  }

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

  /** A memory that begins where another was forgotten stands at no revision that a tab may still remember of that one. */
  beginAt(startedAt: Millis): void {
    this.#record = { ...this.#record, revision: Math.max(this.#record.revision, startedAt) };
  }

  /** Takes `count` sequence numbers and returns the first. */
  reserveSeqs(count: number): number {
    const first = this.#record.seq + 1;
    this.#record = { ...this.#record, seq: this.#record.seq + count };
    return first;
  }

  /** The number of the next document that is signed: once committed it is given to no other. */
  reserveNumber(): number {
    const number = (this.#record.number ?? 0) + 1;
    this.#record = { ...this.#record, number };
    this.#hasUnstoredNumber = true;
    return number;
  }

  note(entry: JournalEntry): void {
    const line = { ...entry, before: this.#record.journalHead };
    this.#lines.push(line);
    this.#record = { ...this.#record, journal: this.#record.journal + 1, journalHead: this.#hashLine(line) };
  }

  /** Appends a line with the next commit that succeeds. The same failure once more is not told twice. */
  noteLater(entry: JournalEntry): void {
    if (this.#waiting.at(-1)?.subject !== entry.subject) this.#waiting.push(entry);
  }

  /** What was flushed is stored. */
  committed(): void {
    this.#waiting.splice(0, this.#flushed);
  }

  /** One commit more. */
  flush(tx: Write, queue: Queue): void {
    this.#flushed = this.#waiting.length;
    for (const entry of this.#waiting) this.note(entry);
    this.#record = { ...this.#record, revision: this.#record.revision + 1 };
    queue(tx.objectStore('self').put(this.#record));
    this.#hasUnstoredNumber = false;
    for (const line of this.#lines.splice(0)) queue(tx.objectStore('journal').add(line));
  }
}

/** A memory that has counted nothing yet stands at zero. */
export function countersOf(stored: SelfRecord | undefined): CountersRecord {
  return stored?.id === 'counters' ? stored : FRESH;
}

export interface WholeJournal {
  /** Oldest first. */
  readonly records: readonly JournalRecord[];
  /** The seal that the last line has to have. */
  readonly head: string;
}

export async function readJournal(tx: Read): Promise<WholeJournal> {
  const [records, counters] = await Promise.all([
    tx.objectStore('journal').getAll(),
    tx.objectStore('self').get('counters'),
  ]);
  return { records, head: countersOf(counters).journalHead };
}
