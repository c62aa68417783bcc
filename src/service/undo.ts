/**
 * Undoing an import, any time later: what it added and nobody touched since is taken out, what it moved aside is put back, and the ledger forgets it,
 * so that the same drop can be brought in again.
 */
import { isTouched, type StoredFact } from '../domain/fact.ts';
import type { StoredIncident } from '../domain/incident.ts';
import type { Outcome } from '../domain/outcome.ts';
import { shownName } from '../domain/peer.ts';
import { versionKey } from '../domain/preview.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { UndoPreview } from '../peer-api.ts';
import type { LoadedPages } from '../store/fact-pages.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { Bringer, ConflictRecord, DropRecord } from '../store/schema.ts';
import { variantIdOf } from './conflicts.ts';
import { rowOf } from './facts.ts';
import type { NodeContext } from './node-context.ts';

interface Undoing {
  readonly drop: DropRecord & Required<Pick<DropRecord, 'before'>>;
  /** What it brought and nobody touched since: taken out. */
  readonly untouched: readonly StoredFact[];
  /** Stays. */
  readonly touched: readonly StoredFact[];
  /** Stays too, since another drop brought the same version: from now on it is that one's. */
  readonly handedOn: readonly StoredFact[];
  /** Ours, that theirs took the place of. */
  readonly putBack: readonly StoredFact[];
  readonly incidents: readonly StoredIncident[];
  readonly conflicts: readonly Unkept[];
}

/** A version that this drop brought, and what of it is left without the drop: nothing, an open conflict, or the same as before. */
interface Unkept {
  readonly record: ConflictRecord;
  readonly left: ConflictRecord | null;
  readonly isChanged: boolean;
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
    conflicts: undoing.conflicts.filter(({ isChanged }) => isChanged).length,
    kept: undoing.touched.map(rowOf),
  };
}

export async function undoImport({ store, platform }: NodeContext, dropId: string): Promise<Outcome> {
  return store.transact({ pages: (facts) => facts.numbers }, ({ pages }): Outcome => {
    const undoing = whatToUndo(store, dropId, pages);
    if (!undoing) return refuse('import-not-found', { found: dropId });
    const { drop, untouched, touched, handedOn, putBack, incidents, conflicts } = undoing;
    store.facts.dropAll(new Set(untouched.map(({ fact }) => fact.id)), pages);
    for (const stored of [...handedOn, ...putBack]) store.facts.put({ ...stored, seq: store.nextSeq() });
    for (const stored of incidents) takeBack(store, stored, dropId);
    for (const { record, left } of conflicts) {
      if (left) store.conflicts.put(left);
      else store.conflicts.delete(record.key);
    }
    mendReplaced(store, undoing);
    for (const gene of drop.before.genes) store.genes.put(gene);
    forgetReceipts(store, drop);
    store.registry?.undoSync(drop.before.peer, drop.factCount ?? 0, drop.at);
    store.drops.delete(dropId);
    const counts = {
      facts: untouched.length,
      incidents: incidents.length,
      conflicts: conflicts.filter(({ isChanged }) => isChanged).length,
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
  const conflicts = store.conflicts
    .all()
    .filter(({ broughtBy, decidedIn }) => decidedIn === dropId || broughtBy.some((one) => one.dropId === dropId))
    .map((record) => without(record, dropId));
  const heirs = heirsOf(conflicts);
  const brought = [...everyFact(store, pages)].filter(({ origin }) => origin.dropId === dropId);
  const untouched = brought.filter((stored) => !isTouched(stored) && !heirs.has(versionKey(stored.fact)));
  const taken = new Set(untouched.map(({ fact }) => fact.id));
  return {
    drop: { ...drop, before: drop.before },
    untouched,
    touched: brought.filter(isTouched),
    handedOn: brought.flatMap((stored) => {
      const heir = heirs.get(versionKey(stored.fact));
      return heir && !isTouched(stored) ? { ...stored, origin: heir } : [];
    }),
    putBack: conflicts.flatMap(({ record: { replaced }, isChanged }) =>
      isChanged && replaced && taken.has(replaced.fact.id) ? replaced : [],
    ),
    incidents: store.incidents.all().filter(({ statements }) => statements.some((one) => one.dropId === dropId)),
    conflicts,
  };
}

/** A version that other drops brought too is kept for them; what was decided in this drop's preview is open again. */
function without(record: ConflictRecord, dropId: string): Unkept {
  const broughtBy = record.broughtBy.filter((one) => one.dropId !== dropId);
  if (broughtBy.length === 0) return { record, left: null, isChanged: true };
  if (record.decidedIn !== dropId) return { record, left: { ...record, broughtBy }, isChanged: false };
  const [heir] = broughtBy;
  if (record.choice === 'update' && heir) {
    return { record, left: { ...record, broughtBy, decidedIn: heir.dropId }, isChanged: false };
  }
  const { replaced: _, ...open } = record;
  return { record, left: { ...open, broughtBy, choice: null, decidedIn: null }, isChanged: true };
}

/** By the version of the fact that a choice made: the drop that it is of from now on. */
function heirsOf(conflicts: readonly Unkept[]): ReadonlyMap<string, Bringer> {
  const heirs = new Map<string, Bringer>();
  for (const { left } of conflicts) {
    const heir = left?.broughtBy[0];
    if (!left || !heir) continue;
    const { fact, choice } = left;
    if (choice === 'theirs' || choice === 'update') heirs.set(versionKey(fact), heir);
    if (choice === 'both') heirs.set(versionKey({ id: variantIdOf(fact), content: fact.content }), heir);
  }
  return heirs;
}

function* everyFact({ facts }: NodeStore, pages: LoadedPages): Generator<StoredFact> {
  for (const page of pages.values()) {
    for (const stored of page) if (!facts.isOverlaid(stored.fact.id)) yield stored;
  }
  yield* facts.changed();
}

/** What a later choice put aside was of this drop: now it has put aside what stood there before this drop, or nothing. */
function mendReplaced({ conflicts }: NodeStore, { drop: { dropId }, conflicts: undone, handedOn }: Undoing): void {
  for (const record of conflicts.all()) {
    const { replaced, ...rest } = record;
    if (replaced?.origin.dropId !== dropId || isTouched(replaced)) continue;
    const heir = handedOn.find(({ fact }) => versionKey(fact) === versionKey(replaced.fact));
    const earlier = undone.find((one) => one.isChanged && one.record.fact.id === replaced.fact.id)?.record.replaced;
    const before = heir ?? earlier;
    conflicts.put(before ? { ...rest, replaced: before } : rest);
  }
}

/** What this drop said of the incident is unsaid; one that nobody else spoke of is gone. */
function takeBack({ incidents }: NodeStore, stored: StoredIncident, dropId: string): void {
  const statements = stored.statements.filter((statement) => statement.dropId !== dropId);
  if (statements.length === 0) incidents.delete(stored.key);
  else incidents.put({ ...stored, statements });
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
