/** What of the map is taken: equal squares, found by the cell they stand in, and a few fixed boxes that nobody may cover. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In one row, and more than there can be: no mark is smaller than a pixel. */
const MOST_CELLS = 2 ** 16;

export class Ground {
  readonly #side: number;
  readonly #foot: number;
  readonly #fixed: readonly Box[];
  readonly #cells = new Map<number, Point[]>();

  /** `foot`: width and height of what one mark covers. */
  constructor(side: number, foot: number, fixed: readonly Box[]) {
    this.#side = side;
    this.#foot = foot;
    this.#fixed = fixed;
  }

  /** Inside of the map, on nobody and on nothing fixed. */
  isFree(at: Point): boolean {
    const box = this.#boxOf(at);
    if (box.left < 0 || box.top < 0 || box.right > this.#side || box.bottom > this.#side) return false;
    return !this.#fixed.some((other) => areOnEachOther(box, other)) && !this.#isTaken(at);
  }

  take(at: Point): void {
    const key = this.#keyOf(this.#cellOf(at));
    const cell = this.#cells.get(key);
    if (cell) cell.push(at);
    else this.#cells.set(key, [at]);
  }

  /** Marks are all alike and a cell is as large as one: whoever is in the way is in this cell or beside it. */
  #isTaken(at: Point): boolean {
    const { x: column, y: row } = this.#cellOf(at);
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        const near = this.#cells.get(this.#keyOf({ x, y }));
        if (near?.some((other) => this.#areTooNear(at, other))) return true;
      }
    }
    return false;
  }

  #areTooNear(one: Point, other: Point): boolean {
    return Math.abs(one.x - other.x) < this.#foot && Math.abs(one.y - other.y) < this.#foot;
  }

  #cellOf({ x, y }: Point): Point {
    return { x: Math.floor(x / this.#foot), y: Math.floor(y / this.#foot) };
  }

  #keyOf({ x, y }: Point): number {
    return x * MOST_CELLS + y;
  }

  #boxOf({ x, y }: Point): Box {
    const half = this.#foot / 2;
    return { left: x - half, top: y - half, right: x + half, bottom: y + half };
  }
}

export function areOnEachOther(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
