/**
 * Reads the fields of one JSON object into checked values. As in Go's decoder, a missing or null field reads as the
 * zero value. A value of another type is refused: the first problem of a document is remembered, and the field reads as
 * the zero value. So a reader needs no branches. Rows may be many: `list` only notes them, and `readRows` reads them in
 * steps.
 */
import { utf8Length } from '../domain/bytes.ts';
import type { Unknown } from '../domain/fact.ts';
import { isObject } from '../domain/is-object.ts';
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, type RefusalCode, refuse } from '../domain/refusal.ts';
import { STEP, type Steps } from '../domain/steps.ts';
import { NEVER, parseTime, type WireTime } from '../domain/time.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** What the Fields of one document share. */
interface Shared {
  refusal: Refusal | null;
  /** Lists whose rows are not read yet. */
  readonly lists: { readonly count: number; readonly readRow: (index: number) => void }[];
}

export class Fields {
  readonly #object: JsonObject;
  readonly #place: string;
  readonly #shared: Shared;

  constructor(object: JsonObject, place: string, shared: Shared = { refusal: null, lists: [] }) {
    this.#object = object;
    this.#place = place;
    this.#shared = shared;
  }

  /** The first problem in the document. null: there was none so far. */
  get refusal(): Refusal | null {
    return this.#shared.refusal;
  }

  /** Reads the rows of every list, up to the first problem. */
  *readRows(): Steps<void> {
    const { lists } = this.#shared;
    let done = 0;
    for (let list = lists.shift(); list; list = lists.shift()) {
      const total = done + list.count;
      for (let index = 0; index < list.count && !this.refusal; index++) {
        list.readRow(index);
        done++;
        if (done % STEP === 0) yield { phase: 'reading', done, total, unit: 'rows' };
      }
    }
  }

  text(name: string, limit: number = LIMITS.word): string {
    const value = this.#object[name] ?? '';
    if (typeof value !== 'string') return this.#wrong(name, 'text', value, '');
    if (value.length > limit) return this.fail('too-long', name, `${value.length}`, `${limit}`, '');
    return value;
  }

  /** A text that must not be empty, because the document means nothing without it. */
  required(name: string, limit: number = LIMITS.word): string {
    const value = this.text(name, limit);
    return value === '' ? this.fail('missing-field', name, name, 'text', '') : value;
  }

  /** A content: its limit is in UTF-8 bytes. Most contents are so short that nothing needs to be counted. */
  content(name: string): string {
    const value = this.text(name, LIMITS.contentBytes);
    if (value.length * 3 <= LIMITS.contentBytes) return value;
    const bytes = utf8Length(value);
    return bytes > LIMITS.contentBytes ? this.fail('too-long', name, `${bytes}`, `${LIMITS.contentBytes}`, '') : value;
  }

  integer(name: string): number {
    const value = this.#object[name] ?? 0;
    if (typeof value !== 'number') return this.#wrong(name, 'whole number', value, 0);
    if (!Number.isSafeInteger(value)) return this.fail('bad-number', name, `${value}`, 'whole number', 0);
    return value === 0 ? 0 : value; // -0 is 0
  }

  flag(name: string): boolean {
    const value = this.#object[name] ?? false;
    return typeof value === 'boolean' ? value : this.#wrong(name, 'true or false', value, false);
  }

  time(name: string): WireTime {
    const value = this.#object[name] ?? NEVER;
    if (value === NEVER) return NEVER;
    if (typeof value !== 'string') return this.#wrong(name, 'time', value, NEVER);
    return parseTime(value) === null ? this.fail('bad-time', name, value.slice(0, 40), 'RFC 3339', NEVER) : value;
  }

  texts(name: string, limit: number): readonly string[] {
    const rows = this.#rows(name, limit);
    const index = rows.findIndex((row) => typeof row !== 'string');
    if (index >= 0) return this.#wrong(`${name}/${index}`, 'text', rows[index], []);
    const long = (rows as string[]).findIndex((row) => row.length > LIMITS.word);
    if (long < 0) return rows as string[];
    return this.fail('too-long', `${name}/${long}`, `${(rows[long] as string).length}`, `${LIMITS.word}`, []);
  }

  /** An object with any names, whose values are all objects. */
  objects(name: string, limit: number): ReadonlyMap<string, Fields> {
    const value = this.#object[name] ?? {};
    if (!isObject(value)) return this.#wrong(name, 'object', value, new Map());
    const entries = Object.entries(value);
    if (entries.length > limit) return this.fail('too-many', name, `${entries.length}`, `${limit}`, new Map());
    const result = new Map<string, Fields>();
    for (const [key, inner] of entries) {
      const place = `${name}/${pointerToken(key)}`;
      if (!isObject(inner)) return this.#wrong(place, 'object', inner, new Map());
      result.set(key, new Fields(inner, `${this.#place}/${place}`, this.#shared));
    }
    return result;
  }

  /** An object with any names, whose values are all texts. */
  pairs(name: string, limit: number): ReadonlyMap<string, string> {
    const value = this.#object[name] ?? {};
    if (!isObject(value)) return this.#wrong(name, 'object', value, new Map());
    const entries = Object.entries(value);
    if (entries.length > limit) return this.fail('too-many', name, `${entries.length}`, `${limit}`, new Map());
    for (const [key, text] of entries) {
      const place = `${name}/${pointerToken(key)}`;
      if (typeof text !== 'string') return this.#wrong(place, 'text', text, new Map());
      const length = Math.max(key.length, text.length);
      if (length > LIMITS.word) return this.fail('too-long', place, `${length}`, `${LIMITS.word}`, new Map());
    }
    return new Map(entries as [string, string][]);
  }

  /** A list of objects, each read by `read`. Its length is checked now. The result is filled by `readRows`. */
  list<T>(name: string, limit: number, read: (row: Fields) => T): readonly T[] {
    const result: T[] = [];
    const rows = this.#rows(name, limit);
    const readRow = (index: number) => {
      const row = rows[index];
      if (!isObject(row)) this.#wrong(`${name}/${index}`, 'object', row, null);
      else result.push(read(new Fields(row, `${this.#place}/${name}/${index}`, this.#shared)));
    };
    this.#shared.lists.push({ count: rows.length, readRow });
    return result;
  }

  object(name: string): Fields | null {
    const value = this.#object[name] ?? null;
    if (value === null) return null;
    if (isObject(value)) return new Fields(value, `${this.#place}/${name}`, this.#shared);
    return this.#wrong(name, 'object', value, null);
  }

  /** Every field whose name is not in `known`. undefined: there is none. `__proto__` is a name like any other here. */
  unknown(known: ReadonlySet<string>): Unknown | undefined {
    let rest: [string, unknown][] | undefined;
    for (const key in this.#object) {
      if (known.has(key)) continue;
      rest ??= [];
      rest.push([key, this.#object[key]]);
    }
    return rest && Object.fromEntries(rest);
  }

  #rows(name: string, limit: number): readonly unknown[] {
    const value = this.#object[name] ?? [];
    if (!Array.isArray(value)) return this.#wrong(name, 'list', value, []);
    if (value.length > limit) return this.fail('too-many', name, `${value.length}`, `${limit}`, []);
    return value;
  }

  #wrong<T>(name: string, wanted: string, value: unknown, zero: T): T {
    return this.fail('wrong-type', name, nameOfType(value), wanted, zero);
  }

  /** Refuses the field with this name, unless there was a problem before. Returns `zero`. */
  fail<T>(code: RefusalCode, name: string, found: string, wanted: string, zero: T): T {
    this.#shared.refusal ??= refuse(code, { place: `${this.#place}/${name}`, found, wanted });
    return zero;
  }
}

/** A name as a JSON Pointer (RFC 6901) writes it. A name that is too long to show is cut. */
export function pointerToken(name: string): string {
  return name.slice(0, LIMITS.word).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The type of a value in the words that refusals use. */
export function nameOfType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value;
}
