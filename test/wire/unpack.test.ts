import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/domain/limits.ts';
import { unpack } from '../../src/wire/unpack.ts';
import threatActors from '../data/threat-actors.json?raw';
import { cpuSecondsHere } from '../watch/cpu-time.ts';

const blobOf = (...parts: readonly (string | Uint8Array | number[])[]) =>
  new Blob(parts.map((part) => (Array.isArray(part) ? new Uint8Array(part) : Buffer.from(part as string))));
const TEXT = '{"a":"я語😀"}';

/** UTF-16 with its byte order mark. */
function utf16(text: string, order: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

describe('bytes of text are read', () => {
  test.for<[string, Blob, string]>([
    ['nothing', blobOf(), ''],
    ['one byte', blobOf('{'), '{'],
    ['UTF-8', blobOf(TEXT), TEXT],
    ['UTF-8 with its mark', blobOf([0xef, 0xbb, 0xbf], TEXT), TEXT],
    ['UTF-16, low byte first', blobOf(utf16(TEXT, 'little')), TEXT],
    ['UTF-16, high byte first', blobOf(utf16(TEXT, 'big')), TEXT],
    ['gzip', blobOf(gzipSync(TEXT)), TEXT],
    ['gzip of UTF-16', blobOf(gzipSync(utf16(TEXT, 'big'))), TEXT],
    ['gzip of nothing', blobOf(gzipSync('')), ''],
    ['a real payload', blobOf(gzipSync(threatActors)), threatActors],
    ['UTF-8 cut within its last letter', blobOf(Buffer.from('{"a":"😀').subarray(0, -1)), '{"a":"'],
    ['UTF-16 cut within its last letter', blobOf(utf16(TEXT, 'little').subarray(0, -1)), TEXT.slice(0, -1)],
  ])('%s', async ([, blob, text]) => {
    expect(await unpack(blob)).toBe(text);
  });
});

describe('other bytes are refused', () => {
  const packed = gzipSync(threatActors);
  test.for<[string, Blob, object]>([
    ['a PNG', blobOf([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 0x0d], 'IHDR'), { code: 'binary' }],
    ['a JPEG', blobOf([0xff, 0xd8, 0xff, 0xe0, 0x10, 0x4a]), { code: 'binary' }],
    ['a ZIP', blobOf('PK', [3, 4, 20, 0, 0, 0]), { code: 'binary' }],
    ['UTF-16 without its mark', blobOf(Buffer.from(TEXT, 'utf16le')), { code: 'binary' }],
    ['Latin 1', blobOf('{"a":"', [0xe9], '"}'), { code: 'bad-encoding' }],
    ['a surrogate in UTF-8', blobOf('{"a":"', [0xed, 0xa0, 0x80], '"}'), { code: 'bad-encoding' }],
    ['an overlong letter', blobOf('{"a":"', [0xc0, 0xaf], '"}'), { code: 'bad-encoding' }],
    ['gzip of a picture', blobOf(gzipSync(Buffer.from([0x89, 0x50, 0, 0]))), { code: 'binary' }],
    [
      'gzip, cut in the middle',
      blobOf(packed.subarray(0, packed.length / 2)),
      { code: 'bad-gzip', found: expect.stringMatching(/^\d{5,}$/) },
    ],
    ['gzip, cut before its sum', blobOf(packed.subarray(0, -8)), { code: 'bad-gzip' }],
    ['gzip, only its mark', blobOf([0x1f, 0x8b]), { code: 'bad-gzip', found: '0' }],
    ['gzip with a wrong sum', blobOf(packed.subarray(0, -8), [1, 2, 3, 4], packed.subarray(-4)), { code: 'bad-gzip' }],
    [
      'gzip with a changed byte',
      blobOf(packed.subarray(0, 500), [(packed[500] as number) ^ 0xff], packed.subarray(501)),
      { code: 'bad-gzip' },
    ],
  ])('%s', async ([, blob, refusal]) => {
    expect(await unpack(blob)).toMatchObject({ kind: 'refused', ...refusal });
  });
});

describe('a pasted text reads like a file of the same text', () => {
  const alike = async (text: string): Promise<void> => {
    expect(await unpack(text)).toEqual(await unpack(new Blob([text])));
  };

  test.for<[string, string]>([
    ['nothing', ''],
    ['a document', TEXT],
    ['a mark before it', `\ufeff${TEXT}`],
    ['two marks before it', `\ufeff\ufeff${TEXT}`],
    ['half of a surrogate pair', `{"a":"\ud83d"}`],
    ['the halves in the wrong order', '\ude00\ud83d'],
    ['what a PDF begins with', '%PDF-1.7'],
    ['what a ZIP begins with', 'PK\x03\x04'],
    ['what a PNG begins with', '\x89PNG'],
    ['what gzip begins with', '\x1f\x8b'],
    ['what UTF-16 begins with', '\xff\xfe{'],
    ['UTF-16 that was taken for something else', '{\0"\0'],
    ['a zero at the end of what is looked at', `${' '.repeat(4095)}\0`],
    ['a zero past it', `${' '.repeat(4096)}\0`],
    ['a zero past it, in bytes', `${'é'.repeat(2048)}\0`],
    ['a real payload', threatActors],
  ])('%s', ([, text]) => alike(text));

  test('any text', async () => {
    const unit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.constantFrom(0xfeff, 0xd83d, 0xde00));
    const text = fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units));
    await fc.assert(fc.asyncProperty(text, alike));
  });

  test('a text that is too large: its size counts in bytes', async () => {
    const text = 'é'.repeat(LIMITS.textBytes / 2 + 1);
    expect(await unpack(text)).toMatchObject({ code: 'text-too-large', found: `${LIMITS.textBytes + 2}` });
  });
});

describe('what is too large', () => {
  const zeros = (size: number) => Buffer.alloc(size, ' ');

  test('is refused before it is read', async () => {
    const size = LIMITS.textBytes + 1;
    const refusal = { kind: 'refused', code: 'text-too-large', found: `${size}`, wanted: `${LIMITS.textBytes}` };
    expect(await unpack(new Blob([zeros(size)]))).toEqual(refusal);
  });

  test('is refused while it is unpacked', async () => {
    // A gzip file may have many members: 4 GiB of blanks in 4 MiB.
    const member = gzipSync(zeros(16 * 1024 * 1024));
    const bomb = new Blob(Array.from({ length: 256 }, () => member));
    expect(bomb.size * 1000).toBeLessThan(256 * 16 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const start = cpuSecondsHere();
    const refusal = await unpack(bomb);
    expect(refusal).toMatchObject({ code: 'text-too-large', wanted: `${LIMITS.unpackedBytes}` });
    expect(Number((refusal as { found: string }).found)).toBeLessThan(LIMITS.unpackedBytes + 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(2 * LIMITS.unpackedBytes);
    expect(cpuSecondsHere() - start).toBeLessThan(10);
  });
});
