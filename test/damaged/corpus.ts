/** Every damaged or hostile drop that we know, each with what must become of it. */
import { CURLY, OTHER_WRITING, SEVERAL, WRAPPED } from './carried.ts';
import { BEGINNINGS_MISSING, ENDS_MISSING, MIDDLES_MISSING } from './cut.ts';
import type { Drop } from './drop.ts';
import { FILES, OTHER_JSON, TEXTS } from './foreign.ts';
import { BAD_TIMES, OVER_LIMITS, REFUSED_ROWS, TOO_DEEP, TRAPS, WRONG_TYPES } from './hostile.ts';
import { TOLERATED } from './tolerated.ts';

export const DROPS: readonly Drop[] = [
  ...ENDS_MISSING,
  ...BEGINNINGS_MISSING,
  ...MIDDLES_MISSING,
  ...CURLY,
  ...SEVERAL,
  ...WRAPPED,
  ...OTHER_WRITING,
  ...TOO_DEEP,
  ...OVER_LIMITS,
  ...WRONG_TYPES,
  ...BAD_TIMES,
  ...TRAPS,
  ...REFUSED_ROWS,
  ...FILES,
  ...TEXTS,
  ...OTHER_JSON,
  ...TOLERATED,
];
