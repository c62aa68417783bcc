import { expect, test } from 'vitest';
import { isTrust, trustName } from '../../src/domain/trust.ts';

test.for<[number, string, boolean]>([
  [0, 'UNKNOWN', true],
  [1, 'PENDING', true],
  [2, 'VERIFIED', true],
  [3, 'REJECTED', true],
  [4, 'EXPIRED', true],
  [5, 'INVALID', false],
  [-1, 'INVALID', false],
  [1.5, 'INVALID', false],
  [Number.NaN, 'INVALID', false],
])('trust %d prints %s', ([level, word, known]) => {
  expect([trustName(level), isTrust(level)]).toEqual([word, known]);
});
