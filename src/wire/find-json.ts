/**
 * The tolerant rim (DESIGN 5.1): from what a chat, a mail or a clipboard left of a document to the document itself, or the name of what happened to it.
 * Never guesses: text inside the document is taken as it stands or refused.
 */
import { LIMITS } from '../domain/limits.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { STEP, type Steps } from '../domain/steps.ts';
import { pointerToken } from './fields.ts';
import { parseJson, tryParse } from './parse-json.ts';
import { type Scanned, type ScanProblem, scanJson, unclosed } from './scan-json.ts';

const BOM = '\ufeff';
/** A brace that opens an object as people carry it: behind it a key, plain or in changed quotation marks, or its end. */
const OPENING = /\{(?=[\s\u00ad\u200b-\u200d\u2060>]*(?:["'}“”„‟«»‘’‚‛″＂]|$))|\[(?=\s*\{)/g;
/** Behind a part of a larger document stands what can only stand inside one. */
const INSIDE_LARGER = /^[\s>]*(?:[}\]]|,[\s>]*["{[])/;
/** Where the keys of that larger one are no JSON, a chat could go on like this too: but it does not end in a brace. */
const INSIDE_OTHER = /^[\s>]*,[\s>]*(?:['“”„‟«»‘’‚‛″＂]|[\w$]+\s*:)/;
/** Saved from a browser. What it shows of a document is written in its own signs (`&quot;`): the document has to come without it. */
const WEB_PAGE = /^\s*<(?:!doctype|html|\?xml)/i;
/** Nothing more follows, or what closes a Markdown fence. */
const NOTHING_MORE = /^[\s>]*(?:$|```|~~~)/;
const BRACE_FIRST = /^[\s>]*{/;
const CURLY = /[“”„‟«»‘’‚‛″＂]/;
const WORDS_OF_JSON = /"\s*[:,}\]]|^[\s>]*[}\]]/;
const END_OF_JSON = /[}\]][\s>`~]*$/;
/** What went on for so many characters before it failed was meant to be a document, and is no brace in a chat. */
const MEANT_TO_BE = 40;

/** The value of the one JSON document in `text`. */
export function* findJson(text: string): Steps<unknown | Refusal> {
  const whole = text.startsWith(BOM) ? text.slice(1) : text;
  if (whole.trim() === '') return refuse('empty');
  const parsed = yield* parseJson(whole);
  if (parsed !== undefined) return yield* checked(parsed);
  const found = yield* locate(whole);
  if ('kind' in found) return found;
  const value = yield* parseJson(found.text);
  return value === undefined ? refuse('not-json', { place: 'character 1' }) : yield* checked(value);
}

/** Each document of a text that holds several, as it stands there, up to `most`. What is broken or cut off is among them: reading it says how. */
export function* splitDocuments(text: string, most: number): Steps<readonly string[]> {
  const documents: string[] = [];
  for (let rest = text; documents.length < most; ) {
    const found = yield* firstDocument(rest);
    if ('problem' in found) {
      if (found.problem === 'end' || isMeant(found)) documents.push(rest.slice(found.start));
      return documents;
    }
    documents.push(rest.slice(found.start, found.end));
    rest = rest.slice(found.end);
  }
  return documents;
}

/** A text that spells out a refusal of ours is a document we do not know, and no refusal. */
function* checked(value: unknown): Steps<unknown | Refusal> {
  if (isRefusal(value)) return refuse('unknown-kind', { place: '', found: 'kind' });
  return (yield* checkTree(value, 0)) ?? value;
}

interface Located {
  readonly text: string;
}

function* locate(text: string): Steps<Located | Refusal> {
  if (WEB_PAGE.test(text)) return refuse('not-json', { place: 'character 1', found: text.trimStart().slice(0, 15) });
  const first = yield* firstDocument(text, firstBrace(text));
  if ('problem' in first) return nameProblem(text, first);
  const document = plainSpaces(text, first);
  const rest = text.slice(first.end);
  if (INSIDE_OTHER.test(rest) && END_OF_JSON.test(rest)) return withoutDocument(text);
  if (INSIDE_LARGER.test(rest)) {
    if (isInsideOther(text, first.start)) return withoutDocument(text);
    return refuse('beginning-missing', { place: 'character 1' });
  }
  const second = yield* firstDocument(rest);
  if (!('problem' in second)) {
    return refuse(isSame(document, plainSpaces(rest, second)) ? 'same-twice' : 'two-documents', {
      place: `character ${first.end + second.start + 1}`,
    });
  }
  if (second.problem === 'end' || isMeant(second)) {
    return refuse('two-documents', { place: `character ${first.end + second.start + 1}` });
  }
  return { text: document };
}

/** Where the brace is that the text begins with; else -1. */
function firstBrace(text: string): number {
  return (BRACE_FIRST.exec(text)?.[0].length ?? 0) - 1;
}

/** Does the text begin with a brace before `start` that opens no JSON? */
function isInsideOther(text: string, start: number): boolean {
  const brace = firstBrace(text);
  return brace >= 0 && brace < start;
}

/** The same, however it is laid out: an answer often has the original quoted below it. */
function isSame(one: string, other: string): boolean {
  return one === other || JSON.stringify(tryParse(one)) === JSON.stringify(tryParse(other));
}

type Range = Scanned & { readonly start: number };
type Worst = ScanProblem & { readonly start: number };

/**
 * The first document that scans or was meant to be one, else the problem of the candidate that came farthest. No part of the text is scanned twice.
 * `lead`: where the text begins with a brace, which is then meant.
 */
function* firstDocument(text: string, lead = -1): Steps<Range | Worst> {
  let worst: Worst = { problem: 'token', at: -1, start: -1 };
  const opening = new RegExp(OPENING); // Of our own: between two steps somebody else may look for one.
  while (opening.test(text)) {
    const start = opening.lastIndex - 1;
    yield { phase: 'reading', done: start, total: text.length, unit: 'characters' };
    const scanned = yield* scanJson(text, start);
    if (!('problem' in scanned)) return { ...scanned, start };
    const found = { ...scanned, start };
    // What follows inside a larger one that did not scan is only a part of it.
    if (scanned.problem === 'end' || scanned.problem === 'depth' || start === lead || isMeant(found)) return found;
    if (scanned.at - start > worst.at - worst.start) worst = found;
    opening.lastIndex = scanned.at;
  }
  return worst;
}

function isMeant({ at, start }: Worst): boolean {
  return at - start > MEANT_TO_BE;
}

function nameProblem(text: string, worst: Worst): Refusal {
  const { problem, at, start } = worst;
  if (start < 0) return withoutDocument(text);
  const place = `character ${at + 1}`;
  if (problem === 'depth') return refuse('too-deep', { place, wanted: `${LIMITS.depth}` });
  if (problem === 'end' || NOTHING_MORE.test(text.slice(at))) {
    const found = at - start;
    return refuse('cut-off', { place, found: `${found}`, wanted: `${found + unclosed(text, start, at)}` });
  }
  if (!isMeant(worst) && isInsideOther(text, start)) return withoutDocument(text);
  if (problem === 'line-break') return refuse('broken-lines', { place });
  const found = text.slice(at, at + 16);
  if (CURLY.test(text[at] ?? '')) return refuse('curly-quotes', { place, found: text[at] as string });
  return refuse('not-json', { place, found });
}

function withoutDocument(text: string): Refusal {
  const place = 'character 1';
  const found = text.trimStart().slice(0, 40).trimEnd();
  const isEnd = !BRACE_FIRST.test(text) && WORDS_OF_JSON.test(text) && END_OF_JSON.test(text);
  return refuse(isEnd ? 'beginning-missing' : 'not-json', { place, found });
}

/** Spaces between tokens that JSON does not know become spaces; those inside texts are the author's and stay. */
function plainSpaces(text: string, { start, end, strangeSpaces }: Range): string {
  const parts: string[] = [];
  let from = start;
  for (let i = 0; i < strangeSpaces.length; i += 2) {
    parts.push(text.slice(from, strangeSpaces[i]));
    from = strangeSpaces[i + 1] as number;
  }
  parts.push(text.slice(from, end));
  return parts.join(' ');
}

/** Lists of that depth are walked in steps: rows of a payload, alone or inside a tool's output. */
const DEPTH_OF_ROWS = 3;

/**
 * One walk over everything parsed: no deeper than the limit, no number that JSON.parse could not hold, and every text and name well-formed (as the
 * reference reads lone surrogates), so that nothing behind the rim has to ask again.
 */
function* checkTree(value: unknown, depth: number): Steps<Refusal | null> {
  if (typeof value !== 'object' || value === null || depth > DEPTH_OF_ROWS) return checkBranch(value, depth);
  const node = value as Tree;
  let done = 0;
  for (const key of keysOf(value)) {
    const child = wellFormed(node, key);
    const problem = Array.isArray(value) ? checkBranch(child, depth + 1) : yield* checkTree(child, depth + 1);
    if (problem) return within(key, problem);
    done++;
    // Nothing of a row is read yet: that is counted when it is.
    if (Array.isArray(value) && done % STEP === 0) {
      yield { phase: 'reading', done: 0, total: value.length, unit: 'rows' };
    }
  }
  return null;
}

function checkBranch(value: unknown, depth: number): Refusal | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse('bad-number', { place: '' });
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= LIMITS.depth) return refuse('too-deep', { place: '', wanted: `${LIMITS.depth}` });
  for (const key of keysOf(value)) {
    const problem = checkBranch(wellFormed(value as Tree, key), depth + 1);
    if (problem) return within(key, problem);
  }
  return null;
}

type Tree = Record<string | number, unknown>;

function keysOf(value: object): Iterable<string | number> {
  return Array.isArray(value) ? value.keys() : Object.keys(value);
}

function within(key: string | number, problem: Refusal): Refusal {
  return { ...problem, place: `/${pointerToken(`${key}`)}${problem.place ?? ''}` };
}

/** The child of that name, after its name and its text were made well-formed in place. */
function wellFormed(node: Tree, key: string | number): unknown {
  const child = node[key];
  const isText = typeof child === 'string' && !child.isWellFormed();
  if (typeof key === 'string' && !key.isWellFormed()) {
    delete node[key];
    node[key.toWellFormed()] = isText ? child.toWellFormed() : child;
  } else if (isText) node[key] = child.toWellFormed();
  return child;
}
