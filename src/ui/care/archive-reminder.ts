/** When a person is reminded of an archive: by what is in none, never by time alone. */
import type { ArchiveView } from '../../peer-api.ts';
import { DAY } from '../words/formats.ts';

/** Typed or taken in, without any archive: an afternoon's work. */
const FIRST_FACTS = 20;
/** Since the last archive. */
const MORE_FACTS = 100;
const OLD = 30 * DAY;

/** A pairing can not be made again alone: two people have to meet for it. */
export function needsArchive({ at, facts, pairings }: ArchiveView, now: number): boolean {
  if (pairings > 0) return true;
  if (at === null) return facts >= FIRST_FACTS;
  return facts >= MORE_FACTS || (facts > 0 && now - at >= OLD);
}
