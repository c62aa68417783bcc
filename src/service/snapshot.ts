/** The snapshot: everything small that a screen shows, made whole after every commit (ARCHITECTURE "The flow"). */
import { leftOutDomains } from '../domain/left-out.ts';
import { type Peer, shownName } from '../domain/peer.ts';
import type { Refusal } from '../domain/refusal.ts';
import { Trust } from '../domain/trust.ts';
import type { ArchiveView, BackupView, NodeView, PeerView, ReplacedView, Snapshot } from '../peer-api.ts';
import type { NodeStore } from '../store/node-store.ts';
import { lastArchiveOf, replacedBefore } from './archive/this-device.ts';
import { openConflicts } from './in/conflicts.ts';
import { hasUnconfirmed } from './in/gomcp-reports.ts';
import { hasNode, type StartedStore } from './node-context.ts';
import { exchangeWith } from './out/exchange.ts';
import { incidentsFor } from './out/incidents-out.ts';

/** `problem`: why memory could not be opened. */
export function makeSnapshot(store: NodeStore, problem: Refusal | null): Snapshot {
  const started = hasNode(store) ? store : null;
  return {
    revision: store.counters.revision,
    state: problem ? 'no-store' : started ? 'ready' : 'new',
    problem,
    node: started && viewOfNode(started),
    peers: started ? viewOfPeers(started) : [],
    openHandshakes: store.handshakes.all().map(({ nonce, peerId, at }) => ({ nonce, peerId, at })),
    archive: viewOfArchive(store),
    replaced: viewOfReplaced(store),
    counts: {
      facts: store.facts.count + store.genes.size,
      incidents: store.incidents.size,
      conflicts: openConflicts(store).length,
    },
  };
}

function viewOfArchive(store: NodeStore): ArchiveView {
  const { at, seq } = lastArchiveOf(store) ?? { at: null, seq: 0 };
  const peers = store.registry?.listPeers() ?? [];
  const pairings = peers.filter(({ handshakeAt }) => (handshakeAt ?? 0) > (at ?? -1));
  return { at, facts: store.facts.countPast(seq), pairings: pairings.length };
}

function viewOfReplaced(store: NodeStore): ReplacedView | null {
  const replaced = replacedBefore(store);
  return replaced && { at: replaced.at, nodeName: replaced.identity.nodeName, bytes: replaced.archive.size };
}

function viewOfNode({ identity, settings, genomeHash, genes }: StartedStore): NodeView {
  const { peerId, nodeName, startedAt } = identity;
  const { timeout, forgetAfter } = settings;
  return { peerId, nodeName, startedAt, genomeHash, genes: genes.all(), timeout, forgetAfter };
}

function viewOfPeers(store: StartedStore): readonly PeerView[] {
  const peers = store.registry.listPeers();
  return peers.map((peer) => viewOfPeer(store, peer)).sort(byName);
}

function viewOfPeer(store: StartedStore, peer: Peer): PeerView {
  const exchange = exchangeWith(store, peer.peerId);
  const { confirmedUpTo, confirmedAt = null, untold = [], lastTakenOutAt } = exchange;
  const signer = store.signers.get(peer.peerId);
  const isTrusted = peer.trust === Trust.VERIFIED;
  const leftOut = leftOutDomains(exchange);
  const facts = isTrusted ? store.facts.countWaiting(confirmedUpTo, peer.peerId, leftOut) : 0;
  const waitingIncidents = isTrusted ? incidentsFor(store, peer.peerId, false).leaving.length : 0;
  return {
    ...peer,
    nodeName: shownName(peer),
    genome: peer.genomeHash === store.genomeHash ? 'same' : 'different',
    signedSince: signer?.signedSince ?? null,
    compared: signer?.compared ?? null,
    cloned: signer?.cloned ?? null,
    deadline: isTrusted ? (peer.lastSeen ?? 0) + store.registry.timeout : null,
    waiting: facts + waitingIncidents,
    waitingIncidents,
    confirmedAt,
    // A node that never signs reads no receipts.
    untold: signer ? untold.length : 0,
    lastTakenOutAt,
    unconfirmed: hasUnconfirmed(store, peer.peerId),
    leftOut: [...leftOut],
    backup: viewOfBackup(store, peer, isTrusted),
  };
}

function viewOfBackup({ registry }: StartedStore, peer: Peer, offered: boolean): BackupView | null {
  const backup = registry.getBackup(peer.peerId);
  if (!backup) return null;
  const { genomeHash, backedUpAt, reason, facts } = backup;
  return { genomeHash, backedUpAt, reason, factCount: facts.count, offered };
}

function byName(a: PeerView, b: PeerView): number {
  return a.nodeName.localeCompare(b.nodeName) || (a.peerId < b.peerId ? -1 : 1);
}
