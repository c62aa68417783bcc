import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, withNumber, withPublicKey } from '../../src/wire/signature.ts';
import { toJson } from '../../src/wire/write-document.ts';
import gomcpRequest from '../data/gomcp-handshake-request.json?raw';
import { anyDocumentOrGenes } from './any-document.ts';
import { dropIdOfJson, readingOf } from './reading.ts';

test('any document with a number and a key reads as the same document', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocumentOrGenes, fc.maxSafeInteger(), async (make, number) => {
      const document = await make();
      const plain = withPublicKey(toJson(document), new Uint8Array(32));
      const text = JSON.stringify(withNumber(plain, number));
      const reading = await readingOf(text);
      expect(reading.document).toEqual(document);
      expect(readNumber(reading.json)).toBe(number);
      expect(await dropIdOfJson(reading.json)).not.toBe(await dropIdOfJson(plain));
      expect(readNumber(plain)).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('documents of GoMCP and of old versions have no number', () => {
  expect(readNumber(JSON.parse(gomcpRequest))).toBeNull();
  for (const synapse of [undefined, null, 5, 'text', [], {}, { number: null }])
    expect(readNumber({ synapse })).toBeNull();
});

test.for([
  ['7', 'wrong-type', 'text'],
  [true, 'wrong-type', 'true or false'],
  [[7], 'wrong-type', 'list'],
  [{ n: 7 }, 'wrong-type', 'object'],
  [7.5, 'bad-number', '7.5'],
  [2 ** 53, 'bad-number', '9007199254740992'],
] as const)('%j is refused as the number of a document', ([number, code, found]) => {
  expect(readNumber({ synapse: { number } })).toEqual({
    kind: 'refused',
    code,
    place: '/synapse/number',
    found,
    wanted: 'whole number',
  });
});
