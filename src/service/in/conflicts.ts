/**
 * Other versions of our facts that came with a drop. Each is a record in the store `conflicts`. It waits there until a
 * person chooses, and the choice stays there, so that the same conflict does not come back.
 */
import { versionOf } from '../../domain/conflict.ts';
import { type Fact, isEditOf, type Origin, type StoredFact, withoutEdit } from '../../domain/fact.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { refuse } from '../../domain/refusal.ts';
import { type FactBuckets, versionKey } from '../../domain/sort-payload.ts';
import type { ConflictChoice, ConflictRow, Range, Rows } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { Bringer, ConflictRecord } from '../../store/schema.ts';
import { canonicalHash } from '../../wire/canonical.ts';
import { hashOfWords } from '../../wire/facts.ts';
import type { Choices } from '../intake.ts';
import type { NodeContext } from '../node-context.ts';

export function openConflicts({ conflicts }: NodeStore): readonly ConflictRecord[] {
  return conflicts.all().filter(({ choice }) => choice === null);
}

/** In the order in which they came. After memory is opened again, the store has another order. */
function byArrival(open: readonly ConflictRecord[]): readonly ConflictRecord[] {
  return open.toSorted((a, b) => cameAt(a) - cameAt(b) || (a.key < b.key ? -1 : 1));
}

/** When the first drop came that brought the version. */
export function cameAt({ broughtBy: [first] }: ConflictRecord): number {
  return first?.at ?? 0;
}

export async function listConflicts({ store }: NodeContext, { offset, limit }: Range): Promise<Rows<ConflictRow>> {
  const open = byArrival(openConflicts(store));
  const shown = open.slice(offset, offset + limit);
  const pages = await store.readPages(store.facts.pagesOf(shown.map(({ fact }) => fact.id)));
  const rows = shown.map(({ key, fact, broughtBy: [first] }) => {
    const ours = store.facts.get(fact.id, pages);
    const theirs = { fact, fromPeerId: first?.peerId ?? null, at: first?.at ?? 0 };
    return { key, ours: ours ? versionOf(ours) : null, theirs };
  });
  return { kind: 'rows', total: open.length, rows };
}

export async function resolveConflict(
  { store, environment }: NodeContext,
  key: string,
  choice: ConflictChoice,
): Promise<Outcome> {
  const named = findOpen(store, key);
  if (!named) return refuse('conflict-not-found', { found: key });
  return store.transact({ pages: (facts) => facts.pagesOf([named.fact.id]) }, ({ pages }): Outcome => {
    const record = findOpen(store, key);
    const first = record?.broughtBy[0];
    if (!record || !first) return refuse('conflict-not-found', { found: key });
    const { fact } = record;
    settle(store, record, choice, store.facts.get(fact.id, pages), first);
    const about = { dropId: first.dropId, ...(first.peerId !== null && { peerId: first.peerId }) };
    store.note({ kind: 'conflict-resolved', at: environment.now(), ...about, subject: `${fact.id} ${choice}` });
    return { kind: 'done', what: 'conflict-resolved' };
  });
}

/** The versions (as `versionKey`) for which a person has chosen. */
export function decidedVersions({ conflicts }: NodeStore): ReadonlySet<string> {
  const decided = conflicts.all().filter(({ choice }) => choice !== null && choice !== 'update');
  return new Set(decided.map(({ fact }) => versionKey(fact)));
}

/** How many of these facts are news: those that are not here, and versions of ours that are not known yet. */
export function countNews(store: NodeStore, { fresh, updates, conflicts }: FactBuckets): number {
  const known = knownVersions(store);
  return fresh.length + updates.length + conflicts.filter(({ theirs }) => !known.has(versionKey(theirs))).length;
}

/**
 * Inside a transaction: records the versions that a drop brings, settles those that a person decided in the preview,
 * and puts updates in place. For a version that was decided before (`present`), only the bringer is added.
 */
export function recordVersions(
  store: NodeStore,
  { conflicts, updates, present }: Pick<FactBuckets, 'conflicts' | 'updates' | 'present'>,
  choices: Choices,
  { peerId, dropId, at }: Origin,
): void {
  const versions = knownVersions(store);
  const by: Bringer = { peerId, dropId: dropId ?? '', at };
  for (const fact of versions.size > 0 ? present : []) {
    const known = versions.get(versionKey(fact));
    if (known && known.choice !== null) store.conflicts.put({ ...known, broughtBy: withBringer(known, by) });
  }
  const recordOf = (fact: Fact): ConflictRecord => {
    const known = versions.get(versionKey(fact));
    const fresh = { key: canonicalHash({ dropId, fact }), fact, choice: null, decidedIn: null };
    return { ...(known ?? fresh), broughtBy: withBringer(known, by) };
  };
  for (const { ours, theirs } of conflicts) {
    const record = recordOf(theirs);
    const choice = choices.get(theirs);
    if (choice === 'theirs' || choice === 'both') settle(store, { ...record, decidedIn: by.dropId }, choice, ours, by);
    else store.conflicts.put(record);
  }
  if (updates.length > 0) closeOutdated(store, updates, by);
  for (const { ours, theirs } of updates) {
    settle(store, { ...recordOf(theirs), decidedIn: by.dropId }, 'update', ours, by);
  }
}

/** If the writer has edited a version that waits, nobody has to choose any more. Undoing the drop opens it again. */
function closeOutdated({ conflicts }: NodeStore, updates: FactBuckets['updates'], { dropId }: Bringer): void {
  const newest = new Map(updates.map(({ theirs }) => [theirs.id, theirs]));
  for (const record of conflicts.all()) {
    const update = newest.get(record.fact.id);
    const isOutdated = update && record.choice === null && isEditOf(update, record.fact, hashOfWords);
    if (isOutdated) conflicts.put({ ...record, choice: 'ours', decidedIn: dropId });
  }
}

/** A drop that is taken in twice counts once. */
function withBringer(known: ConflictRecord | undefined, by: Bringer): readonly Bringer[] {
  const before = known?.broughtBy ?? [];
  return before.some(({ dropId }) => dropId === by.dropId) ? before : [...before, by];
}

/** Inside a transaction: does what was chosen, and records it. `ours`: the fact here. */
function settle(
  store: NodeStore,
  record: ConflictRecord,
  choice: ConflictChoice | 'update',
  ours: StoredFact | undefined,
  by: Bringer,
): void {
  const { fact } = record;
  const theirs = { stale: false, archived: false, origin: by, editedAt: null };
  const takesPlace = choice === 'theirs' || choice === 'update';
  if (takesPlace) store.facts.put({ ...theirs, fact, seq: store.nextSeq() });
  const variantId = variantIdOf(fact);
  if (choice === 'both' && !store.facts.has(variantId)) {
    const variant = { ...withoutEdit(fact), id: variantId }; // The signature is for the fact with the other id.
    store.facts.put({ ...theirs, fact: variant, seq: store.nextSeq(), variantOf: fact.id });
  }
  store.conflicts.put({ ...record, choice, ...(takesPlace && ours && { replaced: ours }) });
}

/** The id of the version if it becomes a fact of its own. It is the same on every node that keeps both. */
export function variantIdOf({ id, content }: Fact): string {
  return canonicalHash([id, content]).slice(0, 32);
}

function knownVersions({ conflicts }: NodeStore): ReadonlyMap<string, ConflictRecord> {
  return new Map(conflicts.all().map((record) => [versionKey(record.fact), record]));
}

function findOpen({ conflicts }: NodeStore, key: string): ConflictRecord | undefined {
  const record = conflicts.get(key);
  return record?.choice === null ? record : undefined;
}
