/**
 * The tolerant rim (DESIGN 5.1): from what a chat, a mail or a clipboard left of a document to the document itself, or the name of what happened to it.
 * Never guesses: text inside the document is taken as it stands or refused.
 */
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Scanned, type ScanProblem, scanJson } from './scan-json.ts';

const BOM = '\ufeff';
const FENCE = /^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/m;
const QUOTED_LINE = /^[ \t]*>/;
/** A brace that opens an object as people carry it: behind it a key, plain or in changed quotation marks, or its end. */
const OPENING = /\{(?=[\s\u00ad\u200b-\u200d\u2060]*(?:["'}“”„«‘’]|$))|\[(?=\s*\{)/g;
/** Behind a part of a larger document stands what can only stand inside one. */
const INSIDE_LARGER = /^\s*(?:[}\]]|,\s*["{[])/;
const CURLY = /[“”„‟«»‘’‚‛″＂]/;
const WORDS_OF_JSON = /"\s*[:,}\]]/;

/** The value of the one JSON document in `text`. */
export function findJson(text: string): unknown | Refusal {
  const whole = text.startsWith(BOM) ? text.slice(1) : text;
  if (whole.trim() === '') return refuse('empty');
  const parsed = tryParse(whole);
  if (parsed !== undefined) return checkTree(parsed, 0, '') ?? parsed;
  const found = locate(whole);
  if ('kind' in found) return found;
  const value = tryParse(found.text);
  return value === undefined ? refuse('not-json', { place: 'character 1' }) : (checkTree(value, 0, '') ?? value);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No JSON as it stands: the scan says what it is, in our words and the same in every browser.
  }
}

interface Located {
  readonly text: string;
}

function locate(whole: string): Located | Refusal {
  const text = unfence(unquote(whole));
  const first = firstDocument(text);
  if ('problem' in first) return nameProblem(text, first);
  const document = text.slice(first.start, first.end);
  const rest = text.slice(first.end);
  if (INSIDE_LARGER.test(rest)) return refuse('beginning-missing');
  const second = firstDocument(rest);
  if (!('problem' in second)) {
    const other = rest.slice(second.start, second.end);
    return refuse(other === document ? 'same-twice' : 'two-documents', {
      place: `character ${first.end + second.start + 1}`,
    });
  }
  if (second.problem === 'end') return refuse('two-documents', { place: `character ${first.end + 1}` });
  return { text: plainSpaces(text, first) };
}

type Range = Scanned & { readonly start: number };
type Worst = ScanProblem & { readonly start: number };

/** The first document that scans, else the problem of the candidate that came farthest. */
function firstDocument(text: string): Range | Worst {
  let worst: Worst = { problem: 'token', at: -1, start: -1 };
  let depth = 0;
  for (const { index: start } of text.matchAll(OPENING)) {
    if (start < depth) continue;
    const scanned = scanJson(text, start);
    if (!('problem' in scanned)) {
      // Inside a larger one that did not scan, this is only a part of it.
      return worst.start >= 0 && worst.at - worst.start > 40 ? worst : { ...scanned, start };
    }
    if (scanned.at - start > worst.at - worst.start) worst = { ...scanned, start };
    if (scanned.problem === 'end' || scanned.problem === 'depth') return { ...scanned, start };
    depth = scanned.at;
  }
  return worst;
}

function nameProblem(text: string, { problem, at, start }: Worst): Refusal {
  const place = `character ${at + 1}`;
  const found = at >= 0 ? text.slice(at, at + 16) : text.trim().slice(0, 40);
  if (start < 0) return withoutDocument(text, found);
  if (problem === 'end') return refuse('cut-off', { place, found: `${text.length - start}` });
  if (problem === 'depth') return refuse('too-deep', { place, wanted: `${LIMITS.depth}` });
  if (problem === 'line-break') return refuse('broken-lines', { place });
  if (CURLY.test(text[at] ?? '')) return refuse('curly-quotes', { place, found: text[at] as string });
  return refuse('not-json', { place, found });
}

function withoutDocument(text: string, found: string): Refusal {
  const start = text.trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start))
    return refuse('not-json', {
      place: 'character 1',
      found: start.slice(0, 15),
    });
  if (WORDS_OF_JSON.test(text) && /[}\]]\s*$/.test(text)) return refuse('beginning-missing', { found });
  return refuse('not-json', { place: 'character 1', found });
}

/** Spaces between tokens that JSON does not know become spaces; those inside texts are the author's and stay. */
function plainSpaces(text: string, { start, end, strangeSpaces }: Range): string {
  let plain = '';
  let from = start;
  for (const at of strangeSpaces) {
    plain += `${text.slice(from, at)} `;
    from = at + 1;
  }
  return plain + text.slice(from, end);
}

function unfence(text: string): string {
  return FENCE.exec(text)?.[2] ?? text;
}

/** Mail and chat quote with "> ": taken off where at least half of the lines bear it. */
function unquote(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const quoted = lines.filter((line) => QUOTED_LINE.test(line));
  if (quoted.length * 2 < lines.length || quoted.length === 0) return text;
  return text.replace(/^[ \t]*(?:>[ \t]?)+/gm, '');
}

/**
 * One walk over everything parsed: no deeper than the limit, no number that JSON.parse could not hold, and every text well-formed (as the
 * reference reads lone surrogates), so that nothing behind the rim has to ask again.
 */
function checkTree(value: unknown, depth: number, place: string): Refusal | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse('bad-number', { place });
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= LIMITS.depth) return refuse('too-deep', { place, wanted: `${LIMITS.depth}` });
  const node = value as Record<string, unknown>;
  for (const key of Object.keys(node)) {
    const child = node[key];
    if (typeof child === 'string') {
      if (!child.isWellFormed()) node[key] = child.toWellFormed();
    } else if (typeof child === 'object' || typeof child === 'number') {
      const problem = checkTree(child, depth + 1, `${place}/${key}`);
      if (problem) return problem;
    }
  }
  return null;
}
