/**
 * JSON.parse in steps, so that a text of 64 MiB can show its progress and be stopped. It takes what JSON.parse takes
 * and returns what JSON.parse returns: JSON.parse parses every piece, and only what stands between the pieces is read
 * here.
 */
import type { Steps } from '../domain/steps.ts';

/** Characters that are parsed at once. They take some milliseconds on a phone. */
const PIECE = 512 * 1024;
/** How deep objects are parsed in steps: a payload inside of a tool's output, and what stands beside its facts. */
const DEPTH = 3;

/** How many names of members a text or a tree has. */
export interface Names {
  count: number;
}

interface Cursor {
  readonly text: string;
  readonly piece: number;
  readonly names: Names;
  at: number;
}

const SPACES = /[ \t\n\r]*/y;
const SCALAR = /[^\s,:[\]{}"]+/y;

/**
 * Returns what JSON.parse returns, or undefined if it would throw. Adds to `names` how many names the text has. `piece`
 * is for tests: small pieces show what large ones hide.
 */
export function* parseJson(text: string, names: Names, piece = PIECE): Steps<unknown> {
  const cursor: Cursor = { text, piece, names, at: 0 };
  if (text.length <= piece) {
    const value = tryParse(text);
    if (value !== undefined) skipValue(cursor);
    return value;
  }
  try {
    const value = yield* parseValue(cursor, 0);
    skipSpaces(cursor);
    return cursor.at === text.length ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The scan says what is wrong, in our words and the same in every browser.
  }
}

function* parseValue(cursor: Cursor, depth: number): Steps<unknown> {
  skipSpaces(cursor);
  const opening = cursor.text[cursor.at];
  if (depth < DEPTH && opening === '{') return yield* parseObject(cursor, depth);
  if (depth < DEPTH && opening === '[') return yield* parseList(cursor);
  const start = cursor.at;
  skipValue(cursor);
  return JSON.parse(cursor.text.slice(start, cursor.at));
}

/** Parses many members at a time. Only a value that is longer than a piece is parsed in steps itself. */
function* parseObject(cursor: Cursor, depth: number): Steps<unknown> {
  const { text, piece } = cursor;
  const entries: [string, unknown][] = [];
  cursor.at++;
  if (takes(cursor, '}')) return {};
  let start = cursor.at;
  let end = start;
  for (let goesOn = true; goesOn; ) {
    skipSpaces(cursor);
    const name = cursor.at;
    skipText(cursor);
    const nameEnd = cursor.at;
    if (!takes(cursor, ':')) throw new SyntaxError(':');
    cursor.names.count++;
    const value = cursor.at;
    const isSmall = skipValue(cursor, value + piece);
    if (isSmall) end = cursor.at;
    if (!isSmall || end - start >= piece) {
      push(entries, text.slice(start, end));
      start = end;
    }
    if (!isSmall) {
      cursor.at = value;
      entries.push([JSON.parse(text.slice(name, nameEnd)), yield* parseValue(cursor, depth + 1)]);
    }
    goesOn = takes(cursor, ',');
    if (start < end && goesOn) continue;
    push(entries, text.slice(start, end));
    start = cursor.at;
    end = start;
    yield progress(cursor);
  }
  if (!takes(cursor, '}')) throw new SyntaxError('}');
  // As in JSON.parse, `__proto__` becomes a property of its own, and of two equal names the last one counts.
  return Object.fromEntries(entries);
}

function push(entries: [string, unknown][], members: string): void {
  for (const entry of Object.entries(JSON.parse(`{${members}}`))) entries.push(entry);
}

function* parseList(cursor: Cursor): Steps<unknown> {
  const rows: unknown[] = [];
  cursor.at++;
  if (takes(cursor, ']')) return rows;
  let start = cursor.at;
  for (;;) {
    skipValue(cursor);
    const end = cursor.at;
    const goesOn = takes(cursor, ',');
    if (goesOn && end - start < cursor.piece) continue;
    for (const row of JSON.parse(`[${cursor.text.slice(start, end)}]`)) rows.push(row);
    yield progress(cursor);
    if (!goesOn) break;
    start = cursor.at;
  }
  if (!takes(cursor, ']')) throw new SyntaxError(']');
  return rows;
}

/** Where the first name stands that an object has twice, in a text of JSON in which one does. */
export function* nameTwice(text: string): Steps<readonly (string | number)[]> {
  const cursor: Cursor = { text, piece: PIECE, names: { count: 0 }, at: 0 };
  /** What is open at this place: the names of an object so far, or null for a list. */
  const open: (Set<string> | null)[] = [];
  /** For each that is open: the last name, or the index. */
  const path: (string | number)[] = [];
  for (let reported = 0; cursor.at < text.length; ) {
    const start = cursor.at;
    const char = text[start];
    const names = open.at(-1);
    if (start - reported > PIECE) {
      yield progress(cursor);
      reported = start;
    }
    if (char === '"') {
      skipText(cursor);
      const end = cursor.at;
      if (!names || !takes(cursor, ':')) continue;
      const name: string = JSON.parse(text.slice(start, end)).toWellFormed();
      path[path.length - 1] = name;
      if (names.has(name)) return path;
      names.add(name);
      continue;
    }
    if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : null);
      path.push(0);
    } else if (char === '}' || char === ']') {
      open.pop();
      path.pop();
    } else if (char === ',' && !names) path[path.length - 1] = (path.at(-1) as number) + 1;
    cursor.at++;
  }
  return path;
}

function progress({ text, at }: Cursor) {
  return { phase: 'reading', done: at, total: text.length, unit: 'characters' } as const;
}

function skipSpaces(cursor: Cursor): void {
  SPACES.lastIndex = cursor.at;
  SPACES.test(cursor.text);
  cursor.at = SPACES.lastIndex;
}

/** Moves past spaces. Moves past `sign` too if it comes next, and returns whether it did. */
function takes(cursor: Cursor, sign: string): boolean {
  skipSpaces(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at++;
  return true;
}

/**
 * Moves past one value by finding its end, and counts the names in it: each has a colon behind it, and no other colon
 * is outside of a text. JSON.parse says later whether it is a value. False: the end is not before `limit`, and nothing
 * was counted. Throws a SyntaxError if there is no end.
 */
function skipValue(cursor: Cursor, limit = Number.POSITIVE_INFINITY): boolean {
  skipSpaces(cursor);
  const { text } = cursor;
  let depth = 0;
  let names = 0;
  do {
    if (cursor.at > limit) return false;
    const char = text[cursor.at];
    if (char === undefined) throw new SyntaxError('end');
    if (char === '"') skipText(cursor);
    else if (char === '{' || char === '[') {
      depth++;
      cursor.at++;
    } else if (char === '}' || char === ']') {
      if (depth === 0) throw new SyntaxError(char);
      depth--;
      cursor.at++;
    } else if (depth > 0) {
      if (char === ':') names++;
      cursor.at++;
    } else skipScalar(cursor);
  } while (depth > 0);
  cursor.names.count += names;
  return true;
}

function skipScalar(cursor: Cursor): void {
  SCALAR.lastIndex = cursor.at;
  if (!SCALAR.test(cursor.text)) throw new SyntaxError('value');
  cursor.at = SCALAR.lastIndex;
}

/** Moves past the text that begins here. Throws a SyntaxError if it has no end. */
function skipText(cursor: Cursor): void {
  const { text } = cursor;
  if (text[cursor.at] !== '"') throw new SyntaxError('"');
  let end = cursor.at;
  do {
    end = text.indexOf('"', end + 1);
    if (end < 0) throw new SyntaxError('end');
  } while (isEscaped(text, end));
  cursor.at = end + 1;
}

/** Whether an odd number of backslashes stands before this place. */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
