/**
 * JSON.parse in steps: the platform's own parser is given one piece after the other, so that a text of 64 MiB can show how far it is and be stopped.
 * What it takes and what it makes of it is what JSON.parse would: every piece is parsed by it, and only what stands between pieces is read here.
 */
import type { Steps } from '../domain/steps.ts';

/** Characters that are parsed at once: some milliseconds on a phone. */
const PIECE = 512 * 1024;
/** Objects inside objects that are read here, before a whole value is a piece: a payload inside a tool's output, and what is beside its facts. */
const DEPTH = 3;

interface Cursor {
  readonly text: string;
  readonly piece: number;
  at: number;
}

const SPACES = /[ \t\n\r]*/y;
const SCALAR = /[^\s,:[\]{}"]+/y;

/** What JSON.parse would return; undefined where it would throw. `piece` is for tests: small pieces show what large ones hide. */
export function* parseJson(text: string, piece = PIECE): Steps<unknown> {
  if (text.length <= piece) return tryParse(text);
  const cursor = { text, piece, at: 0 };
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
    return undefined; // No JSON as it stands: the scan says what it is, in our words and the same in every browser.
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

/** Members are parsed many at a time; only a value of more than a piece is gone into. */
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
  // As JSON.parse does: own properties, `__proto__` too, and of one name twice the last.
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

function progress({ text, at }: Cursor) {
  return { phase: 'reading', done: at, total: text.length, unit: 'characters' } as const;
}

function skipSpaces(cursor: Cursor): void {
  SPACES.lastIndex = cursor.at;
  SPACES.test(cursor.text);
  cursor.at = SPACES.lastIndex;
}

/** Goes past `sign` and the spaces before it, where that is what comes next. */
function takes(cursor: Cursor, sign: string): boolean {
  skipSpaces(cursor);
  if (cursor.text[cursor.at] !== sign) return false;
  cursor.at++;
  return true;
}

/** Goes past one value, of which only its end is looked for: whether it is one, JSON.parse says. False where the end is not before `limit`. */
function skipValue(cursor: Cursor, limit = Number.POSITIVE_INFINITY): boolean {
  skipSpaces(cursor);
  const { text } = cursor;
  let depth = 0;
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
    } else if (depth > 0) cursor.at++;
    else skipScalar(cursor);
  } while (depth > 0);
  return true;
}

function skipScalar(cursor: Cursor): void {
  SCALAR.lastIndex = cursor.at;
  if (!SCALAR.test(cursor.text)) throw new SyntaxError('value');
  cursor.at = SCALAR.lastIndex;
}

/** Goes past the text that begins here. */
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

/** Is there an odd number of backslashes before it? */
function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
