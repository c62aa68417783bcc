import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalHash, canonicalText, writeJournal } from '../../src/wire/canonical.ts';
import type { JsonObject } from '../../src/wire/fields.ts';
import { toJson } from '../../src/wire/write-document.ts';
import threatActors from '../data/threat-actors.json?raw';
import { anySyncPayload } from './any-document.ts';
import jcs from './jcs.json';
import { dropIdOfJson, readingOf } from './reading.ts';

describe('the canonical form of RFC 8785', () => {
  test('writes its example of numbers, texts and literals (3.2.2 to 3.2.3)', () => {
    const text = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    const numbers = '[333333333.3333333,1e+30,4.5,0.002,1e-27]';
    expect(canonicalText(JSON.parse(text))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":${numbers},"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('sorts its example by UTF-16 units (3.2.3)', () => {
    const text = String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
      "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
      "\u00f6":"Latin Small Letter O With Diaeresis"}`;
    const keys = [...canonicalText(JSON.parse(text)).matchAll(/"([^"]+)":"/g)].map((match) => match[1]);
    expect(keys).toEqual([String.raw`\r`, '1', '\u0080', 'ö', '€', '😀', '\ufb33']);
  });

  test.for<[string, string]>([
    ['-0', '0'],
    ['9007199254740992', '9007199254740992'],
    ['295147905179352830000', '295147905179352830000'],
    ['1e21', '1e+21'],
    ['1e-6', '0.000001'],
    ['1e-7', '1e-7'],
    ['5e-324', '5e-324'],
    ['1.7976931348623157e308', '1.7976931348623157e+308'],
    ['"\\u2028\\u007f<"', '"\u2028\u007f<"'],
  ])('%s is written %s', ([text, canonical]) => {
    expect(canonicalText(JSON.parse(`{"a":${text}}`))).toBe(`{"a":${canonical}}`);
  });
});

/**
 * Input and output files that the authors of the RFC publish (cyberphone/json-canonicalization, testdata, Apache-2.0).
 */
describe('the published test data of RFC 8785 comes out as published', () => {
  test.for(jcs)('$name', ({ input, output }) => {
    // A document is an object, so a list of the test data is a member here.
    const parsed: unknown = JSON.parse(input);
    expect(canonicalText({ a: parsed })).toBe(`{"a":${output}}`);
    if (!Array.isArray(parsed)) expect(canonicalText(parsed as JsonObject)).toBe(output);
  });
});

describe('the numbers of RFC 8785, appendix B, are written as there', () => {
  test.for<[string, string]>([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('%s is written %s', ([bits, text]) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    expect(canonicalText({ a: view.getFloat64(0) })).toBe(`{"a":${text}}`);
  });
});

describe('the drop id', () => {
  const plain = { from_peer_id: 'p', synapse: { public_key: 'k', receipts: ['d'] } };
  const signed = (signature: unknown) => ({ ...plain, synapse: { signature, ...plain.synapse } });

  test('is the SHA-256 of the canonical form', async () => {
    const hash = createHash('sha256').update('{"a":[1,"я"],"b":null}').digest('hex');
    expect(await dropIdOfJson({ b: null, a: [1, 'я'] })).toBe(hash);
  });

  test('leaves out the signature, and nothing else', async () => {
    const id = await dropIdOfJson(plain);
    expect(await dropIdOfJson(signed('one'))).toBe(id);
    expect(await dropIdOfJson(signed('another'))).toBe(id);
    for (const other of [
      { ...plain, signature: 's' },
      { ...plain, synapse: { ...plain.synapse, public_key: 'other' } },
      { ...plain, synapse: { ...plain.synapse, receipts: [] } },
      { ...plain, x: { synapse: { signature: 's' } } },
      { from_peer_id: 'p' },
    ]) {
      expect(await dropIdOfJson(other)).not.toBe(id);
    }
  });

  test('does not change the document', async () => {
    const document = signed('s');
    await dropIdOfJson(document);
    expect(document).toEqual(signed('s'));
  });

  test('is the same in any layout of a real payload', async () => {
    const id = await dropIdOfJson((await readingOf(threatActors)).json);
    const pretty = JSON.stringify(JSON.parse(threatActors), null, 2);
    for (const text of [
      pretty,
      `Bob:\n> ${pretty.replaceAll('\n', '\r\n>\u00a0')}`,
      JSON.stringify({ content: [{ text: pretty }] }),
    ]) {
      expect(await dropIdOfJson((await readingOf(text)).json)).toBe(id);
    }
    expect(await dropIdOfJson((await readingOf(threatActors.replace('"level":1', '"level":0'))).json)).not.toBe(id);
  });

  test('is made of what the library of RFC 8785 writes, for any payload', () => {
    fc.assert(
      fc.property(anySyncPayload, (payload) => {
        expect(canonicalText(toJson(payload))).toBe(canonicalize(toJson(payload)));
      }),
    );
  });

  test('is the same in any order of keys, for any payload', async () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, child]) => [key, reversed(child)]),
      );
    };
    await fc.assert(
      fc.asyncProperty(anySyncPayload, async (payload) => {
        const json = toJson(payload);
        expect(await dropIdOfJson(reversed(json) as JsonObject)).toBe(await dropIdOfJson(json));
      }),
    );
  });
});

test('the canonical hash is the SHA-256 of the canonical form', () => {
  const hash = createHash('sha256').update('{"at":1,"kind":"drop-in","subject":"я"}').digest('hex');
  expect(canonicalHash({ kind: 'drop-in', subject: 'я', at: 1 })).toBe(hash);
  expect(canonicalHash({ subject: 'я', at: 1, kind: 'drop-in' })).toBe(hash);
  expect(canonicalHash({ kind: 'drop-in', subject: 'я', at: 2 })).not.toBe(hash);
});

test('each line of a written journal is one JSON text, whatever is in it', () => {
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
