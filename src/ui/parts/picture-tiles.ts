/**
 * The tiles of the picture of a hash. Every digit changes every tile, so that two hashes that differ in one bit look as
 * different as any two. The same text gives the same tiles on every device and in every version.
 */

export interface Tile {
  readonly shape: number;
  /** In quarter turns. */
  readonly turn: number;
  readonly colour: number;
}

export const TILES = 16;
const SHAPES = 8;
const TURNS = 4;
const COLOURS = 4;
const LANES = 4;
/** Constants of MurmurHash3. */
const FACTOR = 0xcc9e2d51;
const SPREAD = [0x85ebca6b, 0xc2b2ae35] as const;
/** Start values: fractional parts of square roots, as in SHA-256. */
const SEEDS = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a] as const;

/** Sixteen tiles. This is no cryptographic hash: its input is one already. */
export function tilesOf(hash: string): readonly Tile[] {
  const state: number[] = SEEDS.map((seed) => seed + hash.length);
  // Twice, so that the last digit reaches every lane too.
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

/** The text in groups of four letters, which people read aloud. */
export function groupsOf(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Mixes the value into every lane, together with the neighbour lane. */
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
