/** The part of a long text that is needed to see what differs: its beginning, every change, and a few words around each. */
import type { Piece } from './word-diff.ts';

const BEGINNING = 160;
const AROUND = 80;
const LONGEST_CHANGE = 600;
const MOST_PIECES = 60;

export interface Excerpt {
  readonly pieces: readonly Piece[];
  /** Nothing was left out. */
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

/** Cut between words, so that no sign is cut in two. */
function shorten(text: string, head: number, tail: number): string {
  if (text.length <= head + tail + AROUND) return text;
  const beginning = text.slice(0, head).replace(/\S{1,40}$/u, '');
  const end = tail === 0 ? '' : text.slice(-tail).replace(/^\S{1,40}/u, '');
  return `${beginning || text.slice(0, head)}… ${end.trimStart()}`;
}
