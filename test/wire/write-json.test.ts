import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { atOnce } from '../../src/domain/steps.ts';
import { CANONICAL, PLAIN, writeJson } from '../../src/wire/write-json.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `f${index}`, b: index, a: [index, { z: 1, y: '2' }] }));
const members = (count: number, name = (index: number) => `k${count - index}`) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), [index]]));

/** So large that they are written in steps, in every shape. */
test.for<[string, object]>([
  ['many rows', { b: 1, facts: rows(2500), a: null }],
  [
    'many rows inside a tool’s output',
    { phase: 'x', sync_payload: { synced_at: 't', facts: rows(1500), incidents: [] } },
  ],
  ['many members', members(2500)],
  ['many members inside', { synapse: { variants: members(1500), receipts: [] }, facts: rows(3) }],
  ['names like array indices', { ...members(1500), 10: 'ten', 9: 'nine', facts: rows(1200), '01': 1 }],
  ['only such names', { x: members(1200, (index) => `${index}`), facts: [] }],
  ['names of objects', JSON.parse(`{"__proto__":${JSON.stringify(rows(1100))},"constructor":{"__proto__":1}}`)],
  ['a list of lists', { a: [rows(1100), [], [[]]], b: rows(1001) }],
  ['exactly one step', { a: rows(1000), b: members(1000) }],
])('%s, written in steps, are the same text as at once', ([, json]) => {
  for (const [form, whole] of [
    [PLAIN, JSON.stringify(json)],
    [CANONICAL, canonicalize(json)],
  ] as const) {
    const parts: string[] = [];
    atOnce(writeJson(json, form, (text) => parts.push(text)));
    expect(parts.join('') === whole).toBe(true);
  }
});
