/** What a memory counts: commits, changes, documents that left, lines of the journal; and the lines that wait for the commit being decided, each chained to the one before. */
import type { JournalEntry } from '../domain/journal.ts';
import type { Millis } from '../domain/time.ts';
import type { Queue, Read, Write } from './database.ts';
import type { Counters, JournalRecord, SelfRecord } from './schema.ts';

const FRESH: Counters = { id: 'counters', revision: 0, seq: 0, journal: 0, journalHead: '' };

export class RunningNumbers {
  readonly #seal: (line: JournalRecord) => string;
  readonly #lines: JournalRecord[] = [];
  /** Lines that wait for whatever commit succeeds; `#told` of them are in the one that is on its way. */
  readonly #owed: JournalEntry[] = [];
  #told = 0;
  /** A number was given out that is not stored yet. */
  #isOwing = false;
  #counters = FRESH;

  /** `seal`: the hash of a line, that the next one is chained to. */
  constructor(seal: (line: JournalRecord) => string) {
    this.#seal = seal;
  }

  load(stored: SelfRecord | undefined): void {
    this.#lines.length = 0;
    this.#isOwing = false;
    this.#counters = countersOf(stored);
  }

  get counters(): Counters {
    return this.#counters;
  }

  get isChanged(): boolean {
    return this.#isOwing || this.#lines.length > 0;
  }

  /** A memory that begins where another was forgotten stands at no revision that a tab may still remember of that one. */
  beginAt(startedAt: Millis): void {
    this.#counters = { ...this.#counters, revision: Math.max(this.#counters.revision, startedAt) };
  }

  /** Takes `count` sequence numbers and returns the first. */
  reserveSeqs(count: number): number {
    const first = this.#counters.seq + 1;
    this.#counters = { ...this.#counters, seq: this.#counters.seq + count };
    return first;
  }

  /** The number of the next document that is signed: once committed it is given to no other. */
  reserveNumber(): number {
    const number = (this.#counters.number ?? 0) + 1;
    this.#counters = { ...this.#counters, number };
    this.#isOwing = true;
    return number;
  }

  note(entry: JournalEntry): void {
    const line = { ...entry, before: this.#counters.journalHead };
    this.#lines.push(line);
    this.#counters = { ...this.#counters, journal: this.#counters.journal + 1, journalHead: this.#seal(line) };
  }

  /** Appends a line with the next commit that succeeds. The same failure once more is not told twice. */
  noteLater(entry: JournalEntry): void {
    if (this.#owed.at(-1)?.subject !== entry.subject) this.#owed.push(entry);
  }

  /** What was flushed is stored. */
  committed(): void {
    this.#owed.splice(0, this.#told);
  }

  /** One commit more. */
  flush(tx: Write, queue: Queue): void {
    this.#told = this.#owed.length;
    for (const entry of this.#owed) this.note(entry);
    this.#counters = { ...this.#counters, revision: this.#counters.revision + 1 };
    queue(tx.objectStore('self').put(this.#counters));
    this.#isOwing = false;
    for (const line of this.#lines.splice(0)) queue(tx.objectStore('journal').add(line));
  }
}

/** A memory that has counted nothing yet stands at zero. */
export function countersOf(stored: SelfRecord | undefined): Counters {
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
