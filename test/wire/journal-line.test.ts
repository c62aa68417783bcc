import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalHash, writeJournal } from '../../src/wire/canonical.ts';

test('a seal is the SHA-256 of the canonical form', () => {
  const hash = createHash('sha256').update('{"at":1,"kind":"drop-in","subject":"я"}').digest('hex');
  expect(canonicalHash({ kind: 'drop-in', subject: 'я', at: 1 })).toBe(hash);
  expect(canonicalHash({ subject: 'я', at: 1, kind: 'drop-in' })).toBe(hash);
  expect(canonicalHash({ kind: 'drop-in', subject: 'я', at: 2 })).not.toBe(hash);
});

test('each line is one JSON text, whatever stands in it', () => {
  const lines = [
    { at: 1, nodeName: 'a\nb' },
    { at: 2, before: canonicalHash({ at: 1 }) },
  ];
  const text = writeJournal(lines).join('');
  expect(text.endsWith('\n')).toBe(true);
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(lines);
});
