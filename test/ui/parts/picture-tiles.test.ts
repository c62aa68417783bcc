import { describe, expect, test } from 'vitest';
import { groupsOf, TILES, type Tile, tilesOf } from '../../../src/ui/parts/picture-tiles.ts';

const GENOME = '38063b8cd2c9c6444729a7684906026f389c7922f5b5bad5ab35ba21e9e5fb91';
const HASHES = [GENOME, '0'.repeat(64), 'f'.repeat(64), `${'0'.repeat(63)}1`];
const PEER_ID = 'peer_0123456789abcdef01234567';

/** The hash with one bit flipped, counted from its end. */
function flipped(hash: string, bit: number): string {
  const at = hash.length - 1 - Math.floor(bit / 4);
  const digit = Number.parseInt(hash[at] as string, 16) ^ (1 << (bit % 4));
  return hash.slice(0, at) + digit.toString(16) + hash.slice(at + 1);
}

/** The number of tiles whose shape differs, which people see without colour and without a close look. */
function otherShapes(one: readonly Tile[], two: readonly Tile[]): number {
  return one.filter(({ shape }, index) => shape !== two[index]?.shape).length;
}

describe('the picture of a hash', () => {
  test('is the same on every device and in every version', () => {
    expect(
      tilesOf(GENOME)
        .map(({ shape, turn, colour }) => `${shape}${turn}${colour}`)
        .join(' '),
    ).toBe('132 503 231 421 720 200 322 213 602 713 232 403 513 121 603 323');
  });

  test.for(HASHES)('of %s has at least half of its shapes changed by any flipped bit', (hash) => {
    const bits = hash.length * 4;
    const changes = Array.from({ length: bits }, (_, bit) => otherShapes(tilesOf(hash), tilesOf(flipped(hash, bit))));
    expect(Math.min(...changes)).toBeGreaterThanOrEqual(TILES / 2);
    // Two unrelated hashes differ in seven of eight shapes.
    expect(changes.reduce((sum, change) => sum + change, 0) / bits).toBeGreaterThan(TILES * 0.85);
  });

  test('of a peer id changes with every bit too', () => {
    const changes = Array.from({ length: 96 }, (_, bit) =>
      otherShapes(tilesOf(PEER_ID), tilesOf(flipped(PEER_ID, bit))),
    );
    expect(Math.min(...changes)).toBeGreaterThanOrEqual(TILES / 2);
  });

  test('uses every shape, turn and colour about equally often', () => {
    const tiles = Array.from({ length: 512 }, (_, index) => tilesOf(index.toString(16).padStart(64, '0'))).flat();
    for (const [part, kinds] of [
      ['shape', 8],
      ['turn', 4],
      ['colour', 4],
    ] as const) {
      const counts = Array.from({ length: kinds }, (_, kind) => tiles.filter((tile) => tile[part] === kind).length);
      const even = tiles.length / kinds;
      for (const count of counts) expect(Math.abs(count / even - 1), `${part}: ${counts}`).toBeLessThan(0.15);
    }
  });

  test('is another one for each of 20,000 texts', () => {
    const seen = new Set(Array.from({ length: 20_000 }, (_, index) => JSON.stringify(tilesOf(index.toString(16)))));
    expect(seen.size).toBe(20_000);
  });
});

test('the letters of a hash are read in groups of four', () => {
  expect(groupsOf('38063b8cd2')).toBe('3806 3b8c d2');
  expect(groupsOf('3806')).toBe('3806');
  expect(groupsOf('')).toBe('');
});
