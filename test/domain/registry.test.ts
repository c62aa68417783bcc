/** What the traces of the reference do not show: rules of our own, and what a commit must write. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { HandshakeRequest } from '../../src/domain/handshake.ts';
import type { Peer } from '../../src/domain/peer.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { Registry } from '../../src/domain/registry.ts';
import { Trust } from '../../src/domain/trust.ts';

const HASH = 'same genome';
const MINUTE = 60_000;

type Facts = readonly string[];

let alice: Registry<Facts>;
beforeEach(() => {
  alice = new Registry<Facts>('alice', 'Alice’s laptop', MINUTE);
});

function requestOf(peerId: string, genomeHash = HASH): HandshakeRequest {
  return { kind: 'handshake_request', fromPeerId: peerId, fromNode: peerId, genomeHash, timestamp: 0, nonce: 'n' };
}

function meet(peerId: string, now: number, genomeHash = HASH): void {
  expect(isRefusal(alice.processHandshake(requestOf(peerId, genomeHash), HASH, now))).toBe(false);
}

function trustOf(peerId: string): Trust | undefined {
  const peer = alice.getPeer(peerId);
  return isRefusal(peer) ? undefined : peer.trust;
}

describe('what the registry hands out is a copy, as in the reference', () => {
  test.for<[string, () => unknown]>([
    ['getPeer', () => alice.getPeer('bob')],
    ['listPeers', () => alice.listPeers()[0]],
    ['silentPeers', () => alice.silentPeers(2 * MINUTE)[0]],
    ['forgettable', () => alice.forgettable(2 * MINUTE)[0]],
  ])('whoever changes a peer of %s changes nobody’s trust', ([, handedOut]) => {
    meet('bob', 0);
    Object.assign(handedOut() as object, { trust: Trust.REJECTED, peerId: 'eve' });
    expect([alice.isTrusted('bob'), alice.trustedCount(), trustOf('bob')]).toEqual([true, 1, Trust.VERIFIED]);
    meet('bob', 1, 'other genome');
    Object.assign(handedOut() ?? {}, { trust: Trust.VERIFIED });
    expect([alice.isTrusted('bob'), alice.stats().byTrust]).toEqual([false, { REJECTED: 1 }]);
  });

  test.for<[string, (now: number) => unknown]>([
    ['getBackup', () => alice.getBackup('bob')],
    ['listBackups', () => alice.listBackups()[0]],
    ['checkTimeouts', (now) => alice.checkTimeouts(['f2'], now)[0]],
  ])('whoever changes a backup of %s changes no backup', ([, handedOut]) => {
    meet('bob', 0);
    alice.checkTimeouts(['f1'], MINUTE);
    meet('bob', MINUTE);
    Object.assign(handedOut(2 * MINUTE) as object, { peerId: 'eve', facts: [] });
    expect(alice.getBackup('bob')).toMatchObject({ peerId: 'bob', facts: [expect.stringMatching(/^f/)] });
  });
});

describe('the timeout', () => {
  test.for<[given: number, timeout: number]>([
    [0, 30 * MINUTE],
    [-1, 30 * MINUTE],
    [Number.NaN, 30 * MINUTE],
    [1, 1],
    [90 * MINUTE, 90 * MINUTE],
  ])('of %d is %d', ([given, timeout]) => {
    expect(new Registry('alice', 'Alice', given).timeout).toBe(timeout);
    alice.changeTimeout(given);
    expect(alice.timeout).toBe(timeout);
  });

  test('passes in the exact millisecond in which Bob expires', () => {
    meet('bob', 1000);
    expect(alice.nextDeadline()).toBe(1000 + MINUTE);
    expect(alice.checkTimeouts(['f1'], 1000 + MINUTE - 1)).toEqual([]);
    expect(alice.isTrusted('bob')).toBe(true);
    expect(alice.checkTimeouts(['f1'], 1000 + MINUTE)).toHaveLength(1);
    expect(trustOf('bob')).toBe(Trust.EXPIRED);
    expect(alice.nextDeadline()).toBeNull();
  });

  test('of the trusted peer that was silent longest is the next deadline', () => {
    expect(alice.nextDeadline()).toBeNull();
    meet('carol', 3000);
    meet('bob', 2000);
    meet('eve', 0, 'other genome');
    expect(alice.nextDeadline()).toBe(2000 + MINUTE);
    alice.touchPeer('bob', 5000);
    expect(alice.nextDeadline()).toBe(3000 + MINUTE);
    alice.recordSync('carol', 7, 9000);
    expect(alice.nextDeadline()).toBe(5000 + MINUTE);
    alice.changeTimeout(1);
    expect(alice.nextDeadline()).toBe(5001);
  });

  test('expires trusted peers only, each once, and they share the same facts', () => {
    meet('bob', 0);
    meet('carol', 0);
    meet('eve', 0, 'other genome');
    const facts = ['f1'];
    const backups = alice.checkTimeouts(facts, MINUTE);
    expect(backups.map((backup) => [backup.peerId, backup.backedUpAt, backup.reason])).toEqual([
      ['bob', MINUTE, 'timeout'],
      ['carol', MINUTE, 'timeout'],
    ]);
    expect(backups.every((backup) => backup.facts === facts)).toBe(true);
    expect(alice.checkTimeouts(['f2'], 2 * MINUTE)).toEqual([]);
    expect(alice.getBackup('bob')?.facts).toBe(facts);
    expect(trustOf('eve')).toBe(Trust.REJECTED);
  });
});

describe('a handshake', () => {
  test('with oneself is refused', () => {
    expect(alice.processHandshake(requestOf('alice'), HASH, 0)).toMatchObject({
      code: 'self-handshake',
      found: 'alice',
    });
    expect(alice.peerCount()).toBe(0);
  });

  test('of an expired peer makes it trusted, counts anew and leaves its backup', () => {
    meet('bob', 0);
    alice.recordSync('bob', 5, 1000);
    alice.checkTimeouts(['f1'], 2 * MINUTE);
    meet('bob', 3 * MINUTE);
    expect(alice.getPeer('bob')).toMatchObject({ trust: Trust.VERIFIED, factCount: 0, lastSyncAt: null });
    expect(alice.getBackup('bob')?.facts).toEqual(['f1']);
    alice.clearBackup('bob');
    expect(alice.getBackup('bob')).toBeNull();
  });

  test('is the only thing that makes a stranger a peer', () => {
    expect(alice.getPeer('eve')).toMatchObject({ code: 'peer-not-found', found: 'eve' });
    expect(alice.recordSync('eve', 1, 0)).toMatchObject({ code: 'peer-not-found', found: 'eve' });
    alice.touchPeer('eve', 0);
    alice.awaitReply('eve');
    alice.resume('eve', Trust.VERIFIED, HASH);
    expect(alice.stats()).toMatchObject({ totalPeers: 0, byTrust: {} });
    expect(alice.takeChanges().peers).toEqual([]);
  });
});

describe('asking a known peer again', () => {
  test('makes Bob pending until his reply: he is not trusted and does not expire', () => {
    meet('bob', 0);
    alice.awaitReply('bob');
    expect([trustOf('bob'), alice.isTrusted('bob'), alice.trustedCount()]).toEqual([Trust.PENDING, false, 0]);
    expect(alice.checkTimeouts([], 9 * MINUTE)).toEqual([]);
    const reply = {
      kind: 'handshake_response',
      toPeerId: 'bob',
      toNode: 'bob',
      match: true,
      trust: 2,
      timestamp: 0,
    } as const;
    alice.completeHandshake({ ...reply, genomeHash: HASH }, HASH, 9 * MINUTE);
    expect(trustOf('bob')).toBe(Trust.VERIFIED);
  });

  test.for([Trust.VERIFIED, Trust.REJECTED, Trust.EXPIRED])(
    'gives Bob his level %i back if the request is withdrawn',
    (before) => {
      meet('bob', 0);
      alice.awaitReply('bob');
      alice.resume('bob', before, HASH);
      expect(trustOf('bob')).toBe(before);
    },
  );

  test('leaves Bob rejected if the request is withdrawn after our genome has grown', () => {
    meet('bob', 0);
    alice.awaitReply('bob');
    expect(alice.distrustOtherGenomes('grown')).toEqual([]);
    alice.resume('bob', Trust.VERIFIED, 'grown');
    expect(trustOf('bob')).toBe(Trust.REJECTED);
  });

  test('leaves what the reply decided if the request is withdrawn later', () => {
    meet('bob', 0);
    alice.awaitReply('bob');
    meet('bob', 1000, 'other genome');
    alice.resume('bob', Trust.VERIFIED, HASH);
    expect(trustOf('bob')).toBe(Trust.REJECTED);
  });
});

describe('undoing an import of Bob', () => {
  let before: Peer;
  beforeEach(() => {
    meet('bob', 0);
    alice.recordSync('bob', 3, 1000);
    before = alice.getPeer('bob') as Peer;
    alice.recordSync('bob', 5, 2000);
    alice.takeChanges();
  });

  test('makes him what he was before, if nothing was heard of him since', () => {
    alice.undoSync(before, 5, 2000);
    expect(alice.getPeer('bob')).toEqual(before);
    expect(alice.takeChanges().peers).toEqual(['bob']);
  });

  test('counts only the facts back, if he was heard of since', () => {
    alice.touchPeer('bob', 2500);
    alice.undoSync(before, 5, 2000);
    expect(alice.getPeer('bob')).toMatchObject({ factCount: 3, lastSeen: 2500, lastSyncAt: 2000 });
  });

  test('leaves his level and his new count, if he expired or shook hands since', () => {
    alice.checkTimeouts([], 2000 + MINUTE);
    alice.undoSync(before, 5, 2000);
    expect(alice.getPeer('bob')).toMatchObject({ trust: Trust.EXPIRED, factCount: 3 });
    meet('bob', 3 * MINUTE);
    alice.undoSync(before, 5, 2000);
    expect(alice.getPeer('bob')).toMatchObject({ trust: Trust.VERIFIED, factCount: 0 });
  });

  test('does nothing if he was forgotten', () => {
    alice.undoSync({ ...before, peerId: 'carol' }, 5, 2000);
    expect(alice.getPeer('carol')).toMatchObject({ code: 'peer-not-found' });
  });
});

test('a peer with another genome hash is not trusted after our genome has changed', () => {
  meet('bob', 0);
  alice.processHandshake(requestOf('carol', 'new genome'), 'new genome', 0);
  meet('dora', 0);
  alice.checkTimeouts([], MINUTE);
  meet('bob', MINUTE);
  alice.processHandshake(requestOf('carol', 'new genome'), 'new genome', MINUTE);
  alice.takeChanges();
  expect(alice.distrustOtherGenomes('new genome')).toMatchObject([{ peerId: 'bob', trust: Trust.VERIFIED }]);
  expect([trustOf('bob'), trustOf('carol'), trustOf('dora')]).toEqual([Trust.REJECTED, Trust.VERIFIED, Trust.EXPIRED]);
  expect(alice.takeChanges().peers).toEqual(['bob']);
  expect(alice.distrustOtherGenomes('new genome')).toEqual([]);
});

describe('what a commit must write', () => {
  test('is each change, once', () => {
    meet('bob', 0);
    meet('carol', 0);
    alice.touchPeer('bob', 1);
    expect(alice.takeChanges()).toEqual({ peers: ['bob', 'carol'], backups: [], clearedBackups: [] });
    expect(alice.takeChanges()).toEqual({ peers: [], backups: [], clearedBackups: [] });
    alice.recordSync('carol', 1, 2);
    expect(alice.takeChanges().peers).toEqual(['carol']);
  });

  test('is nothing if the registry was only asked', () => {
    meet('bob', 0);
    alice.takeChanges();
    alice.checkTimeouts([], 1);
    alice.isTrusted('bob');
    alice.getPeer('bob');
    alice.clearBackup('bob');
    alice.nextDeadline();
    alice.stats();
    expect(alice.takeChanges()).toEqual({ peers: [], backups: [], clearedBackups: [] });
  });

  test('is the backup, then its clearing, also if both happen between two commits', () => {
    meet('bob', 0);
    alice.takeChanges();
    const [backup] = alice.checkTimeouts(['f1'], MINUTE);
    expect(alice.takeChanges()).toEqual({ peers: ['bob'], backups: [backup], clearedBackups: [] });
    expect(alice.takeChanges()).toEqual({ peers: [], backups: [], clearedBackups: [] });
    alice.clearBackup('bob');
    expect(alice.takeChanges()).toEqual({ peers: [], backups: [], clearedBackups: ['bob'] });
    meet('bob', MINUTE);
    alice.checkTimeouts([], 2 * MINUTE);
    alice.clearBackup('bob');
    expect(alice.takeChanges()).toEqual({ peers: ['bob'], backups: [], clearedBackups: ['bob'] });
  });
});
