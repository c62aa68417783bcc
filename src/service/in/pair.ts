/** Shaking hands: asking, answering, and taking the answer (DESIGN 4.1). */
import { hex } from '../../domain/bytes.ts';
import type { HandshakeReport, PeerStatus } from '../../domain/document.ts';
import {
  answeredRequest,
  type HandshakeRequest,
  type HandshakeResponse,
  type OpenHandshake,
} from '../../domain/handshake.ts';
import { aboutPeer, type TrustReason, trustChange } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Peer, shownName } from '../../domain/peer.ts';
import type { PreviewSender } from '../../domain/preview.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { wireTime } from '../../domain/time.ts';
import { Trust } from '../../domain/trust.ts';
import type { Accepted, Carried } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import { type Drop, type Intake, PLAIN_PREVIEW } from '../intake.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';
import { makeReady } from '../out/make-ready.ts';
import { problemOf, rememberAuthor } from './authors.ts';

/** Asks `peerId`, or whoever answers, to shake hands. The request stays open until it is answered or withdrawn. */
export async function newHandshake(node: NodeContext, peerId: string | null): Promise<Carried | Refusal> {
  const { store, environment } = node;
  const nonce = hex(environment.randomBytes(8));
  const asked = await store.transact({}, (): Pick<OpenHandshake, 'request' | 'number'> | Refusal => {
    const { registry, genomeHash } = store;
    if (genomeHash === '') return refuse('no-genome');
    const at = environment.now();
    const made: HandshakeRequest = {
      kind: 'handshake_request',
      fromPeerId: registry.selfId,
      fromNode: registry.nodeName,
      genomeHash,
      timestamp: Math.floor(at / 1000),
      nonce,
    };
    const peer = peerId === null ? null : registry.getPeer(peerId);
    if (isRefusal(peer)) return peer;
    const number = store.nextNumber();
    store.handshakes.put({ nonce, peerId, at, request: made, number, trustBefore: peer?.trust ?? null });
    store.note({ kind: 'handshake-asked', at, ...(peer && aboutPeer(peer)) });
    if (peer) {
      registry.awaitReply(peer.peerId);
      noteChange(store, peer, at, 'asked-again');
    }
    return { request: made, number };
  });
  return isRefusal(asked) ? asked : makeReady(node, asked.request, { peerId, number: asked.number });
}

export async function handshakeAgain(node: NodeContext, nonce: string): Promise<Carried | Refusal> {
  const open = node.store.handshakes.get(nonce);
  if (!open) return refuse('unasked-reply');
  return makeReady(node, open.request, { peerId: open.peerId, number: open.number });
}

export async function withdrawHandshake({ store, environment }: NodeContext, nonce: string): Promise<Outcome> {
  return store.transact({}, () => {
    const open = store.handshakes.get(nonce);
    if (!open) return { kind: 'nothing', why: 'unchanged' };
    store.handshakes.delete(nonce);
    const at = environment.now();
    const { peerId, trustBefore } = open;
    store.note({ kind: 'handshake-withdrawn', at, ...(peerId !== null && { peerId }) });
    const peer = peerId === null ? null : store.registry.getPeer(peerId);
    if (peer && !isRefusal(peer) && trustBefore !== null) {
      store.registry.resume(peer.peerId, trustBefore, store.genomeHash);
      noteChange(store, peer, at, 'withdrawn');
    }
    return { kind: 'done', what: 'handshake-withdrawn' };
  });
}

/** Says that trust changed, where it did. */
function noteChange(store: StartedStore, before: Peer, at: number, reason: TrustReason): void {
  const peer = store.registry.getPeer(before.peerId);
  if (!isRefusal(peer) && peer.trust !== before.trust) store.note(trustChange(peer, at, reason));
}

/** What GoMCP's peer_status says of itself is enough to shake hands with it. */
export function requestOfStatus(status: PeerStatus): HandshakeRequest {
  const { selfId: fromPeerId, nodeName: fromNode, genomeHash } = status;
  return { kind: 'handshake_request', fromPeerId, fromNode, genomeHash, timestamp: 0, nonce: '' };
}

export function inspectRequest(node: NodeContext, drop: Drop<HandshakeRequest>): Intake | Refusal {
  const { store } = node;
  const { document: request, dropId } = drop;
  const problem = pairingProblem(store, request.fromPeerId);
  if (problem) return problem;
  const answered = answeredBefore(store, drop);
  const same = request.genomeHash === store.genomeHash;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'handshake',
      documentKind: request.kind,
      dropId,
      act: answered ? 'answer-again' : same ? 'verify' : 'reject',
      from: claimedSender(store, request.fromPeerId, request.fromNode),
      genome: { same, ours: store.genomeHash, theirs: request.genomeHash },
      madeAt: statedTime(request.timestamp),
      takenInAt: answered?.at ?? null,
    },
    buckets: {},
    accept: () => answerRequest(node, drop),
  };
}

export function replyOfReport(report: HandshakeReport): HandshakeResponse {
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

export function inspectReply(node: NodeContext, drop: Drop<HandshakeResponse>): Intake | Refusal {
  const { store } = node;
  const { document: reply, dropId } = drop;
  const problem = pairingProblem(store, reply.toPeerId);
  if (problem) return problem;
  const takenInAt = takenBefore(store, drop)?.at ?? null;
  if (takenInAt === null && !answeredRequest(store.handshakes.all(), reply)) {
    return refuse('unasked-reply', { found: shownName({ peerId: reply.toPeerId, nodeName: reply.toNode }) });
  }
  const same = reply.genomeHash === store.genomeHash;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'handshake',
      documentKind: reply.kind,
      dropId,
      act: takenInAt !== null ? 'nothing' : same ? 'verify' : 'reject',
      from: claimedSender(store, reply.toPeerId, reply.toNode),
      genome: { same, ours: store.genomeHash, theirs: reply.genomeHash },
      madeAt: statedTime(reply.timestamp),
      takenInAt,
    },
    buckets: {},
    accept: () => takeReply(node, drop),
  };
}

/**
 * Answers a request: the same answer as before for a replay, which changes nothing. The reply is part of the ledger line, so that it can be given again.
 */
async function answerRequest(node: NodeContext, drop: Drop<HandshakeRequest>): Promise<Accepted | Refusal> {
  const { store, environment } = node;
  const { document: request, dropId } = drop;
  const answer = await store.transact({}, () => {
    const problem = problemOf(store, drop) ?? pairingProblem(store, request.fromPeerId);
    if (problem) return problem;
    const { registry } = store;
    const before = answeredBefore(store, drop);
    const unchanged = { kind: 'nothing', why: 'handshake-answered-before' } as const;
    if (before?.reply) return { reply: before.reply, number: before.replyNumber, outcome: unchanged };
    const at = environment.now();
    rememberAuthor(store, drop, at);
    const made = registry.processHandshake(request, store.genomeHash, at);
    if (isRefusal(made)) return made;
    const reply: HandshakeResponse = request.nonce === '' ? made : { ...made, inReplyTo: request.nonce };
    const record: DropRecord = { dropId, direction: 'in', documentKind: request.kind, peerId: request.fromPeerId, at };
    const number = store.nextNumber();
    store.drops.put({ ...record, reply, replyNumber: number });
    const peer = registry.getPeer(request.fromPeerId) as Peer;
    store.note({ kind: 'drop-in', at, documentKind: request.kind, dropId, ...aboutPeer(peer) });
    store.note(trustChange(peer, at, reasonOf(peer)));
    return { reply, number, outcome: handshakeOutcome(peer) };
  });
  if (isRefusal(answer)) return answer;
  const reply = await makeReady(node, answer.reply, { peerId: request.fromPeerId, number: answer.number });
  return { kind: 'accepted', outcome: answer.outcome, reply };
}

async function takeReply({ store, environment }: NodeContext, drop: Drop<HandshakeResponse>): Promise<Outcome> {
  const { document: reply, dropId } = drop;
  return store.transact({}, (): Outcome => {
    const problem = problemOf(store, drop) ?? pairingProblem(store, reply.toPeerId);
    if (problem) return problem;
    const { registry } = store;
    if (takenBefore(store, drop)) return { kind: 'nothing', why: 'already-here' };
    const request = answeredRequest(store.handshakes.all(), reply);
    if (!request)
      return refuse('unasked-reply', { found: shownName({ peerId: reply.toPeerId, nodeName: reply.toNode }) });
    const at = environment.now();
    rememberAuthor(store, drop, at);
    registry.completeHandshake(reply, store.genomeHash, at);
    store.handshakes.delete(request.nonce);
    store.drops.put({ dropId, direction: 'in', documentKind: reply.kind, peerId: reply.toPeerId, at });
    const peer = registry.getPeer(reply.toPeerId) as Peer;
    store.note({ kind: 'drop-in', at, documentKind: reply.kind, dropId, ...aboutPeer(peer) });
    store.note(trustChange(peer, at, reasonOf(peer)));
    return handshakeOutcome(peer);
  });
}

/**
 * The ledger line of this very request, where it is a replay. A request without a nonce (GoMCP's peer_status) can not be told from a new one with the
 * same words: it counts as a replay only while its sender is trusted as it stands.
 */
function answeredBefore(
  { drops, registry }: StartedStore,
  { document: request, dropId }: Drop<HandshakeRequest>,
): DropRecord | null {
  const before = drops.get(dropId);
  // After a restore without its key this is another node: what the old one said is no answer of its own.
  if (!before?.reply || before.reply.toPeerId !== registry.selfId) return null;
  return request.nonce !== '' || registry.isTrusted(request.fromPeerId) ? before : null;
}

/** The ledger line of this very reply. What GoMCP prints of a handshake bears no time and no nonce: it is the same text every time, and no replay. */
function takenBefore(
  { drops }: NodeStore,
  { document: reply, dropId }: Drop<HandshakeResponse>,
): DropRecord | undefined {
  return reply.inReplyTo === undefined && reply.timestamp === 0 ? undefined : drops.get(dropId);
}

/** Why this node cannot shake hands with that one. */
function pairingProblem({ registry, genomeHash }: StartedStore, peerId: string): Refusal | null {
  if (peerId === registry.selfId) return refuse('self-handshake', { found: peerId });
  return genomeHash === '' ? refuse('no-genome') : null;
}

function claimedSender({ registry }: StartedStore, peerId: string, nodeName: string): PreviewSender {
  const peer = registry.getPeer(peerId);
  return { peerId, nodeName: shownName({ peerId, nodeName }), trust: isRefusal(peer) ? Trust.UNKNOWN : peer.trust };
}

function handshakeOutcome(peer: Peer): Outcome {
  const what = peer.trust === Trust.VERIFIED ? 'handshake-verified' : 'handshake-rejected';
  return { kind: 'done', what, peer: shownName(peer) };
}

function reasonOf({ trust }: Peer): TrustReason {
  return trust === Trust.VERIFIED ? 'same-genome' : 'other-genome';
}

/** Seconds by the sender's clock; 0 is a time nobody set, and what lies beyond a calendar is not shown as one. */
function statedTime(seconds: number): string | null {
  const inCalendar = seconds > 0 && seconds < 253_402_300_800;
  return inCalendar ? wireTime(seconds * 1000) : null;
}
