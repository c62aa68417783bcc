/**
 * From what a chat, a mail or a clipboard left of a document to the document itself, or to the name of what happened to
 * it (PROTOCOL "Text around a document"). Never guesses: what is inside of the document is taken as it stands, or
 * refused.
 */
import { LIMITS } from '../domain/limits.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Steps } from '../domain/steps.ts';
import { checkTree } from './check-tree.ts';
import { type Names, parseJson, tryParse } from './parse-json.ts';
import { type Scanned, type ScanProblem, scanJson, unclosed } from './scan-json.ts';

const BOM = '\ufeff';
/**
 * A brace or bracket that opens a document. Behind it comes a key (also in changed quotation marks), its end, or an
 * object.
 */
const OPENING = /\{(?=[\s\u00ad\u200b-\u200d\u2060>]*(?:["'}“”„‟«»‘’‚‛″＂]|$))|\[(?=\s*\{)/g;
/** What can only follow inside of a larger document. The part before it is then not all of the document. */
const INSIDE_LARGER = /^[\s>]*(?:[}\]]|,[\s>]*["{[])/;
/** The same, if the keys of the larger one are no JSON. A chat could go on like this, but does not end in a brace. */
const INSIDE_OTHER = /^[\s>]*,[\s>]*(?:['“”„‟«»‘’‚‛″＂]|[\w$]+\s*:)/;
/**
 * A page saved from a browser. It shows a document in its own signs (`&quot;`), so the document must come without it.
 */
const WEB_PAGE = /^\s*<(?:!doctype|html|\?xml)/i;
/** The end of the text, or the end of a Markdown fence, or what is left out (memory-context.ts). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sign for what is left out
const NOTHING_MORE = /^[\s>]*(?:$|```|~~~|\u001a)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const LEFT_OUT_BEHIND = /^[\s>`~]*\u001a+/;
const BRACE_FIRST = /^[\s>]*{/;
const CURLY = /[“”„‟«»‘’‚‛″＂]/;
const WORDS_OF_JSON = /"\s*[:,}\]]|^[\s>]*[}\]]/;
const END_OF_JSON = /[}\]][\s>`~]*$/;
/** A candidate that fails only after so many characters was meant as a document. It is not a brace in a chat. */
const LEAST_MEANT = 40;

/**
 * The value of the one JSON document in `text`, or why there is none. `withoutBlocks`: what is looked through if the
 * text is more than JSON; it has the same length.
 */
export function* findJson(text: string, withoutBlocks = (whole: string) => whole): Steps<unknown | Refusal> {
  const whole = text.startsWith(BOM) ? text.slice(1) : text;
  if (whole.trim() === '') return refuse('empty');
  const names = { count: 0 };
  const parsed = yield* parseJson(whole, names);
  if (parsed !== undefined) return yield* checked(parsed, whole, names);
  const found = yield* locate(withoutBlocks(whole));
  if ('kind' in found) return found;
  names.count = 0;
  const value = yield* parseJson(found.text, names);
  return value === undefined ? refuse('not-json', { place: 'character 1' }) : yield* checked(value, found.text, names);
}

/**
 * Where the documents of a text stand that holds several, at most `most`. What is left out behind one belongs to it
 * (memory-context.ts). A broken one and one that is cut off are among them: reading it says what is wrong.
 */
export function* splitDocuments(text: string, most: number): Steps<readonly (readonly [start: number, end: number])[]> {
  const places: [number, number][] = [];
  for (let at = 0; places.length < most; ) {
    const rest = text.slice(at);
    const found = yield* firstDocument(rest);
    if ('problem' in found) {
      if (found.problem === 'end' || isMeant(found)) places.push([at + found.start, text.length]);
      return places;
    }
    const end = found.end + (LEFT_OUT_BEHIND.exec(rest.slice(found.end))?.[0].length ?? 0);
    places.push([at + found.start, at + end]);
    at += end;
  }
  return places;
}

/** JSON with the fields of our own Refusal is an unknown document. It must not pass for a refusal. */
function* checked(value: unknown, text: string, names: Names): Steps<unknown | Refusal> {
  if (isRefusal(value)) return refuse('unknown-kind', { place: '', found: 'kind' });
  return (yield* checkTree(value, text, names)) ?? value;
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
  if (INSIDE_OTHER.test(rest) && END_OF_JSON.test(rest)) return noDocument(text);
  if (INSIDE_LARGER.test(rest)) {
    if (isInsideOther(text, first.start)) return noDocument(text);
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

/** The offset of the brace that the text begins with. -1: it begins with something else. */
function firstBrace(text: string): number {
  return (BRACE_FIRST.exec(text)?.[0].length ?? 0) - 1;
}

/** Whether the text begins with a brace before `start`. That brace opens no JSON. */
function isInsideOther(text: string, start: number): boolean {
  const brace = firstBrace(text);
  return brace >= 0 && brace < start;
}

/** Whether two documents are equal in any layout. A reply often has the original quoted below it. */
function isSame(one: string, other: string): boolean {
  return one === other || JSON.stringify(tryParse(one)) === JSON.stringify(tryParse(other));
}

type Found = Scanned & { readonly start: number };
/** A candidate that is no JSON. */
type Failed = ScanProblem & { readonly start: number };

/**
 * The first document that scans, or the first one that was meant as a document and failed, or the candidate that came
 * farthest. No part of the text is scanned twice. `lead`: offset of the brace that the text begins with, which is
 * always meant; -1: there is none.
 */
function* firstDocument(text: string, lead = -1): Steps<Found | Failed> {
  let farthest: Failed = { problem: 'token', at: -1, start: -1 };
  const opening = new RegExp(OPENING); // A copy: another search may use `lastIndex` between two steps.
  while (opening.test(text)) {
    const start = opening.lastIndex - 1;
    yield { phase: 'reading', done: start, total: text.length, unit: 'characters' };
    const scanned = yield* scanJson(text, start);
    if (!('problem' in scanned)) return { ...scanned, start };
    const failed = { ...scanned, start };
    // A document inside of a larger one that failed is only a part of it, so the search ends here.
    if (scanned.problem === 'end' || scanned.problem === 'depth' || start === lead || isMeant(failed)) return failed;
    if (scanned.at - start > farthest.at - farthest.start) farthest = failed;
    opening.lastIndex = scanned.at;
  }
  return farthest;
}

/** Whether a candidate that failed was meant as a document. */
function isMeant({ at, start }: Failed): boolean {
  return at - start > LEAST_MEANT;
}

function nameProblem(text: string, failed: Failed): Refusal {
  const { problem, at, start } = failed;
  if (start < 0) return noDocument(text);
  const place = `character ${at + 1}`;
  if (problem === 'depth') return refuse('too-deep', { place, wanted: `${LIMITS.depth}` });
  if (problem === 'end' || NOTHING_MORE.test(text.slice(at))) {
    const found = at - start;
    return refuse('cut-off', { place, found: `${found}`, wanted: `${found + unclosed(text, start, at)}` });
  }
  if (!isMeant(failed) && isInsideOther(text, start)) return noDocument(text);
  if (problem === 'line-break') return refuse('broken-lines', { place });
  const found = text.slice(at, at + 16);
  if (CURLY.test(text[at] ?? '')) return refuse('curly-quotes', { place, found: text[at] as string });
  return refuse('not-json', { place, found });
}

function noDocument(text: string): Refusal {
  const place = 'character 1';
  const found = text.trimStart().slice(0, 40).trimEnd();
  const isEnd = !BRACE_FIRST.test(text) && WORDS_OF_JSON.test(text) && END_OF_JSON.test(text);
  return refuse(isEnd ? 'beginning-missing' : 'not-json', { place, found });
}

/**
 * The document with a plain space in place of each space that JSON does not know. Spaces inside texts stay as they are.
 */
function plainSpaces(text: string, { start, end, strangeSpaces }: Found): string {
  const parts: string[] = [];
  let from = start;
  for (let i = 0; i < strangeSpaces.length; i += 2) {
    parts.push(text.slice(from, strangeSpaces[i]));
    from = strangeSpaces[i + 1] as number;
  }
  parts.push(text.slice(from, end));
  return parts.join(' ');
}
