/** Shortens a compared text to what shows the difference: its beginning, every change, and words around it. */
import type { Piece } from './word-diff.ts';

/** In UTF-16 units. */
const BEGINNING = 160;
const AROUND = 80;
const LONGEST_CHANGE = 600;
const MOST_PIECES = 60;

export interface Excerpt {
  readonly pieces: readonly Piece[];
  /** Nothing was cut. */
  readonly isWhole: boolean;
}

export function excerptOf(pieces: readonly Piece[]): Excerpt {
  const shown = pieces.slice(0, MOST_PIECES).map((piece, index): Piece => {
    if (piece.changed) return { ...piece, text: shorten(piece.text, LONGEST_CHANGE, 0) };
    return { ...piece, text: shorten(piece.text, index === 0 ? BEGINNING : AROUND, AROUND) };
  });
  const isWhole = shown.length === pieces.length && shown.every(({ text }, index) => text === pieces[index]?.text);
  return { pieces: shown, isWhole };
}

/** Cuts between words, and so never inside a character of two units. */
function shorten(text: string, head: number, tail: number): string {
  if (text.length <= head + tail + AROUND) return text;
  const beginning = text.slice(0, head).replace(/\S{1,40}$/u, '');
  const end = tail === 0 ? '' : text.slice(-tail).replace(/^\S{1,40}/u, '');
  return `${beginning || text.slice(0, head)}… ${end.trimStart()}`;
}
