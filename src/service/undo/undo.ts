/**
 * Undoing an import, at any later time. It is reverted (revert.ts), and the ledger forgets it, so that the same drop
 * can be brought in again.
 */
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { UndoPreview } from '../../peer-api.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { type Import, revertEffects } from '../in/drop-effects.ts';
import { rowOf } from '../lists/facts.ts';
import type { NodeContext } from '../node-context.ts';
import { applyRevert, planRevert, type RevertPlan, revertCounts } from './revert.ts';
import type { RevertScope } from './revert-versions.ts';

interface Undoing {
  readonly drop: Import;
  readonly plan: RevertPlan;
}

export async function inspectUndo({ store }: NodeContext, dropId: string): Promise<UndoPreview | Refusal> {
  const undoing = whatToUndo(store, dropId, await store.readPages(store.facts.numbers));
  if (!undoing) return refuse('import-not-found', { found: dropId });
  const { drop, plan } = undoing;
  const { facts, incidents, conflicts } = revertCounts(plan);
  const about = { dropId, at: drop.at, peerName: shownName(drop.before.peer) };
  return { kind: 'undo-preview', ...about, facts, incidents, conflicts, staying: plan.touched.map(rowOf) };
}

export async function undoImport({ store, environment }: NodeContext, dropId: string): Promise<Outcome> {
  return store.transact({ pages: (facts) => facts.numbers }, ({ pages }): Outcome => {
    const undoing = whatToUndo(store, dropId, pages);
    if (!undoing) return refuse('import-not-found', { found: dropId });
    const { drop, plan } = undoing;
    applyRevert(store, plan, pages);
    forgetReceipts(store, drop);
    revertEffects(store, dropId);
    const counts = revertCounts(plan);
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
  const scope: RevertScope = { isReverted: ({ dropId }) => isOf(dropId), reopens: isOf, keepsChoices: false };
  return { drop: { ...drop, before: drop.before }, plan: planRevert(store, pages, scope) };
}

/**
 * This node does not have all of the drop any more. Nor may it have all of a drop that came later, from any peer: rows
 * of that one were here already by the undone drop. So the next payloads must not confirm any of them.
 */
function forgetReceipts({ exchanges, drops }: NodeStore, { dropId, at }: Undoing['drop']): void {
  for (const exchange of exchanges.all()) {
    const receipts = exchange.receipts.filter((id) => id !== dropId && (drops.get(id)?.at ?? 0) < at);
    if (receipts.length === exchange.receipts.length) continue;
    const untold = (exchange.untold ?? []).filter((id) => receipts.includes(id));
    exchanges.put({ ...exchange, receipts, untold });
  }
}
