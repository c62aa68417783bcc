/**
 * Which part of the map is taken: by the symbols of peers, which are equal squares, and by fixed boxes.
 * A grid makes it fast: a cell is as large as one square, so only a square in the same cell or a neighbour can overlap.
 */
import { type Box, boxAround, isInside, overlap, type Point } from './boxes.ts';

/** More cells than a row of the map can have: no symbol is smaller than a pixel. */
const MAX_CELLS_IN_ROW = 2 ** 16;

export class SymbolGrid {
  readonly #side: number;
  readonly #spacing: number;
  readonly #fixed: readonly Box[];
  readonly #cells = new Map<number, Point[]>();

  /** `side`: of the map; `spacing`: of the square around a symbol, its gap to the next one included. */
  constructor(side: number, spacing: number, fixed: readonly Box[]) {
    this.#side = side;
    this.#spacing = spacing;
    this.#fixed = fixed;
  }

  /** Whether a symbol with this middle is on the map and overlaps nothing. */
  isFree(middle: Point): boolean {
    const square = boxAround(middle, this.#spacing, this.#spacing);
    if (!isInside(square, this.#side)) return false;
    return !this.#fixed.some((box) => overlap(square, box)) && !this.#isTaken(middle);
  }

  add(middle: Point): void {
    const key = this.#keyOf(this.#cellOf(middle));
    const cell = this.#cells.get(key);
    if (cell) cell.push(middle);
    else this.#cells.set(key, [middle]);
  }

  #isTaken(middle: Point): boolean {
    const { x: column, y: row } = this.#cellOf(middle);
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        const near = this.#cells.get(this.#keyOf({ x, y }));
        if (near?.some((other) => this.#areTooNear(middle, other))) return true;
      }
    }
    return false;
  }

  #areTooNear(one: Point, other: Point): boolean {
    return Math.abs(one.x - other.x) < this.#spacing && Math.abs(one.y - other.y) < this.#spacing;
  }

  #cellOf({ x, y }: Point): Point {
    return { x: Math.floor(x / this.#spacing), y: Math.floor(y / this.#spacing) };
  }

  #keyOf({ x, y }: Point): number {
    return x * MAX_CELLS_IN_ROW + y;
  }
}
