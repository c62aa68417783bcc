/** Where the names of marks stand: below, else above or beside, cut short where only that fits; nowhere where all is taken. */
import { areOnEachOther, type Box, type Point } from './ground.ts';

export interface NamePlace {
  readonly text: string;
  /** From the middle of the mark: the middle of the line at its start, its middle or its end. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

const LINE = 17;
const GAP = 3;
/** What waits is counted on the upper edge of a mark, and stands out of it by so much. */
const COUNT = 5;
/** As much of a name as there is room for: first nearly all of it, then just enough to tell one from another. */
const WIDTHS = [120, 84, 60];

export interface NamedMark extends Point {
  readonly peerId: string;
  readonly name: string;
}

/** By peer id, in the order of the marks: the first has the choice. `fixed`: what no name may cover, beside the marks. */
export function placeNames(
  marks: readonly NamedMark[],
  mark: number,
  side: number,
  fixed: readonly Box[],
): ReadonlyMap<string, NamePlace> {
  const half = mark / 2 + 1;
  const taken = [...fixed, ...marks.map(({ x, y }) => boxAround({ x, y }, 2 * half, 2 * half))];
  const names = new Map<string, NamePlace>();
  for (const one of marks) {
    const isFree = (box: Box) =>
      box.left >= 0 &&
      box.right <= side &&
      box.top >= 0 &&
      box.bottom <= side &&
      !taken.some((other) => areOnEachOther(box, other));
    const found = waysToWrite(one.name, half).find((way) => isFree(boxOf(one, way)));
    if (!found) continue;
    taken.push(boxOf(one, found));
    names.set(one.peerId, found);
  }
  return names;
}

function waysToWrite(name: string, half: number): readonly NamePlace[] {
  const beside = half + GAP;
  return WIDTHS.map((width) => shortName(name, width)).flatMap((text) => [
    { text, x: 0, y: half + LINE / 2, anchor: 'middle' },
    { text, x: 0, y: -half - LINE / 2 - COUNT, anchor: 'middle' },
    { text, x: beside, y: 0, anchor: 'start' },
    { text, x: -beside, y: 0, anchor: 'end' },
  ]);
}

function boxOf(mark: Point, { text, x, y, anchor }: NamePlace): Box {
  const width = nameWidth(text) + 2 * GAP;
  const shift = { start: width / 2 - GAP, middle: 0, end: GAP - width / 2 }[anchor];
  return boxAround({ x: mark.x + x + shift, y: mark.y + y }, width, LINE);
}

function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** How much of a name fits below its mark. Widths are guessed, in shares of the letters' size: nothing can be measured before it is drawn. */

const NARROW = 0.56;
const CAPITAL = 0.72;
const WIDE = 1.05;

/** Letters of the map, in pixels. */
const LETTERS = 13;

/** `width` in pixels. */
export function shortName(name: string, width: number): string {
  if (nameWidth(name) <= width) return name;
  const letters = Array.from(name);
  let used = widthOf('…');
  const kept = letters.findIndex((letter) => {
    used += widthOf(letter);
    return used > width;
  });
  return `${letters.slice(0, Math.max(1, kept)).join('').trimEnd()}…`;
}

/** In pixels. */
export function nameWidth(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  // From here on stand the scripts of East Asia and the pictures.
  if ((letter.codePointAt(0) ?? 0) >= 0x1100 && letter !== '…') return WIDE * LETTERS;
  return (/[\p{Lu}mwшщжюфм@%]/u.test(letter) ? CAPITAL : NARROW) * LETTERS;
}
