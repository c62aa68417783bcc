/**
 * What GoMCP prints about what it did (PROTOCOL "What GoMCP prints"). A peer that never signs sends no receipts.
 * GoMCP's report, or a person's word, confirms instead that a payload arrived. Neither counts as contact: the report
 * names only this node, and nobody knows who printed it.
 */
import type { HandshakeReport, ImportReport, PeerStatus } from '../../domain/document.ts';
import type { HandshakeRequest, HandshakeResponse } from '../../domain/handshake.ts';
import { aboutPeer } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Peer, shownName } from '../../domain/peer.ts';
import type { Arrival } from '../../domain/preview.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Millis, parseTime } from '../../domain/time.ts';
import { Trust } from '../../domain/trust.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, senderOf } from '../intake.ts';
import { maySpeakGomcp, type NodeContext, type StartedStore, trustedPeer } from '../node-context.ts';
import { confirmedBy, dropsTo, exchangeWith, incidentsSince, newlyConfirming } from '../out/exchange.ts';
import { inspectReply } from './pair.ts';

interface Arrived {
  readonly peer: Peer;
  readonly drop: DropRecord;
}

export function inspectImport(node: NodeContext, drop: Drop<ImportReport>): Intake | Refusal {
  const { store, environment } = node;
  const { document: report, dropId } = drop;
  if (report.fromPeerId === '') return namelessImport(store, report, dropId);
  const arrived = whatArrived(store, report);
  if (isRefusal(arrived)) return arrived;
  const { peer, drop: payload } = arrived;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'arrival',
      documentKind: report.kind,
      dropId,
      act: confirmsMore(store, peer.peerId, [payload], tookAll(report)) ? 'confirm-arrival' : 'nothing',
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: peer.genomeHash },
      arrival: arrivalOf(report, payload.at),
      clearsBackup: handsBackBackup(store, peer.peerId, [payload]),
    },
    buckets: {},
    accept: async () =>
      store.transact({}, (): Outcome => {
        const now = whatArrived(store, report);
        if (isRefusal(now)) return now;
        return confirm(store, now.peer, [now.drop], environment.now(), tookAll(report));
      }),
  };
}

/** It names nobody, so any node may have made what was imported. A person who knows can say that it arrived. */
function namelessImport(store: StartedStore, report: ImportReport, dropId: string): Intake {
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'nameless-arrival',
      documentKind: report.kind,
      dropId,
      act: 'nothing',
      from: null,
      genome: { same: true, ours: store.genomeHash, theirs: store.genomeHash },
      arrival: arrivalOf(report, null),
    },
    buckets: {},
    accept: async () => ({ kind: 'nothing', why: 'unchanged' }),
  };
}

function arrivalOf(report: ImportReport, handedOverAt: Millis | null): Arrival {
  return {
    handedOverAt,
    facts: { taken: report.imported, total: report.totalSent },
    incidents: { taken: report.incidentsImported, total: report.totalIncidents },
  };
}

/** A person says that everything arrived that was carried out for the peer so far. */
export async function confirmArrival({ store, environment }: NodeContext, peerId: string): Promise<Outcome> {
  return store.transact({}, () => {
    const peer = store.registry.getPeer(peerId);
    return isRefusal(peer) ? peer : confirm(store, peer, dropsToUnsigned(store, peerId), environment.now());
  });
}

/** Whether something was carried out for this peer that nobody has confirmed, and that no receipt will confirm. */
export function hasUnconfirmed(store: StartedStore, peerId: string): boolean {
  const wasGiven = exchangeWith(store, peerId).lastTakenOutAt !== null;
  return wasGiven && confirmsMore(store, peerId, dropsToUnsigned(store, peerId), true);
}

/** Inside a transaction. `isWhole`: the peer took in all incidents too. */
function confirm(store: StartedStore, peer: Peer, drops: readonly DropRecord[], at: Millis, isWhole = true): Outcome {
  const { peerId } = peer;
  const nodeName = shownName(peer);
  if (!confirmsMore(store, peerId, drops, isWhole)) return { kind: 'nothing', why: 'unchanged', peer: nodeName };
  const exchange = exchangeWith(store, peerId);
  const { incidentsUpTo: _, ...rest } = exchange;
  const missing = isWhole ? {} : { incidentsUpTo: incidentsSince(exchange) };
  store.exchanges.put({ ...rest, ...missing, ...confirmedBy(exchange, drops) });
  const dropId = drops.at(-1)?.dropId ?? '';
  store.note({ kind: 'arrival-confirmed', at, ...aboutPeer(peer), dropId });
  if (handsBackBackup(store, peerId, drops)) {
    store.registry.clearBackup(peerId);
    store.note({ kind: 'backup-cleared', at, ...aboutPeer(peer), dropId });
  }
  return { kind: 'done', what: 'arrival-confirmed', peer: nodeName };
}

/** GoMCP stops at the first incident that it cannot take in. */
function tookAll({ incidentsImported, totalIncidents }: ImportReport): boolean {
  return incidentsImported >= totalIncidents;
}

/** The payload that a report is about, by its time. It is unknown if payloads to two peers have that time. */
function whatArrived(store: StartedStore, report: ImportReport): Arrived | Refusal {
  const { registry } = store;
  if (report.fromPeerId !== registry.selfId) {
    const other = registry.getPeer(report.fromPeerId);
    const found = !isRefusal(other) ? shownName(other) : report.fromPeerId;
    return refuse('import-of-another', { place: '/from_peer', found });
  }
  const madeAt = parseTime(report.syncedAt);
  const arrived = registry.listPeers().flatMap((peer) => {
    const drop = dropsToUnsigned(store, peer.peerId).findLast((one) => parseTime(one.madeAt ?? '') === madeAt);
    return drop ? [{ peer, drop }] : [];
  });
  const [only, another] = arrived;
  return only && !another ? only : refuse('import-unknown', { place: '/synced_at', found: report.syncedAt });
}

/** The payloads to a peer that never signs, in the order in which they were carried out. A signer sends receipts. */
function dropsToUnsigned(store: NodeStore, peerId: string): readonly DropRecord[] {
  if (!maySpeakGomcp(store, peerId)) return [];
  return dropsTo(store, peerId)
    .filter(({ documentKind }) => documentKind === 'sync_payload')
    .toSorted((a, b) => a.at - b.at);
}

/** Whether more is known of what the peer has if these drops arrived. `isWhole`: with all their incidents. */
function confirmsMore(store: StartedStore, peerId: string, drops: readonly DropRecord[], isWhole: boolean): boolean {
  const exchange = exchangeWith(store, peerId);
  const completesIncidents = isWhole && exchange.incidentsUpTo !== undefined && drops.length > 0;
  return completesIncidents || newlyConfirming(exchange, drops).length > 0 || handsBackBackup(store, peerId, drops);
}

/** Whether one of these drops hands back the peer's backup as it is now. */
function handsBackBackup({ registry }: StartedStore, peerId: string, drops: readonly DropRecord[]): boolean {
  const backup = registry.getBackup(peerId);
  return backup !== null && drops.some(({ keptId }) => keptId === backup.facts.keptId);
}

/** What GoMCP prints after a handshake: a reply to our request, or, unasked, that it trusts this node. */
export function inspectReport(node: NodeContext, drop: Drop<HandshakeReport>): Intake | Refusal {
  const { document: report } = drop;
  if (report.remotePeerId !== node.store.registry.selfId) {
    return refuse('reply-to-another', { place: '/remote_peer_id', found: report.remotePeerId });
  }
  const reply = inspectReply(node, { ...drop, document: replyOfReport(report), cameAs: report.kind });
  return isRefusal(reply) && reply.code === 'unasked-reply' ? (inspectTrustWord(node, drop) ?? reply) : reply;
}

function replyOfReport(report: HandshakeReport): HandshakeResponse {
  return {
    kind: 'handshake_response',
    toPeerId: report.localPeerId,
    toNode: report.localNode,
    genomeHash: report.localHash,
    match: report.match,
    trust: Trust.UNKNOWN,
    timestamp: 0,
  };
}

/** The peer is trusted here and says that it trusts this node. There is nothing to do. null: it does not say that. */
function inspectTrustWord({ store }: NodeContext, { document: report, dropId }: Drop<HandshakeReport>): Intake | null {
  const peer = trustedPeer(store, report.localPeerId);
  if (isRefusal(peer)) return null;
  const hashes = [report.localHash, report.remoteHash, peer.genomeHash];
  const isTrusting = report.match && report.trust === 'VERIFIED';
  if (!isTrusting || hashes.some((hash) => hash !== store.genomeHash)) return null;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'trust-word',
      documentKind: report.kind,
      dropId,
      act: 'nothing',
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: report.localHash },
    },
    buckets: {},
    accept: async () => ({ kind: 'nothing', why: 'unchanged' }),
  };
}

/** `peer_status` says enough of GoMCP to answer it like a handshake request. */
export function requestOfStatus(status: PeerStatus): HandshakeRequest {
  const { selfId: fromPeerId, nodeName: fromNode, genomeHash } = status;
  return { kind: 'handshake_request', fromPeerId, fromNode, genomeHash, timestamp: 0, nonce: '' };
}
