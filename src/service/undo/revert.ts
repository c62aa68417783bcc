/**
 * Reverts what came in: a drop (undo), or everything of a peer (forget). It is planned on what is in memory, and done
 * in the same transaction.
 *
 * Alice's drop brings a fact, "wet". Bob's drop brings another version of it, "damp", and a person chooses that one.
 * "damp" takes the place of "wet", and its record in the store `conflicts` remembers "wet" as replaced.
 * - Bob's drop is reverted: "damp" goes, and "wet" stands again.
 * - Alice's drop is reverted: "damp" stays, and its record forgets "wet". If Bob's drop is reverted too, the fact goes.
 * - Bob's drop is reverted, and Carol brought "damp" too: it stays, and Carol is its origin.
 * - A person edited "damp" here, or put it aside: it stays, whatever is reverted.
 */
import { isTouched, type StoredFact } from '../../domain/fact.ts';
import { type StoredIncident, withoutStatements } from '../../domain/incident.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { Bringer, ConflictRecord } from '../../store/schema.ts';
import { cameAt } from '../in/conflicts.ts';
import {
  type RevertedVersion,
  type RevertScope,
  revertVersion,
  VersionHistory,
  withChoice,
} from './revert-versions.ts';

export interface RevertPlan {
  /** Go: nobody here touched them, and nobody else brought them. */
  readonly deleted: readonly StoredFact[];
  /** Stay: they were edited or put aside here. */
  readonly touched: readonly StoredFact[];
  /** Stay: another peer brought them too, and is their origin from now on. */
  readonly handedOn: readonly StoredFact[];
  /** Stay: only one of the others that brought them too is reverted. */
  readonly withFewerSources: readonly StoredFact[];
  /** Stand again: what the deleted ones had replaced. */
  readonly restored: readonly StoredFact[];
  /** Versions of other peers that waited beside a deleted fact, and are the fact from now on. */
  readonly promoted: readonly Promotion[];
  readonly incidents: readonly RevertedIncident[];
  readonly versions: readonly RevertedVersion[];
  /** Records of other versions. What each of them replaced is another version now, or none. */
  readonly rewritten: readonly ConflictRecord[];
}

interface Promotion {
  readonly record: ConflictRecord;
  readonly stored: StoredFact;
}

interface RevertedIncident {
  readonly stored: StoredIncident;
  /** null: nobody else spoke of it. */
  readonly left: StoredIncident | null;
}

/** `pages`: all of them. */
export function planRevert(store: NodeStore, pages: LoadedPages, scope: RevertScope): RevertPlan {
  const { isReverted, reopens, keepsChoices } = scope;
  const concerned = store.conflicts
    .all()
    .filter(({ broughtBy, decidedIn }) => reopens(decidedIn) || broughtBy.some(isReverted));
  const allVersions = concerned.map((record) => revertVersion(record, scope));
  const history = new VersionHistory(allVersions, scope);
  const facts = store.facts.inOrder(pages);
  const came = facts.filter(({ origin }) => isReverted(origin));
  const deleted = came.filter((stored) => !isTouched(stored) && !history.heirOf(stored));
  const deletedIds = idsOf(deleted);
  const restored = deleted.flatMap((stored) => history.lastStanding(stored) ?? []);
  const restoredIds = idsOf(restored);
  const versions = keepsChoices ? allVersions.map((one) => withChoice(one, deletedIds)) : allVersions;
  return {
    deleted,
    touched: came.filter(isTouched),
    handedOn: came.flatMap((stored) => (isTouched(stored) ? [] : (history.handedOn(stored) ?? []))),
    withFewerSources: facts
      .filter(({ origin }) => !isReverted(origin))
      .flatMap((stored) => history.withoutReverted(stored) ?? []),
    restored,
    promoted: promotions(store, versions, (id) => deletedIds.has(id) && !restoredIds.has(id)),
    incidents: revertIncidents(store, scope),
    versions,
    rewritten: rewriteReplaced(store, versions, history),
  };
}

/** `pages`: all of them, as they were when `plan` was made. */
export function applyRevert(store: NodeStore, plan: RevertPlan, pages: LoadedPages): void {
  const { facts, incidents, conflicts } = store;
  facts.deleteAll(idsOf(plan.deleted), pages);
  facts.replaceAll([...plan.handedOn, ...plan.withFewerSources], pages);
  const standing = [...plan.restored, ...plan.promoted.map(({ stored }) => stored)];
  for (const stored of standing) facts.put({ ...stored, seq: store.nextSeq() });
  for (const reverted of plan.incidents) {
    const { stored, left } = reverted;
    if (left) incidents.put(isSaidLess(reverted) ? { ...left, seq: store.nextSeq() } : left);
    else incidents.delete(stored.key);
  }
  for (const { record, left } of plan.versions) {
    if (!left) conflicts.delete(record.key);
    else if (left !== record) conflicts.put(left);
  }
  for (const record of plan.rewritten) conflicts.put(record);
  for (const { record } of plan.promoted) conflicts.delete(record.key);
}

/** What is counted of it, in the journal and in what a person is told. */
export function revertCounts({ deleted, incidents, versions, touched }: RevertPlan) {
  return {
    facts: deleted.length,
    incidents: incidents.filter(isSaidLess).length,
    conflicts: versions.filter(({ isChanged }) => isChanged).length,
    kept: touched.length,
  };
}

/** One of its statements is gone, not only an agreement with one. */
function isSaidLess({ stored, left }: RevertedIncident): boolean {
  return left?.statements !== stored.statements;
}

function idsOf(facts: readonly StoredFact[]): ReadonlySet<string> {
  return new Set(facts.map(({ fact }) => fact.id));
}

/** `isEmpty`: no fact is left under this id. Of the versions that wait for it, the one that came first is the fact. */
function promotions(
  { conflicts }: NodeStore,
  versions: readonly RevertedVersion[],
  isEmpty: (id: string) => boolean,
): readonly Promotion[] {
  const firsts = new Map<string, ConflictRecord>();
  for (const record of recordsLeft(conflicts.all(), versions)) {
    const isFactAlready = record.choice === 'theirs' || record.choice === 'both' || record.choice === 'update';
    if (isFactAlready || !isEmpty(record.fact.id)) continue;
    const first = firsts.get(record.fact.id);
    if (!first || cameAt(record) < cameAt(first)) firsts.set(record.fact.id, record);
  }
  return [...firsts.values()].flatMap((record) => {
    const [origin, ...others] = record.broughtBy;
    if (!origin) return [];
    const alsoFrom = others.filter((one, index) => isFirstOfPeer(one, index, others) && one.peerId !== origin.peerId);
    const marks = { seq: 0, stale: false, archived: false, editedAt: null };
    return { record, stored: { ...marks, fact: record.fact, origin, ...(alsoFrom.length > 0 && { alsoFrom }) } };
  });
}

function isFirstOfPeer({ peerId }: Bringer, index: number, all: readonly Bringer[]): boolean {
  return all.findIndex((one) => one.peerId === peerId) === index;
}

/** If what a later choice replaced is reverted, that choice has replaced what stood before it, or nothing. */
function rewriteReplaced(
  { conflicts }: NodeStore,
  versions: readonly RevertedVersion[],
  history: VersionHistory,
): readonly ConflictRecord[] {
  return recordsLeft(conflicts.all(), versions).flatMap((record) => {
    const { replaced, ...rest } = record;
    if (!replaced) return [];
    const standing = history.lastStanding(replaced);
    if (standing === replaced) return [];
    return standing ? { ...rest, replaced: standing } : rest;
  });
}

/** The records as they are afterwards, without those that go. */
function recordsLeft(
  records: readonly ConflictRecord[],
  versions: readonly RevertedVersion[],
): readonly ConflictRecord[] {
  const leftOf = new Map(versions.map(({ record, left }) => [record, left]));
  return records.flatMap((record) => (leftOf.has(record) ? (leftOf.get(record) ?? []) : record));
}

function revertIncidents({ incidents }: NodeStore, { isReverted }: RevertScope): readonly RevertedIncident[] {
  return incidents.all().flatMap((stored) => {
    const isGone = ({ speaker, dropId }: StoredIncident['statements'][number]) =>
      dropId !== null && isReverted({ peerId: speaker, dropId });
    if (stored.statements.some(isGone)) return { stored, left: withoutStatements(stored, isGone) };
    if (!stored.agreed?.some(isGone)) return [];
    const { agreed, ...rest } = stored;
    const still = agreed.filter((one) => !isGone(one));
    return { stored, left: still.length > 0 ? { ...rest, agreed: still } : rest };
  });
}
