/** What two people compare on two screens, to know that a key belongs to the peer that they mean. */
import type { Millis } from './time.ts';

/** The same on both sides, whoever started to compare (PROTOCOL "Identity and signatures"). */
export interface Fingerprint {
  readonly kind: 'fingerprint';
  /** Hex SHA-256 over both keys and both genome hashes. The picture is drawn from it. */
  readonly hash: string;
  /** Eight words of the English BIP39 list: the first 88 bits of the hash. */
  readonly words: readonly string[];
  /** The places of the words in that list, 0000 to 2047, for people who share no language. */
  readonly digits: readonly string[];
}

/** What two people said who compared. It counts only for the key that they compared. */
export interface Compared {
  readonly matched: boolean;
  readonly at: Millis;
}

const WORDS = 8;
const BITS_A_WORD = 11;

/** `hash`: hex. Returns the places of the eight words: pieces of 11 bits, from the beginning of the hash. */
export function wordNumbers(hash: string): readonly number[] {
  const bits = BigInt(`0x${hash}`);
  return Array.from({ length: WORDS }, (_, index) =>
    Number((bits >> BigInt(hash.length * 4 - BITS_A_WORD * (index + 1))) & BigInt(2 ** BITS_A_WORD - 1)),
  );
}
