/** Delta sync: facts made after a time, page by page. What is asked for next is told by the times alone (reference: DeltaSyncRequest). */
import type { DeltaSyncRequest } from './document.ts';
import type { Fact } from './fact.ts';
import { LIMITS } from './limits.ts';
import { type Instant, NEVER, parseTime, type WireTime } from './time.ts';

const DEFAULT_BATCH = 100;

type Timed = Pick<Fact, 'createdAt'>;

interface Page<F> {
  readonly facts: readonly F[];
  readonly hasMore: boolean;
}

/** The reference's delta filter: facts created after `since`, in the given order, at most `maxBatch` (100 where not positive). */
export function filterDelta<F extends Timed>(facts: readonly F[], since: WireTime, maxBatch: number): Page<F> {
  const after = instantOf({ createdAt: since });
  const newer = facts.filter((fact) => instantOf(fact) > after);
  const batch = batchOf(maxBatch);
  // A batch that is just full says so too: the reference stops counting there.
  return { facts: newer.slice(0, batch), hasMore: newer.length >= batch };
}

/**
 * The same, oldest first, and never cut between two facts of one instant: whoever asks next for what was made after the last one misses nothing. For
 * that a page may be shorter than asked for; it is longer only where more facts than that share one instant.
 */
export function pageOfDelta<F extends Timed>(facts: readonly F[], since: WireTime, maxBatch: number): Page<F> {
  const timed = facts.map((fact) => ({ createdAt: fact.createdAt, fact, at: instantOf(fact) }));
  timed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const newer = filterDelta(timed, since, timed.length).facts;
  const end = endOfPage(newer, batchOf(maxBatch));
  return {
    facts: newer.slice(0, end).map(({ fact }) => fact),
    hasMore: end < newer.length || end >= batchOf(maxBatch),
  };
}

function endOfPage(rows: readonly { readonly at: Instant }[], batch: number): number {
  const cut = rows[batch];
  if (!cut) return rows.length;
  const first = rows.findIndex(({ at }) => at === cut.at);
  if (first > 0) return first;
  const next = rows.findIndex(({ at }) => at > cut.at);
  return next < 0 ? rows.length : next;
}

/**
 * What to ask for after a page of which there is more; null where nothing is in it. `isOrdered`: its sender writes pages oldest first, as ours do. Such a
 * page may hold a part only of its last instant: the next one begins there again, what overlaps is harmless. Any other page, and one that is all of one
 * instant, does not tell what is missing: a larger one is asked for, from the beginning.
 */
export function requestAfter(
  page: readonly Timed[],
  isOrdered: boolean,
): Pick<DeltaSyncRequest, 'since' | 'maxBatch'> | null {
  const last = page.at(-1);
  if (!last) return null;
  const before = isOrdered && page.findLast((fact) => instantOf(fact) < instantOf(last));
  if (before) return { since: before.createdAt, maxBatch: Math.max(page.length, DEFAULT_BATCH) };
  return { since: NEVER, maxBatch: Math.min(Math.max(page.length * 10, DEFAULT_BATCH), LIMITS.facts) };
}

function batchOf(maxBatch: number): number {
  return maxBatch > 0 ? maxBatch : DEFAULT_BATCH;
}

function instantOf({ createdAt }: Timed): Instant {
  return parseTime(createdAt) ?? 0n;
}
