/** Finds lines that are too long to be read side by side with others. */

const MOST_COLUMNS = 120;

/** Folders whose lines may be longer, with the reason. */
const EXCLUDED: readonly (readonly [folder: string, reason: string])[] = [
  ['src/ui/words/en/', 'a sentence on the screen stands in one piece, so that it can be found and translated'],
  ['src/ui/words/ru/', 'a sentence on the screen stands in one piece, so that it can be found and translated'],
  ['test/vectors/', 'data of the reference, byte for byte'],
  ['test/data/', 'data that other programs and older versions wrote, byte for byte'],
];

/** The numbers of the lines that are too long, counted from 1. Columns are Unicode characters, without the line end. */
export function longLines(path: string, source: string): readonly number[] {
  if (EXCLUDED.some(([folder]) => path.startsWith(folder))) return [];
  return source
    .split(/\r?\n/)
    .map((line, index) => ({ columns: [...line].length, number: index + 1 }))
    .filter(({ columns }) => columns > MOST_COLUMNS)
    .map(({ number }) => number);
}
