/**
 * Walks JSON text by its grammar (RFC 8259) and builds nothing: where a document begins and ends, and what is wrong
 * where. JSON.parse does not tell where a document ends inside other text, and its errors differ from browser to
 * browser.
 */
import { LIMITS } from '../domain/limits.ts';
import type { Steps } from '../domain/steps.ts';

export interface Scanned {
  readonly end: number;
  /**
   * Spaces between tokens that JSON does not know, as pairs of offsets: beginning, end, beginning, end. For example
   * non-breaking spaces, byte order marks, and the "> " before a quoted line.
   */
  readonly strangeSpaces: readonly number[];
}

export interface ScanProblem {
  readonly problem: 'end' | 'token' | 'depth' | 'line-break';
  readonly at: number;
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const SPACE = /[ \t\r\n\u00a0\u00ad\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/;
const PLAIN_SPACES = /[ \t\r\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 forbids them inside texts
const TEXT_RUN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** At the end of the text a number may lack its last digits: then the text is cut off. */
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.(?:\d+|$))?(?:[eE][+-]?(?:\d+|$))?|true|false|null/y;
/** A scalar or an escape without its end. */
const UNFINISHED = /^(?:-|t|tr|tru|f|fa|fal|fals|n|nu|nul|\\|\\u[0-9a-fA-F]{0,3})$/;
const LONGEST_UNFINISHED = 5;

/** Characters between two steps. */
const STRETCH = 512 * 1024;

/** Scans the array or object that begins at `start`. Returns where it ends, or the first problem. */
export function* scanJson(text: string, start: number): Steps<Scanned | ScanProblem> {
  const strangeSpaces: number[] = [];
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = start;
  let reported = start;
  while (at < text.length) {
    if (at - reported > STRETCH) {
      yield { phase: 'reading', done: at, total: text.length, unit: 'characters' };
      reported = at;
    }
    const char = text[at] as string;
    if (SPACE.test(char)) {
      const end = endOfSpaces(text, at);
      if (match(PLAIN_SPACES, text, at) < end) strangeSpaces.push(at, end);
      at = end;
    } else if (char === '{' || char === '[') {
      if (!expected.startsWith('value')) return { problem: 'token', at };
      open.push(char);
      if (open.length > LIMITS.depth) return { problem: 'depth', at };
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
      at++;
    } else if (char === '}' || char === ']') {
      if (!mayClose(char, open.at(-1), expected)) return { problem: 'token', at };
      open.pop();
      at++;
      if (open.length === 0) return { end: at, strangeSpaces };
      expected = 'comma-or-end';
    } else if (char === ',' && expected === 'comma-or-end') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if (char === ':' && expected === 'colon') {
      expected = 'value';
      at++;
    } else if (char === '"' && expected !== 'colon' && expected !== 'comma-or-end') {
      const end = endOfText(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expected = expected.startsWith('key') ? 'colon' : 'comma-or-end';
    } else {
      const end = expected.startsWith('value') ? match(SCALAR, text, at) : at;
      if (end === at) return unfinished(text, at);
      at = end;
      expected = 'comma-or-end';
    }
  }
  return { problem: 'end', at: text.length };
}

/**
 * How many characters are missing at least if a document from `start` breaks off at `end`: what closes everything that
 * is open.
 */
export function unclosed(text: string, start: number, end: number): number {
  let open = 0;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '{' || char === '[') open++;
    else if (char === '}' || char === ']') open--;
    else if (char === '"') {
      const behind = endOfText(text, at);
      if (typeof behind !== 'number') return open + 1;
      at = behind - 1;
    }
  }
  return open;
}

function mayClose(char: string, open: string | undefined, expected: Expected): boolean {
  if (open !== (char === '}' ? '{' : '[')) return false;
  return expected === 'comma-or-end' || expected === (char === '}' ? 'key-or-end' : 'value-or-end');
}

/** The offset behind the spaces at `start`. A ">" behind a line break counts as space: it is a mark of quotation. */
function endOfSpaces(text: string, start: number): number {
  let hasLineBreak = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\n' || char === '\r') hasLineBreak = true;
    else if (char === '>' ? !hasLineBreak : !SPACE.test(char)) return at;
  }
  return text.length;
}

/** The offset behind the closing quotation mark of the text that opens at `start`. */
function endOfText(text: string, start: number): number | ScanProblem {
  let at = start + 1;
  for (;;) {
    at = match(TEXT_RUN, text, at);
    if (at >= text.length) return { problem: 'end', at: text.length };
    if (text[at] === '"') return at + 1;
    if (text[at] !== '\\') {
      const isLineBreak = text[at] === '\n' || text[at] === '\r';
      return { problem: isLineBreak ? 'line-break' : 'token', at };
    }
    const end = match(ESCAPE, text, at);
    if (end === at) return unfinished(text, at);
    at = end;
  }
}

function unfinished(text: string, at: number): ScanProblem {
  const isCut = text.length - at <= LONGEST_UNFINISHED && UNFINISHED.test(text.slice(at));
  return isCut ? { problem: 'end', at: text.length } : { problem: 'token', at };
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
