import type { Millis } from './time.ts';

/** What two people compare, on two screens: the same on both sides, whoever started. */
export interface Fingerprint {
  readonly kind: 'fingerprint';
  /** Hex SHA-256 of both keys and both genome hashes: what the picture is drawn from. */
  readonly hash: string;
  /** Eight words of the English BIP39 list: the first 88 bits of the hash. */
  readonly words: readonly string[];
  /** The same as their numbers in that list, 0000 to 2047, for people who share no language. */
  readonly digits: readonly string[];
}

/** What came of comparing: only for the key that was compared. */
export interface Compared {
  readonly matched: boolean;
  readonly at: Millis;
}

const WORDS = 8;
const BITS_A_WORD = 11;

/** The numbers of the words: the hash is cut into pieces of 11 bits, from its beginning. */
export function wordNumbers(hash: string): readonly number[] {
  const bits = BigInt(`0x${hash}`);
  return Array.from({ length: WORDS }, (_, index) =>
    Number((bits >> BigInt(hash.length * 4 - BITS_A_WORD * (index + 1))) & BigInt(2 ** BITS_A_WORD - 1)),
  );
}
