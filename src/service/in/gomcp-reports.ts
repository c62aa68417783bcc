/**
 * What was handed over to a peer that never signs, and so sends no receipts, arrived all the same (DESIGN 5.5): GoMCP printed so when it took it in, or
 * the person says so. That is no contact: nobody knows who printed a text that names only us.
 */
import type { HandshakeReport, ImportReport, PeerStatus } from '../../domain/document.ts';
import type { HandshakeRequest, HandshakeResponse } from '../../domain/handshake.ts';
import { aboutPeer } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Peer, shownName } from '../../domain/peer.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type Millis, parseTime } from '../../domain/time.ts';
import { Trust } from '../../domain/trust.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, senderOf } from '../intake.ts';
import { type NodeContext, type StartedStore, trustedPeer } from '../node-context.ts';
import { confirmedBy, dropsTo, exchangeWith, incidentsSince, newlyConfirming } from '../out/exchange.ts';
import { inspectReply } from './pair.ts';

interface Arrived {
  readonly peer: Peer;
  readonly drop: DropRecord;
}

export function inspectImport(node: NodeContext, drop: Drop<ImportReport>): Intake | Refusal {
  const { store, environment } = node;
  const { document: report, dropId } = drop;
  const arrived = whatArrived(store, report);
  if (isRefusal(arrived)) return arrived;
  const { peer, drop: handed } = arrived;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'arrival',
      documentKind: report.kind,
      dropId,
      act: confirmsMore(store, peer.peerId, [handed], tookAll(report)) ? 'confirm-arrival' : 'nothing',
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: peer.genomeHash },
      arrival: {
        handedOverAt: handed.at,
        facts: { taken: report.imported, total: report.totalSent },
        incidents: { taken: report.incidentsImported, total: report.totalIncidents },
      },
      clearsBackup: bringsBackBackup(store, peer.peerId, [handed]),
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

/** The person's own word for everything that was handed over to a peer so far. */
export async function confirmArrival({ store, environment }: NodeContext, peerId: string): Promise<Outcome> {
  return store.transact({}, () => {
    const peer = store.registry.getPeer(peerId);
    return isRefusal(peer) ? peer : confirm(store, peer, dropsToUnsigned(store, peerId), environment.now());
  });
}

/** Was something handed over to this peer of which nobody has said yet that it arrived, and of which no receipt will? */
export function hasUnconfirmed(store: StartedStore, peerId: string): boolean {
  const wasGiven = exchangeWith(store, peerId).lastTakenOutAt !== null;
  return wasGiven && confirmsMore(store, peerId, dropsToUnsigned(store, peerId), true);
}

/** `isWhole`: all incidents of it were taken in. */
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
  if (bringsBackBackup(store, peerId, drops)) {
    store.registry.clearBackup(peerId);
    store.note({ kind: 'backup-cleared', at, ...aboutPeer(peer), dropId });
  }
  return { kind: 'done', what: 'arrival-confirmed', peer: nodeName };
}

/** GoMCP stops at the first incident that it can not take. */
function tookAll({ incidentsImported, totalIncidents }: ImportReport): boolean {
  return incidentsImported >= totalIncidents;
}

/** The payload that a report speaks of: ours, and of that time. A time that fits what was handed to two peers names neither. */
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

/** Payloads in the order they were handed over; none to a peer that signs: its own receipts say what it has. */
function dropsToUnsigned(store: NodeStore, peerId: string): readonly DropRecord[] {
  if (store.signers.get(peerId)) return [];
  return dropsTo(store, peerId)
    .filter(({ documentKind }) => documentKind === 'sync_payload')
    .toSorted((a, b) => a.at - b.at);
}

/** `isWhole`: their incidents arrived too, those that were missing before among them. */
function confirmsMore(store: StartedStore, peerId: string, drops: readonly DropRecord[], isWhole: boolean): boolean {
  const exchange = exchangeWith(store, peerId);
  const mends = isWhole && exchange.incidentsUpTo !== undefined && drops.length > 0;
  return mends || newlyConfirming(exchange, drops).length > 0 || bringsBackBackup(store, peerId, drops);
}

/** Is among them what is kept for the peer, as it is kept now? */
function bringsBackBackup({ registry }: StartedStore, peerId: string, drops: readonly DropRecord[]): boolean {
  const backup = registry.getBackup(peerId);
  return backup !== null && drops.some(({ keptId }) => keptId === backup.facts.keptId);
}

/** What GoMCP prints after it shook hands: the reply to a handshake of ours, or word that it trusts this node, for which nobody had asked. */
export function inspectReport(node: NodeContext, drop: Drop<HandshakeReport>): Intake | Refusal {
  const { document: report } = drop;
  if (report.remotePeerId !== node.store.registry.selfId) {
    return refuse('reply-to-another', { place: '/remote_peer_id', found: report.remotePeerId });
  }
  const reply = inspectReply(node, { ...drop, document: replyOfReport(report) });
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

/** Of a peer that is trusted here and says the same of us: good to know, and nothing to do. */
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

/** What GoMCP's peer_status says of itself is enough to shake hands with it. */
export function requestOfStatus(status: PeerStatus): HandshakeRequest {
  const { selfId: fromPeerId, nodeName: fromNode, genomeHash } = status;
  return { kind: 'handshake_request', fromPeerId, fromNode, genomeHash, timestamp: 0, nonce: '' };
}
