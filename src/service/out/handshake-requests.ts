/**
 * Asking for a handshake. A request stays open until its reply is taken in (in/pair.ts) or a person withdraws it.
 * An open request may be carried again: it is the same document then, with the same number.
 */
import { hex } from '../../domain/bytes.ts';
import type { HandshakeRequest, OpenHandshake } from '../../domain/handshake.ts';
import { aboutPeer, type TrustReason, trustChange } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { Peer } from '../../domain/peer.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Carried } from '../../peer-api.ts';
import { maySpeakGomcp, type NodeContext, type StartedStore } from '../node-context.ts';
import { handshakeInstead } from './gomcp-calls.ts';
import { makeReady } from './make-ready.ts';

type Asked = Pick<OpenHandshake, 'request' | 'number'>;

/** `peerId`: whom the node asks. null: whoever answers. A known peer is PENDING until its reply. */
export async function newHandshake(node: NodeContext, peerId: string | null): Promise<Carried | Refusal> {
  const { store, environment } = node;
  const nonce = hex(environment.randomBytes(8));
  const asked = await store.transact({}, (): Asked | Refusal => {
    const { registry, genomeHash } = store;
    if (genomeHash === '') return refuse('no-genome');
    const at = environment.now();
    const request: HandshakeRequest = {
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
    store.handshakes.put({ nonce, peerId, at, request, number, trustBefore: peer?.trust ?? null });
    store.note({ kind: 'handshake-asked', at, ...(peer && aboutPeer(peer)) });
    if (peer) {
      registry.awaitReply(peer.peerId);
      noteTrustChange(store, peer, at, 'asked-again');
    }
    return { request, number };
  });
  return isRefusal(asked) ? asked : ready(node, peerId, asked);
}

export async function handshakeAgain(node: NodeContext, nonce: string): Promise<Carried | Refusal> {
  const open = node.store.handshakes.get(nonce);
  if (!open) return refuse('unasked-reply');
  return ready(node, open.peerId, open);
}

async function ready(node: NodeContext, peerId: string | null, { request, number }: Asked): Promise<Carried> {
  const carried = await makeReady(node, request, { peerId, number });
  if (peerId !== null && !maySpeakGomcp(node.store, peerId)) return carried;
  return { ...carried, instead: handshakeInstead(node.store, peerId !== null) };
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
      noteTrustChange(store, peer, at, 'withdrawn');
    }
    return { kind: 'done', what: 'handshake-withdrawn' };
  });
}

/** Writes a line in the journal if the peer's trust is no longer what it was in `before`. */
function noteTrustChange(store: StartedStore, before: Peer, at: number, reason: TrustReason): void {
  const peer = store.registry.getPeer(before.peerId);
  if (!isRefusal(peer) && peer.trust !== before.trust) store.note(trustChange(peer, at, reason));
}
