/** Versions of our facts that came with a drop and say something else: kept beside ours until a person chooses. */
import { versionOf } from '../domain/conflict.ts';
import type { Origin, StoredFact } from '../domain/fact.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Conflict } from '../domain/preview.ts';
import { refuse } from '../domain/refusal.ts';
import type { ConflictChoice, ConflictRow, Range, Rows } from '../peer-api.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { ConflictRecord } from '../store/schema.ts';
import { sealOf } from '../wire/journal-line.ts';
import type { Choices } from './buckets.ts';
import type { NodeContext } from './node-context.ts';

export function openConflicts({ conflicts }: NodeStore): readonly ConflictRecord[] {
  return conflicts.all().filter(({ choice }) => choice === null);
}

export async function listConflicts({ store }: NodeContext, { offset, limit }: Range): Promise<Rows<ConflictRow>> {
  const open = openConflicts(store);
  const shown = open.slice(offset, offset + limit);
  const pages = await store.readPages(store.facts.pagesOf(shown.map(({ fact }) => fact.id)));
  const rows = shown.map(({ key, fact, peerId, at }) => {
    const ours = store.facts.get(fact.id, pages);
    return { key, ours: ours ? versionOf(ours) : null, theirs: { fact, fromPeerId: peerId, at } };
  });
  return { kind: 'rows', total: open.length, rows };
}

/** The choice is recorded and stays: the same version does not become a conflict again. */
export async function resolveConflict(
  { store, platform }: NodeContext,
  key: string,
  choice: ConflictChoice,
): Promise<Outcome> {
  const named = findOpen(store, key);
  if (!named) return refuse('conflict-not-found', { found: key });
  return store.transact({ pages: (facts) => facts.pagesOf([named.fact.id]) }, ({ pages }): Outcome => {
    const record = findOpen(store, key);
    if (!record) return refuse('conflict-not-found', { found: key });
    const { fact, peerId, dropId } = record;
    settle(store, record, choice, store.facts.get(fact.id, pages));
    const about = { dropId, ...(peerId !== null && { peerId }) };
    store.note({ kind: 'conflict-resolved', at: platform.now(), ...about, subject: `${fact.id} ${choice}` });
    return { kind: 'done', what: 'conflict-resolved' };
  });
}

/** Versions between which and ours a person has chosen. */
export function decidedVersions({ conflicts }: NodeStore): ReadonlySet<string> {
  const decided = conflicts.all().filter(({ choice }) => choice !== null);
  return new Set(decided.map(({ fact }) => JSON.stringify([fact.id, fact.content])));
}

/** Of these versions those that are not kept yet: each is kept once, however often it is brought. */
export function newConflicts(store: NodeStore, conflicts: readonly Conflict[]): readonly Conflict[] {
  const known = keptVersions(store);
  return conflicts.filter(({ theirs }) => !known.has(JSON.stringify(theirs)));
}

/** Keeps versions beside ours, and decides those that a person has chosen already. */
export function keepConflicts(
  store: NodeStore,
  conflicts: readonly Conflict[],
  choices: Choices,
  { peerId, dropId, at }: Origin,
): void {
  const known = keptVersions(store);
  for (const { ours, theirs } of conflicts) {
    const about = { peerId, dropId: dropId ?? '', at, choice: null };
    const record = known.get(JSON.stringify(theirs)) ?? {
      ...about,
      key: sealOf({ dropId, fact: theirs }),
      fact: theirs,
    };
    const choice = choices.get(theirs);
    if (choice === 'theirs' || choice === 'both') settle(store, record, choice, ours);
    else store.conflicts.put(record);
  }
}

function settle(store: NodeStore, record: ConflictRecord, choice: ConflictChoice, ours: StoredFact | undefined): void {
  const { fact, peerId, dropId, at } = record;
  const theirs = { stale: false, archived: false, origin: { peerId, dropId, at }, editedAt: null };
  if (choice === 'theirs') store.facts.put({ ...theirs, fact, seq: store.nextSeq() });
  // The same version gets the same id on every node that keeps both.
  const variantId = sealOf([fact.id, fact.content]).slice(0, 32);
  if (choice === 'both' && !store.facts.has(variantId)) {
    store.facts.put({ ...theirs, fact: { ...fact, id: variantId }, seq: store.nextSeq(), variantOf: fact.id });
  }
  store.conflicts.put({ ...record, choice, ...(choice === 'theirs' && ours && { replaced: ours }) });
}

function keptVersions({ conflicts }: NodeStore): ReadonlyMap<string, ConflictRecord> {
  return new Map(conflicts.all().map((record) => [JSON.stringify(record.fact), record]));
}

function findOpen({ conflicts }: NodeStore, key: string): ConflictRecord | undefined {
  const record = conflicts.get(key);
  return record?.choice === null ? record : undefined;
}
