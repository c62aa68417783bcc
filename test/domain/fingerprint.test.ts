import { expect, test } from 'vitest';
import { wordNumbers } from '../../src/domain/fingerprint.ts';

test('the eight words are the first 88 bits of the hash, eleven bits each', () => {
  expect(wordNumbers('f'.repeat(64))).toEqual(Array(8).fill(2047));
  expect(wordNumbers('0'.repeat(64))).toEqual(Array(8).fill(0));
  expect(wordNumbers(`0020${'0'.repeat(60)}`)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  expect(wordNumbers(`${'0'.repeat(21)}1${'f'.repeat(42)}`)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});
