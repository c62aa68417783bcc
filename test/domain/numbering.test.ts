import { describe, expect, test } from 'vitest';
import { clashes, type Numbered, withSeen } from '../../src/domain/numbering.ts';

const seen = (...documents: readonly (readonly [number, string])[]) =>
  documents.reduce<readonly Numbered[]>((all, [number, dropId]) => withSeen(all, { number, dropId }), []);

describe('only two different documents with one number are a clash', () => {
  test.for<[string, readonly Numbered[], Numbered, boolean]>([
    ['the first of all', [], { number: 1, dropId: 'a' }, false],
    ['the next', seen([1, 'a']), { number: 2, dropId: 'b' }, false],
    ['the same again', seen([1, 'a'], [2, 'b']), { number: 1, dropId: 'a' }, false],
    ['one that comes late', seen([7, 'g'], [9, 'i']), { number: 8, dropId: 'h' }, false],
    ['one from long before', seen([7, 'g']), { number: 1, dropId: 'a' }, false],
    ['another with that number', seen([1, 'a'], [2, 'b']), { number: 1, dropId: 'c' }, true],
    ['a third with that number', seen([1, 'a'], [1, 'c']), { number: 1, dropId: 'd' }, true],
    ['the first of a clash again', seen([1, 'a'], [1, 'c']), { number: 1, dropId: 'a' }, false],
    ['the other of a clash again', seen([1, 'a'], [1, 'c']), { number: 1, dropId: 'c' }, false],
  ])('%s', ([, before, document, isClash]) => {
    expect(clashes(before, document)).toBe(isClash);
  });
});

test('the last two hundred documents are remembered in order of arrival, each once', () => {
  const all = Array.from({ length: 250 }, (_, index) => [index, `${index}`] as const);
  const last = seen(...all, ...all.slice(-100));
  expect(last.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, index) => index + 50));
  expect(clashes(last, { number: 50, dropId: 'other' })).toBe(true);
  expect(clashes(last, { number: 49, dropId: 'other' })).toBe(false);
});
