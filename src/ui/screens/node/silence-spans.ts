/** How long a peer can be silent before it may be forgotten: the spans that are offered, in milliseconds. */
import { DAY } from '../../words/formats.ts';
import type { Words } from '../../words/words.ts';

const YEAR = 365 * DAY;

/** The shortest first. */
export const SILENCE_SPANS: readonly number[] = [30 * DAY, 90 * DAY, YEAR];

/** A span in words. */
export function spanText(span: number, { node, formats }: Words): string {
  return span === YEAR ? node.year : formats.duration(span);
}
