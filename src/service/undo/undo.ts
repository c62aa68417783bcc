/**
 * Undoing an import, any time later: what it added and nobody touched since is taken out, what it moved aside is put back, and the ledger forgets it,
 * so that the same drop can be brought in again.
 */
import type { Origin } from '../../domain/fact.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { UndoPreview } from '../../peer-api.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { type Import, revertEffects } from '../in/drop-effects.ts';
import { rowOf } from '../lists/facts.ts';
import type { NodeContext } from '../node-context.ts';
import { countsOfTakingBack, type TakingBack, takeBack, whatIsTakenBack } from './revert.ts';

interface Undoing {
  readonly drop: Import;
  readonly back: TakingBack;
}

export async function inspectUndo({ store }: NodeContext, dropId: string): Promise<UndoPreview | Refusal> {
  const undoing = whatToUndo(store, dropId, await store.readPages(store.facts.numbers));
  if (!undoing) return refuse('import-not-found', { found: dropId });
  const { drop, back } = undoing;
  const { facts, incidents, conflicts } = countsOfTakingBack(back);
  const about = { dropId, at: drop.at, peerName: shownName(drop.before.peer) };
  return { kind: 'undo-preview', ...about, facts, incidents, conflicts, kept: back.touched.map(rowOf) };
}

export async function undoImport({ store, environment }: NodeContext, dropId: string): Promise<Outcome> {
  return store.transact({ pages: (facts) => facts.numbers }, ({ pages }): Outcome => {
    const undoing = whatToUndo(store, dropId, pages);
    if (!undoing) return refuse('import-not-found', { found: dropId });
    const { drop, back } = undoing;
    takeBack(store, back, pages);
    forgetReceipts(store, drop);
    revertEffects(store, dropId);
    const counts = countsOfTakingBack(back);
    const { peerId } = drop.before.peer;
    const nodeName = shownName(drop.before.peer);
    store.note({ kind: 'import-undone', at: environment.now(), dropId, peerId, nodeName, counts });
    return { kind: 'done', what: 'import-undone', counts, peer: nodeName };
  });
}

function whatToUndo(store: NodeStore, dropId: string, pages: LoadedPages): Undoing | null {
  const drop = store.drops.get(dropId);
  if (!drop?.before) return null;
  const isOf = (one: string | null) => one === dropId;
  const extent = { isGone: (from: Pick<Origin, 'dropId'>) => isOf(from.dropId), reopens: isOf, keepsChoices: false };
  return { drop: { ...drop, before: drop.before }, back: whatIsTakenBack(store, pages, extent) };
}

/**
 * We do not have all of it any more, nor of what came after it, from whomever, and found a part of it here: our next payloads must not say that we do.
 */
function forgetReceipts({ exchanges, drops }: NodeStore, { dropId, at }: Undoing['drop']): void {
  for (const exchange of exchanges.all()) {
    const receipts = exchange.receipts.filter((id) => id !== dropId && (drops.get(id)?.at ?? 0) < at);
    if (receipts.length === exchange.receipts.length) continue;
    const untold = (exchange.untold ?? []).filter((id) => receipts.includes(id));
    exchanges.put({ ...exchange, receipts, untold });
  }
}
