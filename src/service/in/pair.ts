/**
 * Shaking hands: answering a request, and taking a reply in (ARCHITECTURE "Trust").
 *
 * Alice asks (out/handshake-requests.ts). Her request stays open and has a nonce.
 * - Bob accepts the request: if the genome hashes are the same, Alice is VERIFIED there, else REJECTED. The reply names
 *   the nonce, and is stored with the ledger line of the request.
 * - Alice accepts the reply: it closes her request, and Bob is VERIFIED or REJECTED there.
 * - The request comes to Bob once more: he gives the same reply, and nothing is changed. The same holds for the reply.
 * - A reply that answers no open request is refused. So is Alice's own request if it comes back to her.
 */
import { answeredRequest, type HandshakeRequest, type HandshakeResponse } from '../../domain/handshake.ts';
import { aboutPeer, type TrustReason, trustChange } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Peer, shownName } from '../../domain/peer.ts';
import type { PreviewSender } from '../../domain/preview.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { wireTime } from '../../domain/time.ts';
import { Trust } from '../../domain/trust.ts';
import type { Accepted } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import { type Drop, type Intake, PLAIN_PREVIEW } from '../intake.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';
import { handshakeInstead } from '../out/gomcp-calls.ts';
import { makeReady } from '../out/make-ready.ts';
import { problemOf, rememberAuthor } from './authors.ts';

export function inspectRequest(node: NodeContext, drop: Drop<HandshakeRequest>): Intake | Refusal {
  const { store } = node;
  const { document: request, dropId } = drop;
  const problem = pairingProblem(store, request.fromPeerId, drop);
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

export function inspectReply(node: NodeContext, drop: Drop<HandshakeResponse>): Intake | Refusal {
  const { store } = node;
  const { document: reply, dropId } = drop;
  const problem = pairingProblem(store, reply.toPeerId, drop);
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

/** Answers a request. A replay gets the same reply as before, and changes nothing: the ledger line holds the reply. */
async function answerRequest(node: NodeContext, drop: Drop<HandshakeRequest>): Promise<Accepted | Refusal> {
  const { store, environment } = node;
  const { document: request, dropId } = drop;
  const answer = await store.transact({}, () => {
    const problem = problemOf(store, drop) ?? pairingProblem(store, request.fromPeerId, drop);
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
  const { outcome } = answer;
  if (drop.author.kind !== 'unsigned') return { kind: 'accepted', outcome, reply };
  // A node that writes a request may read the reply to it. A node that printed its status reads nothing.
  const instead = handshakeInstead(store, drop.cameAs !== undefined, answer.reply.match);
  return { kind: 'accepted', outcome, reply: { ...reply, instead } };
}

async function takeReply({ store, environment }: NodeContext, drop: Drop<HandshakeResponse>): Promise<Outcome> {
  const { document: reply, dropId } = drop;
  return store.transact({}, (): Outcome => {
    const problem = problemOf(store, drop) ?? pairingProblem(store, reply.toPeerId, drop);
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
 * The ledger line of this request if it is a replay, else null. A request without a nonce (GoMCP's `peer_status`) is
 * the same text every time: it counts as a replay only while its sender is trusted.
 */
function answeredBefore(
  { drops, registry }: StartedStore,
  { document: request, dropId }: Drop<HandshakeRequest>,
): DropRecord | null {
  const before = drops.get(dropId);
  // An archive without a key was restored since: the reply is of another node.
  if (!before?.reply || before.reply.toPeerId !== registry.selfId) return null;
  return request.nonce !== '' || registry.isTrusted(request.fromPeerId) ? before : null;
}

/** The ledger line of this reply if it was taken before. Without a time and a nonce (GoMCP) it is never a replay. */
function takenBefore(
  { drops }: NodeStore,
  { document: reply, dropId }: Drop<HandshakeResponse>,
): DropRecord | undefined {
  return reply.inReplyTo === undefined && reply.timestamp === 0 ? undefined : drops.get(dropId);
}

/** Why this node cannot shake hands with that one. */
function pairingProblem({ registry, genomeHash }: StartedStore, peerId: string, { cameAs }: Drop): Refusal | null {
  if (peerId === registry.selfId) return refuse('self-handshake', { found: peerId });
  return genomeHash === '' ? refuse('no-genome', { isGomcp: cameAs !== undefined }) : null;
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

/** `seconds`: by the sender's clock. null: none is stated (0), or it lies after the year 9999. */
function statedTime(seconds: number): string | null {
  const inCalendar = seconds > 0 && seconds < 253_402_300_800;
  return inCalendar ? wireTime(seconds * 1000) : null;
}
