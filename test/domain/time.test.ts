import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEVER, parseTime, wireTime } from '../../src/domain/time.ts';

/** Nanoseconds since 1970. The platform reads the seconds. */
const at = (seconds: string, nanoseconds = 0n) => BigInt(Date.parse(seconds)) * 1_000_000n + nanoseconds;

describe('a time is read as its instant', () => {
  test.for<[string, bigint]>([
    ['1970-01-01T00:00:00Z', 0n],
    ['2026-03-02T10:00:00Z', at('2026-03-02T10:00:00Z')],
    ['2026-03-02T10:00:00.1Z', at('2026-03-02T10:00:00Z', 100_000_000n)],
    ['2026-03-02T10:00:00.000000001Z', at('2026-03-02T10:00:00Z', 1n)],
    ['2026-03-02T10:00:00.999999999Z', at('2026-03-02T10:00:00Z', 999_999_999n)],
    ['2026-03-02T10:00:00.120+03:00', at('2026-03-02T07:00:00Z', 120_000_000n)],
    ['2026-03-02T10:00:00-05:30', at('2026-03-02T15:30:00Z')],
    ['2026-03-02T00:00:00+14:00', at('2026-03-01T10:00:00Z')],
    ['2026-03-02T00:00:00-00:00', at('2026-03-02T00:00:00Z')],
    ['2026-03-02T00:00:00+23:59', at('2026-03-01T00:01:00Z')],
    ['2024-02-29T23:59:59Z', at('2024-02-29T23:59:59Z')],
    ['2000-02-29T00:00:00Z', at('2000-02-29T00:00:00Z')],
    ['1969-12-31T23:59:59.999999999Z', -1n],
    ['0001-01-01T00:00:00Z', -62_135_596_800n * 1_000_000_000n],
    ['0000-02-29T00:00:00Z', at('0000-02-29T00:00:00Z')],
    ['0099-12-31T00:00:00Z', at('0099-12-31T00:00:00Z')],
    ['9999-12-31T23:59:59.999999999Z', at('9999-12-31T23:59:59Z', 999_999_999n)],
  ])('%s', ([text, instant]) => {
    expect(parseTime(text)).toBe(instant);
  });
});

describe('a text that is not a time reads as null', () => {
  test.for([
    '',
    ' 2026-03-02T10:00:00Z',
    '2026-03-02T10:00:00Z ',
    '2026-03-02T10:00:00Z\n',
    '2026-03-02',
    '2026-03-02T10:00:00',
    '2026-03-02T10:00Z',
    '2026-03-02 10:00:00Z',
    '2026-03-02t10:00:00Z',
    '2026-03-02T10:00:00z',
    '26-03-02T10:00:00Z',
    '12026-03-02T10:00:00Z',
    '-2026-03-02T10:00:00Z',
    '2026-3-02T10:00:00Z',
    '2026-00-02T10:00:00Z',
    '2026-13-02T10:00:00Z',
    '2026-03-00T10:00:00Z',
    '2026-03-32T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-02-29T10:00:00Z',
    '1900-02-29T10:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T10:60:00Z',
    '2026-03-02T10:00:60Z',
    '2026-12-31T23:59:60Z',
    '2026-03-02T10:00:00.Z',
    '2026-03-02T10:00:00,5Z',
    '2026-03-02T10:00:00.1234567890Z',
    '2026-03-02T10:00:00+3:00',
    '2026-03-02T10:00:00+0300',
    '2026-03-02T10:00:00+03',
    '2026-03-02T10:00:00+24:00',
    '2026-03-02T10:00:00+03:60',
    '2026-03-02T10:00:00 +03:00',
    '2026-03-02T10:00:00ZZ',
    '２026-03-02T10:00:00Z',
    'yesterday',
  ])('%j', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

const instantOf = (now: number) => BigInt(now) * 1_000_000n;
const MILLIS = { min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') };

test('a local stamp is written as its instant', () => {
  fc.assert(fc.property(fc.integer(MILLIS), (now) => parseTime(wireTime(now)) === BigInt(now) * 1_000_000n));
});

test('a time is the same instant with any offset', () => {
  const minutes = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
  const day = { min: Date.parse('0002-01-01T00:00:00Z'), max: Date.parse('9998-12-31T00:00:00Z') };
  fc.assert(
    fc.property(fc.integer(day), minutes, (now, offset) => {
      const two = (figure: number) => `${figure}`.padStart(2, '0');
      const size = Math.abs(offset);
      const zone = `${offset < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
      expect(parseTime(wireTime(now + offset * 60_000).replace('Z', zone))).toBe(instantOf(now));
    }),
  );
});

test('NEVER is a time itself, the earliest that Go knows', () => {
  expect(wireTime(MILLIS.min).replace('.000', '')).toBe(NEVER);
  expect(parseTime(NEVER)).toBe(instantOf(MILLIS.min));
});
