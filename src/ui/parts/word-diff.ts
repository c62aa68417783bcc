/** Finds the words that differ between two texts. */
import { diffArrays } from 'diff/lib/diff/array.js';

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface WordDiff {
  readonly ours: readonly Piece[];
  readonly theirs: readonly Piece[];
}

/** Finding more differences than this would freeze the screen, so such texts are shown without marks. */
const MOST_EDITS = 2000;

/** Splits text of every script into words. Spaces and signs between them are pieces of their own. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** null if too much differs. */
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
