/** Points and boxes on the map, in pixels from its top left. */

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

export function boxAround({ x, y }: Point, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** Two boxes that only touch do not overlap. */
export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Whether the box is wholly on a map of that width and height. */
export function isInside(box: Box, side: number): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= side && box.bottom <= side;
}
