import type { Fact } from './fact.ts';
import { parseTime, type WireTime } from './time.ts';

const DEFAULT_BATCH = 100;

/** The reference's delta filter: facts created after `since`, in the given order, at most `maxBatch` (100 where not positive). */
export function filterDelta<F extends Pick<Fact, 'createdAt'>>(
  facts: readonly F[],
  since: WireTime,
  maxBatch: number,
): { facts: readonly F[]; hasMore: boolean } {
  const after = parseTime(since) ?? 0n;
  const newer = facts.filter((fact) => (parseTime(fact.createdAt) ?? 0n) > after);
  const batch = maxBatch > 0 ? maxBatch : DEFAULT_BATCH;
  // A batch that is just full says so too: the reference stops counting there.
  return { facts: newer.slice(0, batch), hasMore: newer.length >= batch };
}
