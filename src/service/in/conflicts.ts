/** Versions of our facts that came with a drop and say something else: they wait beside ours until a person chooses. */
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

/** In the order in which they came, the same after the node is opened again: what is in memory has another order then. */
function inOrder(open: readonly ConflictRecord[]): readonly ConflictRecord[] {
  return open.toSorted((a, b) => cameAt(a) - cameAt(b) || (a.key < b.key ? -1 : 1));
}

export function cameAt({ broughtBy: [first] }: ConflictRecord): number {
  return first?.at ?? 0;
}

export async function listConflicts({ store }: NodeContext, { offset, limit }: Range): Promise<Rows<ConflictRow>> {
  const open = inOrder(openConflicts(store));
  const shown = open.slice(offset, offset + limit);
  const pages = await store.readPages(store.facts.pagesOf(shown.map(({ fact }) => fact.id)));
  const rows = shown.map(({ key, fact, broughtBy: [first] }) => {
    const ours = store.facts.get(fact.id, pages);
    const theirs = { fact, fromPeerId: first?.peerId ?? null, at: first?.at ?? 0 };
    return { key, ours: ours ? versionOf(ours) : null, theirs };
  });
  return { kind: 'rows', total: open.length, rows };
}

/** The choice is recorded and stays: the same version does not become a conflict again. */
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

/** Versions between which and ours a person has chosen. */
export function decidedVersions({ conflicts }: NodeStore): ReadonlySet<string> {
  const decided = conflicts.all().filter(({ choice }) => choice !== null && choice !== 'update');
  return new Set(decided.map(({ fact }) => versionKey(fact)));
}

/** How many of these facts say something new: those that are not here, and versions of ours that are not known yet. */
export function countNews(store: NodeStore, { fresh, updates, conflicts }: FactBuckets): number {
  const known = knownVersions(store);
  return fresh.length + updates.length + conflicts.filter(({ theirs }) => !known.has(versionKey(theirs))).length;
}

/** Keeps versions beside ours, and decides those that a person has chosen already. Of what was decided before only the bringer is new. */
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

/** What a person had still to choose between is settled where its writer has gone on since. Undoing the drop opens it again. */
function closeOutdated({ conflicts }: NodeStore, updates: FactBuckets['updates'], { dropId }: Bringer): void {
  const newest = new Map(updates.map(({ theirs }) => [theirs.id, theirs]));
  for (const record of conflicts.all()) {
    const update = newest.get(record.fact.id);
    const isOutdated = update && record.choice === null && isEditOf(update, record.fact, hashOfWords);
    if (isOutdated) conflicts.put({ ...record, choice: 'ours', decidedIn: dropId });
  }
}

/** A drop that is taken in once more has brought it once. */
function withBringer(known: ConflictRecord | undefined, by: Bringer): readonly Bringer[] {
  const before = known?.broughtBy ?? [];
  return before.some(({ dropId }) => dropId === by.dropId) ? before : [...before, by];
}

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
    const variant = { ...withoutEdit(fact), id: variantId }; // Its writer signed the fact with that id, and no other.
    store.facts.put({ ...theirs, fact: variant, seq: store.nextSeq(), variantOf: fact.id });
  }
  store.conflicts.put({ ...record, choice, ...(takesPlace && ours && { replaced: ours }) });
}

/** The same version gets the same id on every node that keeps both. */
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
