/**
 * JSON text in steps, as it is carried or in the canonical form of RFC 8785. Lists are written a thousand rows at a
 * time.
 */
import canonicalize from 'canonicalize';
import { isObject } from '../domain/is-object.ts';
import { type Phase, STEP, type Steps } from '../domain/steps.ts';
import type { JsonObject } from './fields.ts';

interface Form {
  readonly phase: Phase;
  keysOf(object: JsonObject): readonly string[];
  textOf(value: unknown): string | undefined;
}

/** As JSON.stringify writes it. */
export const PLAIN: Form = { phase: 'writing', keysOf: Object.keys, textOf: (value) => JSON.stringify(value) };

/**
 * RFC 8785. The platform writes numbers and texts as that RFC wants them, so only the keys must be sorted. That is
 * eight times as fast as the library on a large payload. The library takes over if an object would sort its keys by
 * itself: names that look like array indices.
 */
export const CANONICAL: Form = {
  phase: 'verifying',
  keysOf: (object) => Object.keys(object).sort(),
  textOf(value) {
    const sorted = sortKeys(value);
    return sorted === undefined ? canonicalize(value) : JSON.stringify(sorted);
  },
};

/** How deep objects are written in steps: a payload inside of a tool's output. Deeper values are written at once. */
const DEPTH = 2;

/** Calls `write` with one part of the text after the other. Throws a TypeError for what JSON cannot say. */
export function* writeJson(value: unknown, form: Form, write: (text: string) => void, depth = 0): Steps<void> {
  if (!isLarge(value, depth)) write(textOf(value, form));
  else if (Array.isArray(value)) yield* writeList(value, form, write);
  else yield* writeMembers(value as JsonObject, form, write, depth);
}

/** Writes many members at a time. Only a large value is written in steps itself. */
function* writeMembers(object: JsonObject, form: Form, write: (text: string) => void, depth: number): Steps<void> {
  let batch: [string, unknown][] = [];
  let separator = '';
  const flush = () => {
    if (batch.length === 0) return;
    write(separator + textOf(Object.fromEntries(batch), form).slice(1, -1));
    batch = [];
    separator = ',';
  };
  const keys = form.keysOf(object);
  write('{');
  for (const key of keys) {
    const value = object[key];
    const isLargeValue = isLarge(value, depth + 1);
    // Object.fromEntries would put a name like an array index first, so each of those is written alone.
    if (isLargeValue || INDEX.test(key)) flush();
    if (batch.length >= STEP) {
      flush();
      yield { phase: form.phase, done: 0, total: keys.length, unit: 'rows' };
    }
    if (!isLargeValue) {
      batch.push([key, value]);
      if (INDEX.test(key)) flush();
      continue;
    }
    write(`${separator}${JSON.stringify(key)}:`);
    separator = ',';
    yield* writeJson(value, form, write, depth + 1);
  }
  flush();
  write('}');
}

/** Whether it takes more than one step: a long list or a large object is in it. */
function isLarge(value: unknown, depth: number): boolean {
  if (Array.isArray(value)) return value.length > STEP;
  if (!isObject(value) || depth > DEPTH) return false;
  const members = Object.values(value);
  return members.length > STEP || members.some((member) => isLarge(member, depth + 1));
}

function* writeList(rows: readonly unknown[], form: Form, write: (text: string) => void): Steps<void> {
  write('[');
  for (let from = 0; from < rows.length; from += STEP) {
    const text = textOf(rows.slice(from, from + STEP), form);
    write(`${from > 0 ? ',' : ''}${text.slice(1, -1)}`);
    const done = Math.min(from + STEP, rows.length);
    yield { phase: form.phase, done, total: rows.length, unit: 'rows' };
  }
  write(']');
}

function textOf(value: unknown, form: Form): string {
  const text = form.textOf(value);
  if (text === undefined) throw new TypeError('A document must not hold anything that JSON cannot say');
  return text;
}

const INDEX = /^(?:0|[1-9]\d*)$/;

/** A copy with all keys sorted by UTF-16 units. undefined: an object in it cannot keep that order. */
function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const rows: unknown[] = [];
    for (const row of value) {
      const sorted = sortKeys(row);
      if (sorted === undefined) return undefined;
      rows.push(sorted);
    }
    return rows;
  }
  const sorted: [string, unknown][] = [];
  for (const key of Object.keys(value).sort()) {
    const child = sortKeys((value as JsonObject)[key]);
    if (child === undefined || INDEX.test(key)) return undefined;
    sorted.push([key, child]);
  }
  return Object.fromEntries(sorted);
}
