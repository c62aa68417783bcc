import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { findJson } from '../../src/wire/find-json.ts';
import { scanJson } from '../../src/wire/scan-json.ts';

import { unpack } from '../../src/wire/unpack.ts';
import threatActors from '../data/threat-actors.json?raw';

const find = (text: string) => atOnce(findJson(text));
const scan = (text: string, start: number) => atOnce(scanJson(text, start));

const SMALL = JSON.stringify(
  {
    version: '1.7',
    from_peer_id: 'алиса',
    facts: [
      {
        id: 'f1',
        content: 'a "quoted" \\ 語 😀 \n { [',
        level: 1,
        confidence: -0.75e-3,
        ok: true,
        no: false,
        nil: null,
      },
    ],
    synced_at: '2026-03-01T10:00:00.5Z',
  },
  null,
  1,
).replace('語', '\\u8a9e');

describe('a text that is cut off is refused as that', () => {
  const bytes = new TextEncoder().encode(SMALL);
  const lengths = Array.from(bytes.keys()).slice(1);

  test.for(lengths)('after %i bytes of a small payload, as a file', async (length) => {
    const text = await unpack(new Blob([bytes.slice(0, length)]));
    expect(text).toBeTypeOf('string');
    expect(find(text as string)).toEqual({
      kind: 'refused',
      code: 'cut-off',
      place: `character ${(text as string).length + 1}`,
      found: `${(text as string).length}`,
      wanted: expect.stringMatching(/^\d+$/),
    });
  });

  test('also if a line break, a fence or a mark of quotation follows', () => {
    for (let length = '{\n "'.length; length < SMALL.length; length++) {
      const cut = SMALL.slice(0, length);
      for (const text of [
        `${cut}\n`,
        `${cut}\r\n\r\n`,
        `\`\`\`json\n${cut}\n\`\`\`\nBob`,
        `> ${cut.replaceAll('\n', '\n> ')}\n> `,
      ]) {
        const found = find(text);
        expect(isRefusal(found), text).toBe(true);
        // If something follows, half a word of JSON or half an escape is a wrong one.
        const isCutWord = /(?:\\u?[0-9a-f]{0,3}|[-+.eE]|[tfn]|tr|tru|fa|fal|fals|nu|nul)$/.test(cut);
        if (!isCutWord) expect(found, text).toMatchObject({ code: 'cut-off' });
      }
    }
  });

  test('at 200 places of a real payload', () => {
    for (let spot = 1; spot <= 200; spot++) {
      const cut = threatActors.slice(0, Math.floor((threatActors.trim().length * spot) / 201));
      expect(find(cut)).toMatchObject({ code: 'cut-off', place: `character ${cut.length + 1}` });
    }
  });

  test('and a real payload without its beginning is refused, at 200 places', () => {
    for (let spot = 1; spot <= 200; spot++) {
      const rest = threatActors.slice(Math.floor((threatActors.trim().length * spot) / 201));
      expect(find(rest)).toMatchObject({ kind: 'refused' });
    }
  });
});

describe('the end of a document is found', () => {
  test.for<[text: string, end: number]>([
    ['{}', 2],
    ['{ } {', 3],
    ['[] x', 2],
    ['{"a":"}"}}', 9],
    ['{"a":"\\"}"}', 11],
    ['{"a":[1,{"b":-0.5e+7}],"c":null}rest', 32],
    ['{"\\u00e9":true}', 15],
  ])('%s', ([text, end]) => {
    expect(scan(text, 0)).toEqual({ end, strangeSpaces: [] });
  });

  test('strange spaces between tokens are returned as pairs of offsets', () => {
    expect(scan('x{\u00a0 "a\u00a0":\n>\t1 }', 1)).toEqual({ end: 15, strangeSpaces: [2, 4, 9, 12] });
  });
});

describe('a problem is named with its place', () => {
  test.for<[text: string, problem: string, at: number]>([
    ['{"a"}', 'token', 4],
    ['{"a":}', 'token', 5],
    ['{"a",}', 'token', 4],
    ['{:1}', 'token', 1],
    ['{,}', 'token', 1],
    ['[,]', 'token', 1],
    ['[1,]', 'token', 3],
    ['{"a":1,}', 'token', 7],
    ['{1:1}', 'token', 1],
    ['{"a":"b" "c"}', 'token', 9],
    ['{"a":1:2}', 'token', 6],
    ['{"a":+1}', 'token', 5],
    ['{"a":.5}', 'token', 5],
    ['{"a":1.}', 'token', 6],
    ['{"a":1.e5}', 'token', 6],
    ['{"a":1e}', 'token', 6],
    ['{"a":-}', 'token', 5],
    ['{"a":00}', 'token', 6],
    ['{"a":tru}', 'token', 5],
    ['{"a":True}', 'token', 5],
    ['{"a":truefalse}', 'token', 9],
    ['{"a":"\\u00g0"}', 'token', 6],
    ['{"a":"\u0000"}', 'token', 6],
    ['{"a":"b\nc"}', 'line-break', 7],
    ['{"a":"b\rc"}', 'line-break', 7],
    ['{"a":1.', 'end', 7],
    ['{"a":1e', 'end', 7],
    ['{"a":1.5E-', 'end', 10],
    ['{"a":-', 'end', 6],
    ['{"a":fals', 'end', 9],
    ['{"a":"\\', 'end', 7],
    ['{"a":"\\u00', 'end', 10],
    ['{\u00a0', 'end', 2],
  ])('%j: %s at %i', ([text, problem, at]) => {
    expect(scan(text, 0)).toEqual({ problem, at });
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});
