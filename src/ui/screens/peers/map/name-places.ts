/**
 * Where the names of peers stand on the map. No name may overlap a symbol, a fixed box or another name.
 *
 * Example: the symbol of "sentinel-mcp" has 36 pixels, its middle is at (100, 100). The name, at most 120 pixels wide,
 * is tried below at (100, 127.5), above at (100, 67.5), to the right from x = 122, to the left up to x = 78.
 * Then the same four places are tried with "sentinel-m…" (84 pixels), then with "sentine…" (60 pixels).
 * If none of the twelve is free, no name is written; the sentence for screen readers still has it.
 */
import { type Box, boxAround, isInside, overlap, type Point } from './boxes.ts';

export interface NamePlace {
  readonly text: string;
  /** From the middle of the symbol to the point of the line that `anchor` names. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** All in pixels. */
const LINE_HEIGHT = 17;
const GAP = 3;
/** How far the count on the upper edge of a symbol stands out of it. */
const COUNT_ABOVE = 5;
/** The widths that a name may have: first enough for nearly every name, last just enough to tell one from another. */
const NAME_WIDTHS = [120, 84, 60];

/** The middle of a symbol, and the name that belongs to it. */
export interface NamedSymbol extends Point {
  readonly peerId: string;
  readonly name: string;
}

/** By peer id. The first symbol has the first choice. `fixed`: what no name may cover, besides the symbols. */
export function placeNames(
  symbols: readonly NamedSymbol[],
  symbolSize: number,
  side: number,
  fixed: readonly Box[],
): ReadonlyMap<string, NamePlace> {
  const half = symbolSize / 2 + 1;
  const taken = [...fixed, ...symbols.map((symbol) => boxAround(symbol, 2 * half, 2 * half))];
  const isFree = (box: Box) => isInside(box, side) && !taken.some((other) => overlap(box, other));
  const names = new Map<string, NamePlace>();
  for (const symbol of symbols) {
    const found = candidatesFor(symbol.name, half).find((place) => isFree(boxOf(symbol, place)));
    if (!found) continue;
    taken.push(boxOf(symbol, found));
    names.set(symbol.peerId, found);
  }
  return names;
}

/** `half`: from the middle of the symbol to its edge. */
function candidatesFor(name: string, half: number): readonly NamePlace[] {
  const beside = half + GAP;
  return NAME_WIDTHS.map((width) => shortName(name, width)).flatMap((text) => [
    { text, x: 0, y: half + LINE_HEIGHT / 2, anchor: 'middle' },
    { text, x: 0, y: -half - LINE_HEIGHT / 2 - COUNT_ABOVE, anchor: 'middle' },
    { text, x: beside, y: 0, anchor: 'start' },
    { text, x: -beside, y: 0, anchor: 'end' },
  ]);
}

function boxOf(symbol: Point, { text, x, y, anchor }: NamePlace): Box {
  const width = nameWidth(text) + 2 * GAP;
  const shift = { start: width / 2 - GAP, middle: 0, end: GAP - width / 2 }[anchor];
  return boxAround({ x: symbol.x + x + shift, y: symbol.y + y }, width, LINE_HEIGHT);
}

/** In pixels. */
const FONT_SIZE = 13;
/** Widths of letters in shares of the font size. They are guessed: nothing can be measured before it is drawn. */
const NARROW = 0.56;
const WIDE = 0.72;
const SQUARE = 1.05;

/** The name, or as much of it as fits into `width` pixels, with an ellipsis. At least one letter stays. */
export function shortName(name: string, width: number): string {
  if (nameWidth(name) <= width) return name;
  const letters = Array.from(name);
  let used = widthOf('…');
  const fitting = letters.findIndex((letter) => {
    used += widthOf(letter);
    return used > width;
  });
  return `${letters.slice(0, Math.max(1, fitting)).join('').trimEnd()}…`;
}

function nameWidth(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  // From here on stand the scripts of East Asia and the pictures.
  if ((letter.codePointAt(0) ?? 0) >= 0x1100 && letter !== '…') return SQUARE * FONT_SIZE;
  return (/[\p{Lu}mwшщжюфм@%]/u.test(letter) ? WIDE : NARROW) * FONT_SIZE;
}
