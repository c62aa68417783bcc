import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutMap, type MapLayout, type MapPeer } from '../../../../../src/ui/screens/peers/map/layout.ts';

const MINUTE = 60_000;
const TIMEOUT = 7 * 24 * 60 * MINUTE;
const NOW = Date.UTC(2026, 0, 31);
const SIDES = [264, 320, 704];

const frame = (side: number) => ({ now: NOW, timeout: TIMEOUT, side });
/** `silence`: in milliseconds; negative: the contact is ahead of our clock; null: never heard of. */
const peerOf = (number: number, silence: number | null): MapPeer => ({
  peerId: `peer_${number.toString(16).padStart(24, '0')}`,
  nodeName: `node ${number}`,
  lastSeen: silence === null ? null : NOW - silence,
});
/** Their silence goes from one minute to long past the timeout. */
const peersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => peerOf(index, (MINUTE * (1 + index) ** 4) % (30 * TIMEOUT)));

const distance = ({ middle, places }: MapLayout, peerId: string) => {
  const place = places.find((one) => one.peerId === peerId);
  return place ? Math.hypot(place.x - middle, place.y - middle) : Number.NaN;
};

function expectInside({ places, symbolSize }: MapLayout, side: number): void {
  for (const { x, y } of places) {
    expect(Math.min(x, y) - symbolSize / 2).toBeGreaterThanOrEqual(0);
    expect(Math.max(x, y) + symbolSize / 2).toBeLessThanOrEqual(side);
  }
}

function expectApart({ places, symbolSize }: MapLayout): void {
  let nearest = Infinity;
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      nearest = Math.min(nearest, Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y)));
    }
  }
  expect(nearest).toBeGreaterThanOrEqual(symbolSize);
}

describe.each(SIDES)('a map of %d pixels', (side) => {
  test.each([0, 1, 7, 24, 25, 300])('%d peers all stand inside, and no two overlap', (count) => {
    const map = layoutMap(peersOf(count), frame(side));
    expect(new Set(map.places.map(({ peerId }) => peerId)).size).toBe(count);
    expectInside(map, side);
    expectApart(map);
  });

  test('peers that were all heard of in the same minute stand inside, and no two overlap', () => {
    const map = layoutMap(
      Array.from({ length: 300 }, (_, index) => peerOf(index, MINUTE)),
      frame(side),
    );
    expectInside(map, side);
    expectApart(map);
  });

  test('names are written if there are few peers, and not if there are many', () => {
    const few = layoutMap(peersOf(7), frame(side));
    expect(few.places.filter(({ name }) => name).length).toBeGreaterThan(3);
    expect(layoutMap(peersOf(25), frame(side)).places.filter(({ name }) => name)).toEqual([]);
  });
});

test('more peers than the smallest symbols have room for still stand inside', () => {
  const map = layoutMap(peersOf(6000), frame(264));
  expect(map.places).toHaveLength(6000);
  expectInside(map, 264);
});

test('the longer ago the contact, the farther away; no contact is the edge, one ahead of our clock is now', () => {
  const silences = [-MINUTE, MINUTE, 60 * MINUTE, TIMEOUT / 4, TIMEOUT - MINUTE, TIMEOUT + MINUTE, 5 * TIMEOUT];
  const alone = silences.map((silence) => distance(layoutMap([peerOf(1, silence)], frame(704)), peerOf(1, 0).peerId));
  expect(alone).toEqual([...alone].sort((a, b) => a - b));
  expect(new Set(alone).size).toBe(silences.length);
  const never = distance(layoutMap([peerOf(1, null)], frame(704)), peerOf(1, 0).peerId);
  expect(never).toBeGreaterThanOrEqual(Math.max(...alone));
});

test.each([1000, 30 * MINUTE, TIMEOUT, 100 * TIMEOUT])(
  'circles for a timeout of %d ms are apart, and the timeout is the first',
  (timeout) => {
    const { guides } = layoutMap([], { ...frame(704), timeout });
    expect(guides[0]?.age).toBe(timeout);
    const radii = guides.map(({ radius }) => radius).sort((a, b) => a - b);
    for (const [index, radius] of radii.slice(1).entries()) expect(radius - (radii[index] ?? 0)).toBeGreaterThan(20);
  },
);

test('a peer stands on its side of the timeout even if all were heard of lately', () => {
  const peers = Array.from({ length: 24 }, (_, index) => peerOf(index, MINUTE));
  const map = layoutMap(peers, frame(320));
  const limit = map.guides.find(({ age }) => age === TIMEOUT)?.radius ?? 0;
  for (const { peerId } of peers) expect(distance(map, peerId)).toBeLessThan(limit);
});

const anyPeers = fc.uniqueArray(
  fc.record({
    peerId: fc.string({ minLength: 1, maxLength: 40 }),
    nodeName: fc.string({ maxLength: 40 }),
    lastSeen: fc.option(fc.integer({ min: NOW - 40 * TIMEOUT, max: NOW + MINUTE })),
  }),
  { selector: ({ peerId }) => peerId, maxLength: 60 },
);

test('any peers have one place each, stand inside, and no two overlap', () => {
  fc.assert(
    fc.property(anyPeers, fc.constantFrom(...SIDES), (peers, side) => {
      const map = layoutMap(peers, frame(side));
      expect(map.places.map(({ peerId }) => peerId).sort()).toEqual(peers.map(({ peerId }) => peerId).sort());
      expectInside(map, side);
      expectApart(map);
    }),
  );
});

test('the order of the peers does not matter', () => {
  fc.assert(
    fc.property(anyPeers, (peers) => {
      expect(layoutMap([...peers].reverse(), frame(704)).places).toEqual(layoutMap(peers, frame(704)).places);
    }),
  );
});

test('a new peer moves only those whose place it takes: of forty peers at most four', () => {
  const before = layoutMap(peersOf(40), frame(704));
  for (let number = 1000; number < 1050; number++) {
    const after = layoutMap([...peersOf(40), peerOf(number, 60 * MINUTE)], frame(704));
    const placeOf = new Map(after.places.map((place) => [place.peerId, place]));
    const moved = before.places.filter(({ peerId, x, y }) => {
      const now = placeOf.get(peerId);
      return now?.x !== x || now.y !== y;
    });
    expect(moved.length).toBeLessThanOrEqual(4);
  }
});
