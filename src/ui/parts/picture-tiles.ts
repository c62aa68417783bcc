/** Which tiles a hash is drawn with. Every digit reaches every tile: hashes that differ in one bit look like two that have nothing in common. */

export interface Tile {
  readonly shape: number;
  /** Quarter turns. */
  readonly turn: number;
  readonly colour: number;
}

export const TILES = 16;
const SHAPES = 8;
const TURNS = 4;
const COLOURS = 4;
const LANES = 4;
/** Odd constants of MurmurHash3, and the fractional parts of square roots to begin with. */
const FACTOR = 0xcc9e2d51;
const SPREAD = [0x85ebca6b, 0xc2b2ae35] as const;
const SEEDS = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a] as const;

/** Always the same for the same text. Not for keeping secrets: what is drawn is a hash already. */
export function tilesOf(hash: string): readonly Tile[] {
  const state: number[] = SEEDS.map((seed) => seed + hash.length);
  // Twice around, so that the last digit reaches the first lane too.
  for (const letter of hash + hash) stir(state, letter.charCodeAt(0));
  return Array.from({ length: TILES }, (_, index) => {
    stir(state, index);
    const bits = finish(state[index % LANES] ?? 0);
    return {
      shape: bits % SHAPES,
      turn: (bits >>> 8) % TURNS,
      colour: (bits >>> 16) % COLOURS,
    };
  });
}

/** The text in groups of four, to be read aloud. */
export function groupsOf(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Every lane takes the value in, and something of its neighbour. */
function stir(state: number[], value: number): void {
  for (let lane = 0; lane < LANES; lane++) {
    const mixed = Math.imul((state[lane] ?? 0) ^ (value + lane), FACTOR);
    const neighbour = state[(lane + 1) % LANES] ?? 0;
    state[lane] = (((mixed << 13) | (mixed >>> 19)) + neighbour) >>> 0;
  }
}

function finish(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), SPREAD[0]);
  bits = Math.imul(bits ^ (bits >>> 13), SPREAD[1]);
  return (bits ^ (bits >>> 16)) >>> 0;
}
