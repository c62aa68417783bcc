import { expect, test } from 'vitest';
import { fromBase64url, hex, joined, sha256, toBase64url, utf8, utf8Length } from '../../src/domain/bytes.ts';

test.for<[string, number]>([
  ['', 0],
  ['a', 1],
  ['я', 2],
  ['語', 3],
  ['😀', 4],
])('the text %j takes %i bytes', ([text, bytes]) => {
  expect(utf8Length(text)).toBe(bytes);
});

test('hex and sha256 of text and of bytes', async () => {
  expect(hex(new Uint8Array([0, 15, 255]))).toBe('000fff');
  expect(hex(await sha256(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(await sha256('я')).toEqual(await sha256(utf8('я')));
});

// The vectors of RFC 4648 section 10 without padding. The last one has both letters that only base64url has.
test.for<[readonly number[], string]>([
  [[], ''],
  [[0x66], 'Zg'],
  [[0x66, 0x6f], 'Zm8'],
  [[0x66, 0x6f, 0x6f], 'Zm9v'],
  [[0x66, 0x6f, 0x6f, 0x62], 'Zm9vYg'],
  [[0xfb, 0xff, 0xbf], '-_-_'],
])('the bytes %j are %j in base64url, and back', ([bytes, text]) => {
  expect(toBase64url(Uint8Array.from(bytes))).toBe(text);
  expect([...fromBase64url(text)]).toEqual(bytes);
});

test.for(['!', 'a', 'ab cde', 'я'])('%j is not base64url and throws', (text) => {
  expect(() => fromBase64url(text)).toThrow(DOMException);
});

test('parts are joined in order, and a single part is not copied', () => {
  const [one, two] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
  expect([...joined([one, two, new Uint8Array()])]).toEqual([1, 2, 3]);
  expect(joined([one])).toBe(one);
  expect(joined([])).toHaveLength(0);
});
