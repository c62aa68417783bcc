/** Which words of two texts differ. */
import { diffArrays } from 'diff/lib/diff/array.js';

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface WordDiff {
  readonly ours: readonly Piece[];
  readonly theirs: readonly Piece[];
}

/** Texts with more differences than this are shown side by side without marks: finding them all would stop the screen. */
const MOST_EDITS = 2000;

/** Words of every script, the spaces and signs between them words of their own. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** null: too much differs to be compared. */
export function diffWords(ours: string, theirs: string): WordDiff | null {
  const changes = diffArrays(wordsOf(ours), wordsOf(theirs), { maxEditLength: MOST_EDITS });
  if (!changes) return null;
  return {
    ours: changes
      .filter(({ added }) => !added)
      .map(({ value, removed }) => ({ text: value.join(''), changed: removed })),
    theirs: changes
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => ({ text: value.join(''), changed: added })),
  };
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
