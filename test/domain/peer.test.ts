import { expect, test } from 'vitest';
import { isAlive, type Peer, shownName } from '../../src/domain/peer.ts';
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
])('a peer last seen at %s is alive at %i: %s', ([lastSeen, now, alive]) => {
  expect(isAlive({ ...BOB, lastSeen }, now, 1000)).toBe(alive);
});

test.for<[string, nodeName: string, shown: string]>([
  ['a plain name', 'Bob’s laptop', 'Bob’s laptop'],
  [
    'a name in letters that join',
    '\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645',
    '\u0646\u0645\u06cc\u200c\u062f\u0627\u0646\u0645',
  ],
  ['no name', '', 'bob'],
  ['only blanks', ' \u3000\t', 'bob'],
  ['only invisible characters', '\u200b\u2060\ufeff\u202e', 'bob'],
  ['marks that change the direction of the text', 'ecila\u202e \u2066x\u2069', 'ecila   x'],
  ['line breaks', 'a\nb\u2028c\u0000d', 'a b c d'],
])('the shown name: %s', ([, nodeName, shown]) => {
  expect(shownName({ peerId: 'bob', nodeName })).toBe(shown);
});
