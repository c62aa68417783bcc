/** Forgetting what a peer brought: shown first, then reverted in one transaction, as if each drop of it were undone. */
import { aboutPeer } from '../../domain/journal.ts';
import type { Counts, Outcome } from '../../domain/outcome.ts';
import { type Peer, shownName } from '../../domain/peer.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Millis } from '../../domain/time.ts';
import type { ForgetPreview } from '../../peer-api.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { importsIn, revertEffects } from '../in/drop-effects.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';
import { dropsTo, exchangeWith } from '../out/exchange.ts';
import { applyRevert, planRevert, type RevertPlan, revertCounts } from './revert.ts';
import type { RevertScope } from './revert-versions.ts';

export async function inspectForget({ store }: NodeContext, peerId: string): Promise<ForgetPreview | Refusal> {
  const pages = await store.readPages(store.facts.numbers);
  const peer = store.registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  const plan = planRevert(store, pages, everythingFrom(peerId));
  const { facts, incidents, conflicts, kept: staying } = revertCounts(plan);
  const exchange = exchangeWith(store, peerId);
  return {
    kind: 'forget-preview',
    peerId,
    facts,
    staying,
    shared: plan.handedOn.length,
    comeBack: plan.restored.length + plan.promoted.length,
    incidents,
    conflicts,
    handshakes: handshakesFor(store, peerId).length,
    backupFacts: store.registry.getBackup(peerId)?.facts.count ?? null,
    isSigner: store.signers.get(peerId) !== undefined,
    isConfirmed: store.signers.get(peerId)?.compared?.matched === true,
    unconfirmed: dropsTo(store, peerId).filter(({ upTo = 0 }) => upTo > exchange.confirmedUpTo).length,
    untold: exchange.untold?.length ?? 0,
    leftOut: exchange.leftOut?.length ?? 0,
  };
}

export async function forgetBrought({ store, environment }: NodeContext, peerId: string): Promise<Outcome> {
  return store.transact({ pages: (facts) => facts.numbers }, ({ pages }): Outcome => {
    const peer = store.registry.getPeer(peerId);
    if (isRefusal(peer)) return peer;
    const counts = forgetWhatItBrought(store, peer, pages, environment.now());
    if (!counts) return { kind: 'nothing', why: 'nothing-brought', peer: shownName(peer) };
    return { kind: 'done', what: 'brought-forgotten', counts, peer: shownName(peer) };
  });
}

/**
 * Inside a transaction. The ledger lines of its imports go too, so that each can be brought in again, and no receipt
 * confirms them any more. null: nothing that it brought is here. `pages`: all of them.
 */
export function forgetWhatItBrought(store: StartedStore, peer: Peer, pages: LoadedPages, at: Millis): Counts | null {
  const { peerId } = peer;
  const plan = planRevert(store, pages, everythingFrom(peerId));
  const imports = importsIn(store).filter((drop) => drop.peerId === peerId);
  if (imports.length === 0 && isEmpty(plan)) return null;
  applyRevert(store, plan, pages);
  for (const { dropId } of imports) revertEffects(store, dropId);
  store.exchanges.put({ ...exchangeWith(store, peerId), receipts: [], untold: [], toldAt: null });
  const counts = revertCounts(plan);
  store.note({ kind: 'brought-forgotten', at, ...aboutPeer(peer), counts });
  return counts;
}

export function handshakesFor({ handshakes }: NodeStore, peerId: string) {
  return handshakes.all().filter((open) => open.peerId === peerId);
}

/** A person's choices stay, even if they were made in the preview of a drop that is reverted. */
function everythingFrom(peerId: string): RevertScope {
  return { isReverted: (source) => source.peerId === peerId, reopens: () => false, keepsChoices: true };
}

function isEmpty({ deleted, touched, handedOn, withFewerSources, incidents, versions }: RevertPlan): boolean {
  return [deleted, touched, handedOn, withFewerSources, incidents, versions].every((part) => part.length === 0);
}
