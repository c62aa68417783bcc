import { describe, expect, test } from 'vitest';
import { circles, floors, type Graph, importerCounts, joined } from './structure.ts';

/** `a: 'b c'` means that a imports b and c. */
function graphOf(imports: Readonly<Record<string, string>>): Graph {
  return new Map(Object.entries(imports).map(([node, others]) => [node, new Set(others.split(' ').filter(Boolean))]));
}

const CHAIN = graphOf({ app: 'screen part', screen: 'part', part: 'words', words: '' });
const CIRCLE = graphOf({ app: 'one', one: 'two', two: 'three', three: 'one words', words: '' });

describe('a graph of imports', () => {
  test('has as many floors as its longest chain has nodes', () => {
    expect(floors(CHAIN)).toBe(4);
    expect(floors(graphOf({ alone: '' }))).toBe(1);
    expect(floors(graphOf({}))).toBe(0);
  });

  test('names its circles, and counts each as one floor', () => {
    expect(circles(CHAIN)).toEqual([]);
    expect(circles(CIRCLE)).toEqual([['one', 'two', 'three']]);
    expect(floors(CIRCLE)).toBe(3);
  });

  test('counts the importers of each node', () => {
    expect([...importerCounts(CHAIN)]).toEqual([
      ['app', 0],
      ['screen', 1],
      ['part', 2],
      ['words', 1],
    ]);
  });

  test('is joined to rooms, without the imports inside a room', () => {
    const files = graphOf({ 'a/1': 'a/2 b/1', 'a/2': '', 'b/1': '' });
    expect(joined(files, (file) => file.slice(0, 1))).toEqual(graphOf({ a: 'b', b: '' }));
  });
});
