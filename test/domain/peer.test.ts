import { expect, test } from 'vitest';
import { isAlive, type Peer } from '../../src/domain/peer.ts';
import { Trust } from '../../src/domain/trust.ts';

const BOB: Peer = {
  peerId: 'bob',
  nodeName: 'Bob',
  genomeHash: 'h',
  trust: Trust.VERIFIED,
  lastSeen: 0,
  lastSyncAt: null,
  factCount: 0,
  handshakeAt: null,
};

test.for<[lastSeen: number | null, now: number, alive: boolean]>([
  [1000, 1000, true],
  [1000, 1999, true],
  [1000, 2000, false],
  [1000, 0, true],
  [null, 999, true],
  [null, 1000, false],
])('last seen at %s, at %i: alive %s', ([lastSeen, now, alive]) => {
  expect(isAlive({ ...BOB, lastSeen }, now, 1000)).toBe(alive);
});
