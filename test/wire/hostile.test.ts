import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SyncPayload, WireDocument } from '../../src/domain/document.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { readDocument } from '../../src/wire/read-document.ts';
import { toJson } from '../../src/wire/write-document.ts';
import threatActors from '../data/threat-actors.json?raw';
import { cpuSecondsHere } from '../watch/cpu-time.ts';
import { dropIdOfJson, readingOf, refusalOf } from './reading.ts';

const TIME = '2026-03-01T10:00:00Z';
/** A payload with these members behind its own, as written. */
const payload = (...members: readonly string[]) =>
  `{${['"from_peer_id":"p"', `"synced_at":"${TIME}"`, ...members].join(',')}}`;
/** A payload with one fact that has these members, and an id and a content if they are not among them. */
const fact = (...members: readonly string[]) => {
  const missing = ['"id":"f"', '"content":"c"'].filter(
    (one) => !members.some((member) => member.startsWith(one.slice(0, -3))),
  );
  return payload(`"facts":[{${[...missing, ...members].join(',')}}]`);
};
const list = (count: number, item: string) => `[${`${item},`.repeat(count - 1)}${item}]`;

describe('what is over a limit is refused with the limit and the figure found', () => {
  const word = 'x'.repeat(LIMITS.word + 1);
  const name = 'x'.repeat(LIMITS.nodeName + 1);
  const long = 'x'.repeat(LIMITS.contentBytes + 1);
  const wide = '語'.repeat(Math.ceil((LIMITS.contentBytes + 1) / 3));
  test.for<[string, code: string, place: string, found: number, wanted: number]>([
    [payload(`"facts":${list(LIMITS.facts + 1, '0')}`), 'too-many', '/facts', 500_001, 500_000],
    [payload(`"incidents":${list(LIMITS.incidents + 1, '0')}`), 'too-many', '/incidents', 100_001, 100_000],
    [
      payload(`"incidents":[{"mitre_mapping":${list(1001, '"T"')}}]`),
      'too-many',
      '/incidents/0/mitre_mapping',
      1001,
      1000,
    ],
    [payload(`"synapse":{"receipts":${list(1001, '"d"')}}`), 'too-many', '/synapse/receipts', 1001, 1000],
    [payload(`"synapse":{"receipts":["${word}"]}`), 'too-long', '/synapse/receipts/0', 513, 512],
    [payload(`"synapse":{"variants":{"f":"${word}"}}`), 'too-long', '/synapse/variants/f', 513, 512],
    [payload(`"synapse":{"variants":{"/${word}":"g"}}`), 'too-long', `/synapse/variants/~1${word.slice(2)}`, 514, 512],
    [`{"hash":"h","genes":${list(LIMITS.genes + 1, '0')}}`, 'too-many', '/genes', 10_001, 10_000],
    [`{"backups":${list(LIMITS.genes + 1, '0')}}`, 'too-many', '/backups', 10_001, 10_000],
    [fact(`"id":"${word}"`), 'too-long', '/facts/0/id', 513, 512],
    [fact(`"domain":"${word}"`), 'too-long', '/facts/0/domain', 513, 512],
    [fact(`"module":"${word}"`), 'too-long', '/facts/0/module', 513, 512],
    [fact(`"source":"${word}"`), 'too-long', '/facts/0/source', 513, 512],
    [fact(`"content":"${long}"`), 'too-long', '/facts/0/content', 1_048_577, 1_048_576],
    [fact(`"content":"${wide}"`), 'too-long', '/facts/0/content', 1_048_578, 1_048_576],
    [payload(`"incidents":[{"title":"${wide}"}]`), 'too-long', '/incidents/0/title', 1_048_578, 1_048_576],
    [payload(`"genome_hash":"${word}"`), 'too-long', '/genome_hash', 513, 512],
    [`{"from_peer_id":"p","from_node":"${name}"}`, 'too-long', '/from_node', 129, 128],
    [`{"to_peer_id":"p","to_node":"${name}"}`, 'too-long', '/to_node', 129, 128],
    [`{"self_id":"p","genome_hash":"h","node_name":"${name}"}`, 'too-long', '/node_name', 129, 128],
  ])('%#', async ([text, code, place, found, wanted]) => {
    expect(await refusalOf(text)).toEqual({ kind: 'refused', code, place, found: `${found}`, wanted: `${wanted}` });
  });

  test.for<[string, string]>([
    ['a fact', fact(`"id":"${word.slice(1)}"`, `"content":"${wide.slice(1)}"`)],
    ['a content', fact(`"content":"${long.slice(1)}"`)],
    ['a name', `{"from_peer_id":"p","from_node":"${name.slice(1)}"}`],
    ['techniques', payload(`"incidents":[{"mitre_mapping":${list(1000, '"T"')}}]`)],
  ])('%s at the limit is read', async ([, text]) => {
    await readingOf(text);
  });
});

describe('nesting', () => {
  const nested = (depth: number) => payload(`"x":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`);
  test.for([2, 64])('%i levels are read', async (depth) => {
    await readingOf(nested(depth));
    await readingOf(`Bob: ${nested(depth)}`);
  });

  test.for([65, 10_000, 100_000])('%i levels are refused, alone and inside chat text', async (depth) => {
    const refusal = { code: 'too-deep', wanted: '64' };
    const { place, ...plain } = await refusalOf(nested(depth));
    expect(plain).toMatchObject(refusal);
    expect(place).toBe(`/x${'/0'.repeat(63)}`);
    expect(await refusalOf(`Bob: ${nested(depth)}`)).toMatchObject({
      ...refusal,
      place: expect.stringMatching(/^character \d+$/),
    });
  });
});

describe('numbers', () => {
  test.for<[string, object]>([
    [fact('"level":1e999'), { code: 'bad-number', place: '/facts/0/level' }],
    [payload('"x/y~":[0,{"z":-1e999}]'), { code: 'bad-number', place: '/x~1y~0/1/z' }],
    [fact('"level":9007199254740993'), { code: 'bad-number', place: '/facts/0/level', found: '9007199254740992' }],
    [fact('"level":1.5'), { code: 'bad-number', place: '/facts/0/level', found: '1.5' }],
    [payload('"incidents":[{"event_count":1e300}]'), { code: 'bad-number', place: '/incidents/0/event_count' }],
    ['{"from_peer_id":"p","timestamp":-9007199254740992}', { code: 'bad-number', place: '/timestamp' }],
  ])('%s is refused', async ([text, refusal]) => {
    expect(await refusalOf(text)).toMatchObject(refusal);
  });

  test('the largest whole number is read, and -0 reads as 0', async () => {
    const { document } = await readingOf(fact('"level":9007199254740991'));
    expect(document).toMatchObject({ facts: [{ level: 9_007_199_254_740_991 }] });
    expect((await readingOf(fact('"level":-0'))).document).toMatchObject({ facts: [{ level: 0 }] });
  });
});

describe('names that every object has, such as __proto__', () => {
  const trap =
    '"__proto__":{"from_peer_id":"eve","isGene":true},"constructor":{"prototype":{"x":1}},' +
    '"toString":1,"hasOwnProperty":null';

  test('are fields like any other: stored, written again, without any effect', async () => {
    const text = payload(trap, `"facts":[{"id":"f",${trap}}]`, `"incidents":[{"id":"i",${trap}}]`);
    const { document, json } = await readingOf(text);
    const { facts, unknown } = document as SyncPayload;
    expect(Object.keys(unknown ?? {})).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
    expect(Object.getPrototypeOf(unknown)).toBe(Object.prototype);
    expect(facts[0]?.isGene).toBe(false);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    const written = toJson(document as WireDocument);
    expect(JSON.stringify(written)).toContain(`{${trap}}`.slice(1, -1));
    expect((await readingOf(JSON.stringify(written))).document).toEqual(document);
    expect(await dropIdOfJson(json)).not.toBe(await dropIdOfJson(JSON.parse(payload(trap.replace('eve', 'bob')))));
  });

  test('do not count as fields of a document', async () => {
    expect(await refusalOf('{"__proto__":{"from_peer_id":"p","from_node":"n","timestamp":1}}')).toMatchObject({
      code: 'unknown-kind',
    });
    expect(await refusalOf('{"from_node":"n","timestamp":1,"__proto__":{"from_peer_id":"p"}}')).toMatchObject({
      code: 'unknown-kind',
    });
  });
});

test('a lone surrogate reads as U+FFFD, in texts and in names, as in Go', async () => {
  const { document, json } = await readingOf(
    fact('"content":"a\\ud800b","x\\udc00":"\\udfff","y":["\\ud83d","\\ud83d\\ude00"]'),
  );
  expect(document).toMatchObject({
    facts: [{ content: 'a\ufffdb', unknown: { 'x\ufffd': '\ufffd', y: ['\ufffd', '😀'] } }],
  });
  expect(await dropIdOfJson(json)).toMatch(/^[0-9a-f]{64}$/);
});

test('a text with any damage is read, or refused with a code and a place of ours', async () => {
  const facts = '"facts":[{"id":"f","level":1}]';
  const incidents = '"incidents":[{"mitre_mapping":["T1"]}]';
  const text = `Bob: ${payload(facts, incidents, '"synapse":{"receipts":["d"]}')}`;
  const piece = fc.constantFrom(
    '',
    ' ',
    '\n',
    '\n> ',
    '\u00a0',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '“',
    'null',
    '1e999',
    '-',
    '```',
    '\ud800',
    text,
  );
  const edit = fc.tuple(fc.nat({ max: text.length }), fc.nat({ max: 9 }), piece);
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const damaged = edits.reduce(
        (known, [at, length, put]) => known.slice(0, at) + put + known.slice(at + length),
        text,
      );
      const reading = await readDocument(damaged);
      if (!isRefusal(reading)) return;
      expect(`${reading.code} ${reading.place}`).toMatch(/^(empty undefined|[a-z-]+ (character \d+|(\/.*)?))$/);
      expect(reading.found ?? '').not.toMatch(/Unexpected|JSON at|SyntaxError/);
    }),
    { numRuns: 500 },
  );
});

describe('no text takes much longer than a good payload of its size', () => {
  const SIZE = 256 * 1024;
  const fill = (part: string, between = '') =>
    (part + between).repeat(Math.ceil(SIZE / (part + between).length)).slice(0, SIZE);
  const good = threatActors.slice(0, threatActors.indexOf('},{', SIZE)).concat('}]', `,"synced_at":"${TIME}"}`);
  const blank = ' '.repeat(500);

  async function millisOf(text: string): Promise<number> {
    const start = cpuSecondsHere();
    await readDocument(text);
    return (cpuSecondsHere() - start) * 1000;
  }

  test.for<[string, string]>([
    ['braces', fill('{')],
    ['braces and blanks', fill('{ ')],
    ['braces and many blanks', fill('{', blank)],
    ['lists of objects', fill('[{')],
    ['lists and many blanks', fill('[', blank)],
    ['quotation marks', fill('"')],
    ['quotation marks and many blanks', fill('"', blank)],
    ['backslashes', fill('\\')],
    ['objects in objects', fill('{"a":')],
    ['objects in objects, quoted', fill('> {"a":\n')],
    ['texts that do not end', fill('{"')],
    ['escapes that do not end', fill('{"\\"')],
    ['half escapes', `{"a":"${fill('\\u00')}`],
    ['a number that does not end', `{"a":-${fill('0')}`],
    ['a number of signs', `{"a":${fill('1e')}`],
    ['candidates in a chat', fill('see {"x" y} ')],
    ['long candidates in a chat', fill(`{"${'x'.repeat(50)}" y} `)],
    ['curly quotes', fill('{“a”:')],
    ['empty objects', fill('{}')],
    ['fences', fill('```\n')],
    ['fences and candidates', fill('```json\n{"a"\n')],
    ['tildes', fill('~')],
    ['marks of quotation', fill('>')],
    ['quoted lines', fill('>\n')],
    ['quoted blanks', `{${fill('\n> ')}`],
    ['line breaks', `${fill('\n')}x`],
    ['line breaks in texts', fill('{"a\n')],
    ['blanks', `${fill(' ')}x`],
    ['closing braces and many blanks', `"}${fill(`${blank}}`)}x`],
    ['strange spaces', `{"from_peer_id":${fill('\u00a0')}1}`],
    ['strange spaces between many tokens', payload(`"x":[${fill('1,\u00a0')}1]`)],
    ['many numbers', payload(`"x":${list(SIZE / 2, '1')}`)],
    ['many empty facts', payload(`"facts":${list(SIZE / 3, '{}')}`)],
    ['wrapped candidates', JSON.stringify({ content: [{ text: fill('{"') }] })],
    ['many wrapped texts', `{"content":${list(SIZE / 12, '{"text":"{"}')}}`],
  ])('%s', async ([, text]) => {
    await readingOf(good);
    const fair = Math.min(await millisOf(good), await millisOf(good));
    // At this size a scan that goes back takes minutes. One that does not stays near the good payload on any machine.
    expect(await millisOf(text)).toBeLessThan(10 * fair + 400);
  });
});
