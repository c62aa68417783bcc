/**
 * Forgetting a peer, so that it is a stranger again. Its lines in the journal stay. So do the ledger lines of what it
 * brought: a copy of an old drop is still recognised.
 */
import { aboutPeer } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isForgettable, type Peer, shownName } from '../../domain/peer.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import type { Millis } from '../../domain/time.ts';
import type { ForgetWhat } from '../../peer-api.ts';
import type { FactPages } from '../../store/fact-pages.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';
import { dropsTo } from '../out/exchange.ts';
import { forgetWhatItBrought, handshakesFor } from './forget.ts';

/** `evenBackup`: although its backup was never handed back. Without it, that is refused. */
export async function forgetPeer(
  node: NodeContext,
  peerId: string,
  what: ForgetWhat,
  evenBackup: boolean,
): Promise<Outcome> {
  const { store, environment } = node;
  const isWhole = what === 'peer-and-facts';
  const pages = (facts: FactPages) => (isWhole ? facts.numbers : []);
  const outcome = await store.transact({ pages }, (loaded): Outcome => {
    const peer = store.registry.getPeer(peerId);
    if (isRefusal(peer)) return peer;
    const backup = store.registry.getBackup(peerId);
    if (backup && !evenBackup) {
      return refuse('backup-uncleared', { found: shownName(peer), wanted: `${backup.facts.count}` });
    }
    const at = environment.now();
    const counts = isWhole ? forgetWhatItBrought(store, peer, loaded.pages, at) : null;
    forgetEntry(store, peer, at);
    return { kind: 'done', what: 'peer-forgotten', peer: shownName(peer), ...(counts && { counts }) };
  });
  if (outcome.kind === 'done') forgetReadyDrops(node, new Set([peerId]));
  return outcome;
}

/** Forgets peers that were silent for longer than `olderThan`. Those with a backup only with `evenBackups`. */
export async function forgetSilent(node: NodeContext, olderThan: Millis, evenBackups: boolean): Promise<Outcome> {
  const { store, environment } = node;
  if (!Number.isSafeInteger(olderThan) || olderThan <= 0) return refuse('bad-timeout', { found: `${olderThan}` });
  const forgotten = new Set<string>();
  const outcome = await store.transact({}, (): Outcome => {
    const at = environment.now();
    const silent = store.registry
      .listPeers()
      .filter((peer) => isForgettable(peer, at - olderThan))
      .filter(({ peerId }) => evenBackups || !store.registry.getBackup(peerId));
    if (silent.length === 0) return { kind: 'nothing', why: 'unchanged' };
    for (const peer of silent) {
      forgetEntry(store, peer, at);
      forgotten.add(peer.peerId);
    }
    return { kind: 'done', what: 'peers-forgotten', counts: { peers: silent.length } };
  });
  forgetReadyDrops(node, forgotten);
  return outcome;
}

/** Deletes its entry, its backup, its exchange, its key, and our open requests to it. */
function forgetEntry(store: StartedStore, peer: Peer, at: Millis): void {
  const { peerId } = peer;
  if (store.registry.getBackup(peerId)) store.note({ kind: 'backup-cleared', at, ...aboutPeer(peer) });
  store.registry.forget(peerId);
  store.exchanges.delete(peerId);
  store.signers.delete(peerId);
  for (const { nonce } of handshakesFor(store, peerId)) store.handshakes.delete(nonce);
  // What came from it stays in the ledger: a copy of its handshake is answered as before and makes nobody trusted, and
  // its imports can still be undone.
  for (const { dropId } of dropsTo(store, peerId)) store.drops.delete(dropId);
  store.note({ kind: 'peer-forgotten', at, ...aboutPeer(peer), subject: 'asked' });
}

/** Documents that were made ready for these peers cannot be carried out any more. */
function forgetReadyDrops({ readyDrops }: NodeContext, peerIds: ReadonlySet<string>): void {
  for (const [dropId, { peerId }] of readyDrops) if (peerId !== null && peerIds.has(peerId)) readyDrops.delete(dropId);
}
