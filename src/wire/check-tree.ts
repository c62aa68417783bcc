/**
 * One walk over everything that was parsed. It refuses what is nested too deep, numbers that no double can hold, and
 * names that stand twice. It makes every text and name well-formed, in place: a lone surrogate becomes U+FFFD, as in
 * Go. Nothing behind this has to check that again.
 */
import { LIMITS } from '../domain/limits.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { STEP, type Steps } from '../domain/steps.ts';
import { pointerToken, shownName } from './fields.ts';
import { type Names, nameTwice } from './parse-json.ts';

/** Lists up to this depth are checked in steps: rows of a payload, alone or inside of a tool's output. */
const DEPTH_OF_ROWS = 3;

/**
 * Checks what was parsed from `text`, which has so many `names`. JSON.parse keeps the last of two equal names without a
 * word: if fewer are left, one stood twice.
 */
export function* checkTree(value: unknown, text: string, { count }: Names): Steps<Refusal | null> {
  const kept = { count: 0 };
  const problem = yield* checkRows(value, 0, kept);
  if (problem || kept.count === count) return problem;
  const path = yield* nameTwice(text);
  const place = path.map((key) => `/${pointerToken(`${key}`)}`).join('');
  return refuse('name-twice', { place, found: shownName(`${path.at(-1)}`) });
}

function* checkRows(value: unknown, depth: number, names: Names): Steps<Refusal | null> {
  if (typeof value !== 'object' || value === null || depth > DEPTH_OF_ROWS) return checkBranch(value, depth, names);
  let done = 0;
  for (const key of keysOf(value, names)) {
    const child = wellFormed(value as Tree, key, names);
    const isList = Array.isArray(value);
    const problem = isList ? checkBranch(child, depth + 1, names) : yield* checkRows(child, depth + 1, names);
    if (problem) return within(key, problem);
    done++;
    // `done` stays 0: rows count as read later, when their fields are read.
    if (isList && done % STEP === 0) yield { phase: 'reading', done: 0, total: value.length, unit: 'rows' };
  }
  return null;
}

function checkBranch(value: unknown, depth: number, names: Names): Refusal | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return refuse('bad-number', { place: '' });
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= LIMITS.depth) return refuse('too-deep', { place: '', wanted: `${LIMITS.depth}` });
  for (const key of keysOf(value, names)) {
    const problem = checkBranch(wellFormed(value as Tree, key, names), depth + 1, names);
    if (problem) return within(key, problem);
  }
  return null;
}

type Tree = Record<string | number, unknown>;

function keysOf(value: object, names: Names): Iterable<string | number> {
  if (Array.isArray(value)) return value.keys();
  const keys = Object.keys(value);
  names.count += keys.length;
  return keys;
}

function within(key: string | number, problem: Refusal): Refusal {
  return { ...problem, place: `/${pointerToken(`${key}`)}${problem.place ?? ''}` };
}

/** The value with this name. Its name and its text are made well-formed in place. Equal names become one. */
function wellFormed(node: Tree, key: string | number, names: Names): unknown {
  const child = node[key];
  const isText = typeof child === 'string' && !child.isWellFormed();
  if (typeof key === 'string' && !key.isWellFormed()) {
    const name = key.toWellFormed();
    if (Object.hasOwn(node, name)) names.count--;
    delete node[key];
    node[name] = isText ? child.toWellFormed() : child;
  } else if (isText) node[key] = child.toWellFormed();
  return child;
}
