import { DAY } from './words/formats.ts';
import type { Words } from './words/words.ts';

const YEAR = 365 * DAY;

/** Ages after which a silent peer may be forgotten. */
export const AGES = [30 * DAY, 90 * DAY, YEAR];

export function ageText(age: number, { node, formats }: Words): string {
  return age === YEAR ? node.year : formats.duration(age);
}
