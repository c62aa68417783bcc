/**
 * Undoing an import, any time later: what it added and nobody touched since is taken out, what it moved aside is put back, and the ledger forgets it,
 * so that the same drop can be brought in again.
 */
import type { StoredFact } from '../domain/fact.ts';
import type { StoredIncident } from '../domain/incident.ts';
import type { Outcome } from '../domain/outcome.ts';
import { shownName } from '../domain/peer.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { UndoPreview } from '../peer-api.ts';
import type { LoadedPages } from '../store/fact-pages.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { ConflictRecord, DropRecord } from '../store/schema.ts';
import { rowOf } from './facts.ts';
import type { NodeContext } from './node-context.ts';

interface Undoing {
  readonly drop: DropRecord & Required<Pick<DropRecord, 'before'>>;
  readonly untouched: readonly StoredFact[];
  readonly touched: readonly StoredFact[];
  /** Ours, that theirs took the place of. */
  readonly putBack: readonly StoredFact[];
  readonly incidents: readonly StoredIncident[];
  readonly conflicts: readonly ConflictRecord[];
}

export async function inspectUndo({ store }: NodeContext, dropId: string): Promise<UndoPreview | Refusal> {
  const undoing = whatToUndo(store, dropId, await store.readPages(store.facts.numbers));
  if (!undoing) return refuse('import-not-found', { found: dropId });
  return {
    kind: 'undo-preview',
    dropId,
    at: undoing.drop.at,
    peerName: shownName(undoing.drop.before.peer),
    facts: undoing.untouched.length,
    incidents: undoing.incidents.length,
    conflicts: undoing.conflicts.length,
    kept: undoing.touched.map(rowOf),
  };
}

export async function undoImport({ store, platform }: NodeContext, dropId: string): Promise<Outcome> {
  return store.transact({ pages: (facts) => facts.numbers }, ({ pages }): Outcome => {
    const undoing = whatToUndo(store, dropId, pages);
    if (!undoing) return refuse('import-not-found', { found: dropId });
    const { drop, untouched, touched, putBack, incidents, conflicts } = undoing;
    store.facts.dropAll(new Set(untouched.map(({ fact }) => fact.id)), pages);
    for (const ours of putBack) store.facts.put({ ...ours, seq: store.nextSeq() });
    for (const stored of incidents) takeBack(store, stored, dropId);
    for (const { key } of conflicts) store.conflicts.delete(key);
    handOn(store, undoing);
    for (const gene of drop.before.genes) store.genes.put(gene);
    forgetReceipt(store, drop);
    store.registry?.undoSync(drop.before.peer, drop.factCount ?? 0, drop.at);
    store.drops.delete(dropId);
    const counts = {
      facts: untouched.length,
      incidents: incidents.length,
      conflicts: conflicts.length,
      kept: touched.length,
    };
    const { peerId } = drop.before.peer;
    const nodeName = shownName(drop.before.peer);
    store.note({ kind: 'import-undone', at: platform.now(), dropId, peerId, nodeName, counts });
    return { kind: 'done', what: 'import-undone', counts, peer: nodeName };
  });
}

function whatToUndo(store: NodeStore, dropId: string, pages: LoadedPages): Undoing | null {
  const drop = store.drops.get(dropId);
  if (!drop?.before) return null;
  const brought = [...everyFact(store, pages)].filter(({ origin }) => origin.dropId === dropId);
  const isTouched = (stored: StoredFact) => stored.editedAt !== null || stored.stale || stored.archived;
  const untouched = brought.filter((stored) => !isTouched(stored));
  const conflicts = store.conflicts.all().filter((record) => record.dropId === dropId);
  const taken = new Set(untouched.map(({ fact }) => fact.id));
  return {
    drop: { ...drop, before: drop.before },
    untouched,
    touched: brought.filter(isTouched),
    putBack: conflicts.flatMap(({ replaced }) => (replaced && taken.has(replaced.fact.id) ? replaced : [])),
    incidents: store.incidents.all().filter(({ statements }) => statements.some((one) => one.dropId === dropId)),
    conflicts,
  };
}

function* everyFact({ facts }: NodeStore, pages: LoadedPages): Generator<StoredFact> {
  for (const page of pages.values()) {
    for (const stored of page) if (!facts.isOverlaid(stored.fact.id)) yield stored;
  }
  yield* facts.changed();
}

/** Ours, that a later import's version took the place of through this one's: that later import is what puts it back. */
function handOn({ conflicts }: NodeStore, { drop, conflicts: undone, putBack }: Undoing): void {
  for (const { replaced: ours } of undone) {
    if (!ours || putBack.includes(ours)) continue;
    const later = conflicts
      .all()
      .find(({ replaced }) => replaced?.fact.id === ours.fact.id && replaced.origin.dropId === drop.dropId);
    if (later) conflicts.put({ ...later, replaced: ours });
  }
}

/** What this drop said of the incident is unsaid; one that nobody else spoke of is gone. */
function takeBack({ incidents }: NodeStore, stored: StoredIncident, dropId: string): void {
  const statements = stored.statements.filter((statement) => statement.dropId !== dropId);
  if (statements.length === 0) incidents.delete(stored.key);
  else incidents.put({ ...stored, statements });
}

/** We do not have it any more: our next payload must not say that we do. */
function forgetReceipt({ exchanges }: NodeStore, { dropId, before }: Undoing['drop']): void {
  const exchange = exchanges.get(before.peer.peerId);
  if (exchange) exchanges.put({ ...exchange, receipts: exchange.receipts.filter((id) => id !== dropId) });
}
