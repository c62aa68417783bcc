/** What GoMCP's delta filter takes. */
import { isDeepStrictEqual } from 'node:util';
import { filterDelta } from '../../src/domain/delta.ts';

interface DeltaCase {
  readonly facts: readonly { id: string; created_at: string }[] | null;
  readonly since: string;
  readonly max_batch: number;
  readonly ids: readonly string[] | null;
  readonly has_more: boolean;
}

export function checkDelta(one: DeltaCase): string | null {
  const facts = (one.facts ?? []).map((fact) => ({
    id: fact.id,
    createdAt: fact.created_at,
  }));
  const ours = filterDelta(facts, one.since, one.max_batch);
  const ids = ours.facts.map((fact) => fact.id);
  const same = isDeepStrictEqual(ids, one.ids ?? []) && ours.hasMore === one.has_more;
  return same ? null : `ours ${ids} more ${ours.hasMore}, theirs ${one.ids} more ${one.has_more}`;
}
