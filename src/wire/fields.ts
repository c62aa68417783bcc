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
  /** Objects whose names are not checked yet. */
  readonly objects: Fields[];
  /** Lists whose rows are not read yet. */
  readonly lists: { readonly count: number; readonly readRow: (index: number) => void }[];
}

export class Fields {
  readonly #object: JsonObject;
  readonly #place: string;
  readonly #shared: Shared;
  /** The names that were asked for: those that are known in this object. null: every name was checked by `unknown`. */
  #asked: string[] | null = [];

  constructor(object: JsonObject, place: string, shared: Shared = { refusal: null, lists: [], objects: [] }) {
    this.#object = object;
    this.#place = place;
    this.#shared = shared;
  }

  /** The first problem in the document. null: there was none so far. */
  get refusal(): Refusal | null {
    return this.#shared.refusal;
  }

  /** Reads the rows of every list, and checks the names of every object, up to the first problem. */
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
    this.checkNames();
  }

  /** The refusal of a name in another case, here or in an object inside. null: every name is as it should be. */
  checkNames(): Refusal | null {
    this.#checkNames();
    for (const one of this.#shared.objects) one.#checkNames();
    return this.refusal;
  }

  /** These names are known too, though nobody asks for them. */
  knows(...names: readonly string[]): void {
    this.#asked?.push(...names);
  }

  /** What GoMCP does not read. null: there is none. */
  synapse(): Fields | null {
    const synapse = this.object('synapse');
    synapse?.knows('receipts', 'variants', 'edits', 'in_reply_to', 'number', 'public_key', 'signature');
    return synapse;
  }

  /**
   * Go takes a name in any case for the known one, and the last of both counts. So such a name would say something else
   * to GoMCP than it does here.
   */
  #checkNames(): void {
    const asked = this.#asked;
    if (asked === null) return;
    for (const name in this.#object) if (!asked.includes(name)) this.#checkName(name, (one) => asked.includes(one));
  }

  #checkName(name: string, isKnown: (name: string) => boolean): void {
    const folded = foldName(name);
    if (isKnown(folded)) this.fail('name-in-other-case', pointerToken(name), shownName(name), folded, null);
  }

  text(name: string, limit: number = LIMITS.word): string {
    const value = this.#value(name) ?? '';
    if (typeof value !== 'string') return this.#wrong(name, 'text', value, '');
    if (value.length > limit) return this.fail('too-long', name, `${value.length}`, `${limit}`, '');
    return value;
  }

  /** A text that must not be empty, because the document means nothing without it. */
  required(name: string, limit: number = LIMITS.word): string {
    const value = this.text(name, limit);
    if (value === '') this.#checkNames(); // It may be there in another case.
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
    const value = this.#value(name) ?? 0;
    if (typeof value !== 'number') return this.#wrong(name, 'whole number', value, 0);
    if (!Number.isSafeInteger(value)) return this.fail('bad-number', name, `${value}`, 'whole number', 0);
    return value === 0 ? 0 : value; // -0 is 0
  }

  flag(name: string): boolean {
    const value = this.#value(name) ?? false;
    return typeof value === 'boolean' ? value : this.#wrong(name, 'true or false', value, false);
  }

  time(name: string): WireTime {
    const value = this.#value(name) ?? NEVER;
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
    const value = this.#value(name) ?? {};
    if (!isObject(value)) return this.#wrong(name, 'object', value, new Map());
    const entries = Object.entries(value);
    if (entries.length > limit) return this.fail('too-many', name, `${entries.length}`, `${limit}`, new Map());
    const result = new Map<string, Fields>();
    for (const [key, inner] of entries) {
      const place = `${name}/${pointerToken(key)}`;
      if (!isObject(inner)) return this.#wrong(place, 'object', inner, new Map());
      result.set(key, this.inside(inner, place));
    }
    return result;
  }

  /** An object with any names, whose values are all texts. */
  pairs(name: string, limit: number): ReadonlyMap<string, string> {
    const value = this.#value(name) ?? {};
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
      if (!isObject(row)) return this.#wrong(`${name}/${index}`, 'object', row, undefined);
      const fields = new Fields(row, `${this.#place}/${name}/${index}`, this.#shared);
      result.push(read(fields));
      fields.#checkNames();
    };
    this.#shared.lists.push({ count: rows.length, readRow });
    return result;
  }

  object(name: string): Fields | null {
    const value = this.#value(name) ?? null;
    if (value === null) return null;
    if (isObject(value)) return this.inside(value, name);
    return this.#wrong(name, 'object', value, null);
  }

  /**
   * Every field whose name is not in `known`. undefined: there is none. `__proto__` is a name like any other here. If
   * this is the first that is asked of a row, it checks all names of the row.
   */
  unknown(known: ReadonlySet<string>): Unknown | undefined {
    let rest: [string, unknown][] | undefined;
    for (const key in this.#object) {
      if (known.has(key)) continue;
      this.#checkName(key, (one) => known.has(one));
      rest ??= [];
      rest.push([key, this.#object[key]]);
    }
    if (this.#asked?.length === 0) this.#asked = null;
    return rest && Object.fromEntries(rest);
  }

  #value(name: string): unknown {
    this.#asked?.push(name);
    return this.#object[name];
  }

  /** The Fields of an object that stands at `place` inside of this one. */
  inside(object: JsonObject, place: string): Fields {
    const fields = new Fields(object, `${this.#place}/${place}`, this.#shared);
    this.#shared.objects.push(fields);
    return fields;
  }

  #rows(name: string, limit: number): readonly unknown[] {
    const value = this.#value(name) ?? [];
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

/**
 * The name as Go compares it, if it is one of ours: they are of ASCII letters, and only U+017F and U+212A fold to such
 * (Unicode simple folding). Other names may come out as anything else.
 */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll('\u017f', 's');
}

/** Without the fields that GoMCP would take for a known one. */
export function withoutFolding(unknown: Unknown | undefined, known: ReadonlySet<string>): Unknown | undefined {
  if (!unknown || !Object.keys(unknown).some((name) => known.has(foldName(name)))) return unknown;
  return Object.fromEntries(Object.entries(unknown).filter(([name]) => !known.has(foldName(name))));
}

/** A name that is short enough to show. */
export function shownName(name: string): string {
  return name.slice(0, 80).toWellFormed();
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
