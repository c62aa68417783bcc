import { expect, test } from 'vitest';
import { needsArchive } from '../../../../src/ui/screens/exchange/Reminders.tsx';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);

test.for([
  // days since the last archive (null: none), facts and pairings in no archive, whether the person is reminded
  [null, 0, 0, false],
  [null, 19, 0, false],
  [null, 20, 0, true],
  [null, 0, 1, true],
  [0, 0, 0, false],
  [0, 99, 0, false],
  [0, 100, 0, true],
  [0, 0, 1, true],
  [29, 1, 0, false],
  [30, 1, 0, true],
  [30, 0, 0, false],
  [365, 0, 0, false],
  // The clock has been set back.
  [-1, 99, 0, false],
] as const)('last archive %s days ago, %s facts and %s pairings since: %s', ([days, facts, pairings, expected]) => {
  const at = days === null ? null : NOW - days * DAY;
  expect(needsArchive({ at, facts, pairings }, NOW)).toBe(expected);
});
