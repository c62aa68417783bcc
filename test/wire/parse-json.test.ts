import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/domain/steps.ts';
import { parseJson } from '../../src/wire/parse-json.ts';
import threatActors from '../data/threat-actors.json?raw';

/** So small that every list is parsed in many pieces. */
const PIECE = 8;
const parse = (text: string, piece = PIECE) => atOnce(parseJson(text, { count: 0 }, piece));

function platform(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('parsing in pieces gives what JSON.parse gives', () => {
  test('for any value in any layout', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom('', ' ', '\n\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(parse(text)).toEqual(JSON.parse(text));
        expect(JSON.stringify(parse(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  test('for any text that is nearly a value', () => {
    const sign = fc.constantFrom(...'{}[]",:\\ 0-1.e+tfn\n\u00a0x'.split(''));
    const damage = fc.record({ at: fc.nat(), cut: fc.nat({ max: 2 }), put: fc.array(sign, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.array(damage, { minLength: 1, maxLength: 3 }), (json, damages) => {
        const text = damages.reduce((before, { at, cut, put }) => {
          const spot = at % (before.length + 1);
          return before.slice(0, spot) + put.join('') + before.slice(spot + cut);
        }, json);
        expect(parse(text)).toEqual(platform(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.for([
    '{"a":[1,2,3],"b":{"c":[[[]],{}]}}',
    '{"a":1,"a":2,"b":{"x":1,"x":2}}',
    '{"__proto__":{"a":1},"constructor":[{"__proto__":1}]}',
    '{"a\\"b":["\\\\","\\\\\\"",""]}',
    '["12345678","]","}",{"[":"{"}]',
    '[1,2,]',
    '[,1,2,3]',
    '[1,,2,3]',
    '[1 2 3 4]',
    '{"a":1 "b":2}',
    '{"a":1,}',
    '{"a" 1234}',
    '{a:1,"b":2}',
    '[{]}        ',
    '[1,2,3]]    ',
    '[1,2,3      ',
    '"123456789  ',
    '{"a":[1,2,3}',
    '\u00a0[1,2,3,4]',
    '[1,2\u00a0,3,4]',
  ])('%s', (text) => {
    expect(parse(text)).toEqual(platform(text));
    expect(Object.getPrototypeOf(parse(text) ?? {})).toBe(Object.getPrototypeOf(platform(text) ?? {}));
  });
});

test.for<[string, string, string]>([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('10,000 %s inside each other are parsed', ([, opening, closing]) => {
  const text = `${opening.repeat(10_000)}1${closing.repeat(10_000)}`;
  expect(typeof parse(text)).toBe('object');
  expect(parse(text.slice(0, -1)) === undefined).toBe(true);
});

test('the progress is told, and never goes back', () => {
  const text = JSON.stringify(JSON.parse(threatActors), null, 2);
  const told = [...parseJson(text, { count: 0 }, 10_000)];
  expect(told.length).toBeGreaterThan(text.length / 20_000);
  const places = told.map(({ done }) => done);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.at(-1)).toBeLessThanOrEqual(text.length);
  expect(told[0]).toMatchObject({ phase: 'reading', total: text.length, unit: 'characters' });
});
