import { describe, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import { excerptOf } from '../../../src/ui/parts/excerpt.ts';
import { diffWords, type Piece } from '../../../src/ui/parts/word-diff.ts';

const textOf = (pieces: readonly Piece[] = []) => pieces.map(({ text }) => text).join('');
const changedIn = (pieces: readonly Piece[] = []) => pieces.filter(({ changed }) => changed).map(({ text }) => text);

describe('a comparison of two texts', () => {
  test.for([
    ['the same', 'the same', [], []],
    ['the bridge is closed', 'the bridge is open', ['closed'], ['open']],
    ['мост закрыт', 'мост открыт сегодня', ['закрыт'], ['открыт сегодня']],
    ['日本語の文', '日本人の文', ['日本語'], ['日本人']],
    ['', 'all new', [], ['all new']],
  ] as const)('marks the words that differ: "%s" and "%s"', ([ours, theirs, onlyOurs, onlyTheirs]) => {
    const diff = diffWords(ours, theirs);
    expect([changedIn(diff?.ours), changedIn(diff?.theirs)]).toEqual([onlyOurs, onlyTheirs]);
    expect([textOf(diff?.ours), textOf(diff?.theirs)]).toEqual([ours, theirs]);
  });

  test('gives up within two seconds of CPU time if the texts have nothing in common', async () => {
    const words = (letter: string) => Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join(' ');
    const start = await commands.cpuSeconds();
    expect(diffWords(words('a'), words('b'))).toBeNull();
    expect((await commands.cpuSeconds()) - start).toBeLessThan(2);
  });
});

describe('an excerpt', () => {
  test('of a short text is the whole text', () => {
    expect(excerptOf([{ text: 'short', changed: false }])).toEqual({
      pieces: [{ text: 'short', changed: false }],
      isWhole: true,
    });
  });

  test('of a long text keeps every change, with words around it', () => {
    const long = 'word '.repeat(500);
    const { pieces, isWhole } = excerptOf([
      { text: long, changed: false },
      { text: 'changed', changed: true },
      { text: ` ${long}`, changed: false },
    ]);
    expect(isWhole).toBe(false);
    expect(changedIn(pieces)).toEqual(['changed']);
    expect(textOf(pieces).length).toBeLessThan(1000);
  });
});
