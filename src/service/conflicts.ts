/** Versions of our facts that came with a drop and say something else: kept beside ours until a person chooses. */
import { authorOf, type Fact, type Origin } from '../domain/fact.ts';
import { hex, sha256 } from '../domain/genome.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { FactBuckets } from '../domain/preview.ts';
import { refuse } from '../domain/refusal.ts';
import type { ConflictChoice, ConflictRow, Range, Rows } from '../peer-api.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { ConflictRecord } from '../store/schema.ts';
import { sealOf } from '../wire/journal-line.ts';
import type { NodeContext } from './node-context.ts';

export function openConflicts({ conflicts }: NodeStore): readonly ConflictRecord[] {
  return conflicts.all().filter(({ choice }) => choice === null);
}

export async function listConflicts({ store }: NodeContext, { offset, limit }: Range): Promise<Rows<ConflictRow>> {
  const open = openConflicts(store);
  const shown = open.slice(offset, offset + limit);
  const pages = await store.readPages(store.facts.pagesOf(shown.map(({ fact }) => fact.id)));
  const rows = shown.map(({ key, fact, peerId, at }) => {
    const stored = store.facts.get(fact.id, pages);
    const ours = stored
      ? { fact: stored.fact, fromPeerId: authorOf(stored), at: stored.editedAt ?? stored.origin.at }
      : null;
    return { key, ours, theirs: { fact, fromPeerId: peerId, at } };
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
  // The same version gets the same id on every node that keeps both.
  const variantId = hex(await sha256(JSON.stringify([named.fact.id, named.fact.content]))).slice(0, 32);
  return store.transact({ pages: (facts) => facts.pagesOf([named.fact.id]) }, ({ pages }): Outcome => {
    const record = findOpen(store, key);
    if (!record) return refuse('conflict-not-found', { found: key });
    const { fact, peerId, dropId } = record;
    const at = platform.now();
    const ours = store.facts.get(fact.id, pages);
    const theirs = { seq: 0, stale: false, archived: false, origin: { peerId, dropId, at: record.at }, editedAt: null };
    if (choice === 'theirs') store.facts.put({ ...theirs, fact, seq: store.nextSeq() });
    if (choice === 'both' && !store.facts.has(variantId)) {
      const variant = { ...fact, id: variantId };
      store.facts.put({ ...theirs, fact: variant, seq: store.nextSeq(), variantOf: fact.id });
    }
    store.conflicts.put({ ...record, choice, ...(choice === 'theirs' && ours && { replaced: ours }) });
    store.note({ kind: 'conflict-resolved', at, peerId, dropId, subject: `${fact.id} ${choice}` });
    return { kind: 'done', what: 'conflict-resolved' };
  });
}

/** Versions between which and ours a person has chosen. */
export function decidedVersions({ conflicts }: NodeStore): ReadonlySet<string> {
  const decided = conflicts.all().filter(({ choice }) => choice !== null);
  return new Set(
    decided.map((record) => ('fact' in record ? JSON.stringify([record.fact.id, record.fact.content]) : '')),
  );
}

/** Versions that differ from ours and are not kept yet: each is kept once, however often it is brought. */
export function newConflicts({ conflicts }: NodeStore, facts: FactBuckets): readonly Fact[] {
  const known = new Set(conflicts.all().map(({ fact }) => JSON.stringify(fact)));
  return facts.conflicts.map(({ theirs }) => theirs).filter((theirs) => !known.has(JSON.stringify(theirs)));
}

export function keepConflicts(store: NodeStore, versions: readonly Fact[], { peerId, dropId, at }: Origin): void {
  const about = { peerId: peerId ?? '', dropId: dropId ?? '', at, choice: null };
  for (const fact of versions) store.conflicts.put({ ...about, key: sealOf({ dropId, fact }), fact });
}

function findOpen({ conflicts }: NodeStore, key: string): ConflictRecord | undefined {
  const record = conflicts.get(key);
  return record?.choice === null ? record : undefined;
}
