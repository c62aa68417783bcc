import { describe, expect, test } from 'vitest';
import { isForgettable, type Peer } from '../../src/domain/peer.ts';
import type { PeerStore } from '../../src/domain/peer-store.ts';
import { Registry } from '../../src/domain/registry.ts';
import { Trust } from '../../src/domain/trust.ts';

/** A PeerStore that saves into a Map. */
class MapStore implements PeerStore {
  readonly peers = new Map<string, Peer>();

  async savePeer(peer: Peer): Promise<void> {
    this.peers.set(peer.peerId, peer);
  }

  async loadPeers(): Promise<readonly Peer[]> {
    return [...this.peers.values()];
  }

  async deletePeer(peerId: string): Promise<void> {
    this.peers.delete(peerId);
  }

  async deleteExpired(cutoff: number, withBackup: ReadonlySet<string>): Promise<number> {
    const old = [...this.peers.values()].filter((peer) => isForgettable(peer, cutoff) && !withBackup.has(peer.peerId));
    for (const { peerId } of old) this.peers.delete(peerId);
    return old.length;
  }
}

const BOB: Peer = {
  peerId: 'bob',
  nodeName: 'Bob',
  genomeHash: 'h',
  trust: Trust.EXPIRED,
  lastSeen: 1000,
  lastSyncAt: null,
  factCount: 3,
  handshakeAt: 500,
};

async function opened(...peers: readonly Peer[]): Promise<{ alice: Registry<string>; store: MapStore }> {
  const store = new MapStore();
  for (const peer of peers) store.peers.set(peer.peerId, peer);
  const alice = new Registry<string>('alice', 'Alice', 60_000);
  alice.setStore(store);
  await alice.loadFromStore();
  return { alice, store };
}

describe('peers are saved and loaded', () => {
  test('a saved peer is loaded again, and loading is no change', async () => {
    const { alice, store } = await opened();
    alice.completeHandshake(
      {
        kind: 'handshake_response',
        toPeerId: 'bob',
        toNode: 'Bob',
        genomeHash: 'h',
        match: true,
        trust: 2,
        timestamp: 0,
      },
      'h',
      7,
    );
    expect(store.peers.size).toBe(0);
    await alice.persistPeer('bob');
    const later = await opened(...store.peers.values());
    expect(later.alice.listPeers()).toEqual(alice.listPeers());
    expect(later.alice.isTrusted('bob')).toBe(true);
    expect(later.alice.takeChanges().peers).toEqual([]);
  });

  test('an unknown peer is not saved', async () => {
    const { alice, store } = await opened();
    await alice.persistPeer('eve');
    expect(store.peers.size).toBe(0);
  });

  test('without a store nothing is loaded, saved or deleted', async () => {
    const alice = new Registry<string>('alice', 'Alice', 0);
    await alice.loadFromStore();
    await alice.persistPeer('bob');
    expect(await alice.cleanExpiredPeers(0, 9)).toBe(0);
    expect(alice.peerCount()).toBe(0);
  });

  test('an error of the store rejects', async () => {
    const { alice, store } = await opened(BOB);
    store.savePeer = () => Promise.reject(new Error('full'));
    store.loadPeers = () => Promise.reject(new Error('gone'));
    store.deleteExpired = () => Promise.reject(new Error('locked'));
    await expect(alice.persistPeer('bob')).rejects.toThrow('full');
    await expect(alice.loadFromStore()).rejects.toThrow('gone');
    await expect(alice.cleanExpiredPeers(0, 2000)).rejects.toThrow('locked');
  });
});

describe('forgetting peers that were not seen for long, by the rule of the reference', () => {
  const ttl = 500;
  test.for<[string, Peer, now: number, forgotten: boolean]>([
    ['silent for longer than the age', BOB, 1501, true],
    ['silent for exactly the age', BOB, 1500, false],
    ['seen since then', { ...BOB, lastSeen: 1400 }, 1501, false],
    ['never seen', { ...BOB, lastSeen: null }, 1501, true],
    ['trusted', { ...BOB, trust: Trust.VERIFIED }, 1501, true],
    ['rejected', { ...BOB, trust: Trust.REJECTED }, 1501, true],
    ['rejected, and seen since then', { ...BOB, trust: Trust.REJECTED, lastSeen: 1400 }, 1501, false],
    ['asked again', { ...BOB, trust: Trust.PENDING }, 1501, true],
    ['unknown', { ...BOB, trust: Trust.UNKNOWN }, 1501, true],
  ])('%s', async ([, peer, now, forgotten]) => {
    const { alice, store } = await opened(peer);
    expect(alice.forgettable(now - ttl)).toEqual(forgotten ? [peer] : []);
    expect(await alice.cleanExpiredPeers(ttl, now)).toBe(forgotten ? 1 : 0);
    expect([alice.peerCount(), store.peers.size]).toEqual(forgotten ? [0, 0] : [1, 1]);
  });

  test.for([Trust.PENDING, Trust.VERIFIED, Trust.REJECTED, Trust.EXPIRED])(
    'at trust level %i a peer with a backup is not forgotten until the backup is cleared',
    async (trust) => {
      const { alice, store } = await opened({ ...BOB, trust }, { ...BOB, peerId: 'carol' });
      alice.restoreBackups([{ peerId: 'bob', genomeHash: 'h', facts: 'f', backedUpAt: 1, reason: 'timeout' }]);
      expect(alice.takeChanges().backups).toEqual([]);
      expect(alice.forgettable(9000).map((peer) => peer.peerId)).toEqual(['carol']);
      expect(await alice.cleanExpiredPeers(0, 9000)).toBe(1);
      expect([[...store.peers.keys()], alice.listPeers().map((peer) => peer.peerId)]).toEqual([['bob'], ['bob']]);
      alice.clearBackup('bob');
      expect(await alice.cleanExpiredPeers(0, 9000)).toBe(1);
      expect([store.peers.size, alice.peerCount()]).toEqual([0, 0]);
    },
  );
});

describe('forgetting one peer', () => {
  test.for([Trust.UNKNOWN, Trust.PENDING, Trust.VERIFIED, Trust.REJECTED, Trust.EXPIRED])(
    'at trust level %i it is gone here and in the store, with its backup, and no other peer is',
    async (trust) => {
      const { alice, store } = await opened({ ...BOB, trust }, { ...BOB, peerId: 'carol' });
      alice.restoreBackups([{ peerId: 'bob', genomeHash: 'h', facts: 'f', backedUpAt: 1, reason: 'timeout' }]);
      alice.forget('bob');
      const { peers, clearedBackups } = alice.takeChanges();
      expect([peers, clearedBackups]).toEqual([['bob'], ['bob']]);
      for (const peerId of peers) await alice.persistPeer(peerId);
      expect([[...store.peers.keys()], alice.listPeers().map(({ peerId }) => peerId)]).toEqual([['carol'], ['carol']]);
      expect(alice.getPeer('bob')).toMatchObject({ code: 'peer-not-found' });
      expect([alice.isTrusted('bob'), alice.getBackup('bob'), alice.recordSync('bob', 1, 9)]).toMatchObject([
        false,
        null,
        { code: 'peer-not-found' },
      ]);
    },
  );

  test('forgetting an unknown peer changes nothing', async () => {
    const { alice } = await opened(BOB);
    alice.forget('eve');
    expect(alice.takeChanges()).toEqual({ peers: [], backups: [], clearedBackups: [] });
  });

  test('a forgotten peer that is met again is known and saved', async () => {
    const { alice, store } = await opened(BOB);
    alice.forget('bob');
    const request = { fromPeerId: 'bob', fromNode: 'Bob', genomeHash: 'h', timestamp: 0, nonce: '1' };
    alice.processHandshake({ kind: 'handshake_request', ...request }, 'h', 7);
    for (const peerId of alice.takeChanges().peers) await alice.persistPeer(peerId);
    expect(store.peers.get('bob')).toMatchObject({ trust: Trust.VERIFIED, factCount: 0, handshakeAt: 7 });
  });
});
