/**
 * Delta sync: a peer asks for facts that were made after a time, page by page (PROTOCOL "Delta sync"; reference:
 * DeltaSyncRequest). Only the times of the facts tell what to ask for next.
 */
import type { DeltaSyncRequest } from './document.ts';
import type { Fact } from './fact.ts';
import { LIMITS } from './limits.ts';
import { type Instant, NEVER, parseTime, type WireTime } from './time.ts';

export const DEFAULT_BATCH = 100;

type Timed = Pick<Fact, 'createdAt'>;

interface DeltaPage<F> {
  readonly facts: readonly F[];
  readonly hasMore: boolean;
}

/**
 * The reference's filter: facts created after `since`, in the given order, at most `maxBatch` (100 if that is not
 * positive).
 */
export function filterDelta<F extends Timed>(facts: readonly F[], since: WireTime, maxBatch: number): DeltaPage<F> {
  const after = instantOf({ createdAt: since });
  const newer = facts.filter((fact) => instantOf(fact) > after);
  const batch = batchOf(maxBatch);
  // A page that is just full says so too: the reference stops counting there.
  return { facts: newer.slice(0, batch), hasMore: newer.length >= batch };
}

/**
 * The same, but oldest first, and never cut between two facts of one instant. So a peer that asks next for what was
 * made after the last fact misses nothing. For example, a page of two, cut from facts made at 1, 2, 2 and 3, holds only
 * the first fact. If the facts were made at 1, 1, 1 and 2, the page is longer than asked for: it holds three.
 */
export function pageOfDelta<F extends Timed>(facts: readonly F[], since: WireTime, maxBatch: number): DeltaPage<F> {
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
 * What to ask for after this page, if its sender has more. null: the page is empty. `isOrdered`: the sender writes the
 * oldest facts first, as we do. Such a page may hold only a part of its last instant. So the next page begins with that
 * instant again; the overlap is harmless. A page in another order does not tell what is missing, and neither does one
 * whose facts were all made at one instant. Then a larger page is asked for, from the beginning.
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
