/** What of the map is taken: equal footprints, found by the cell they stand in, and a few fixed boxes that nobody may cover. */

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

/** What one mark covers, from its middle. */
export type Footprint = Box;

export class Ground {
  readonly #side: number;
  readonly #foot: Footprint;
  readonly #fixed: readonly Box[];
  readonly #cells = new Map<string, Point[]>();

  constructor(side: number, foot: Footprint, fixed: readonly Box[]) {
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

  /** Footprints are all alike and a cell is as large as one: whoever is in the way is in this cell or beside it. */
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
    return Math.abs(one.x - other.x) < this.#width && Math.abs(one.y - other.y) < this.#height;
  }

  get #width(): number {
    return this.#foot.right - this.#foot.left;
  }

  get #height(): number {
    return this.#foot.bottom - this.#foot.top;
  }

  #cellOf({ x, y }: Point): Point {
    return { x: Math.floor(x / this.#width), y: Math.floor(y / this.#height) };
  }

  #keyOf({ x, y }: Point): string {
    return `${x} ${y}`;
  }

  #boxOf({ x, y }: Point): Box {
    const { left, top, right, bottom } = this.#foot;
    return { left: x + left, top: y + top, right: x + right, bottom: y + bottom };
  }
}

function areOnEachOther(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
