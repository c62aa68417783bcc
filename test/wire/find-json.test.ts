import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/domain/steps.ts';
import { findJson } from '../../src/wire/find-json.ts';

const find = (text: string) => atOnce(findJson(text));

/** People, mails and chats change what is around and between the tokens. These texts look like that, and must stay. */
const VALUE = {
  from_peer_id: 'alice',
  from_node: 'a\u00a0b\u200b > "c" ```\u2028> d',
  timestamp: 1,
  list: [{ x: -1.5e3 }, [], {}],
};
const COMPACT = JSON.stringify(VALUE);
const PRETTY = JSON.stringify(VALUE, null, 2);
const between = (space: string) => PRETTY.replace(/\n */g, space);

describe('the document is found', () => {
  test.for<[string, string]>([
    ['compact', COMPACT],
    ['pretty', PRETTY],
    ['a byte order mark', `\ufeff${COMPACT}`],
    ['a byte order mark after a blank', ` \ufeff${COMPACT}`],
    ['space around', `\r\n\t ${COMPACT} \n\n`],
    ['CRLF', PRETTY.replaceAll('\n', '\r\n')],
    ['non-breaking spaces', between('\u00a0')],
    ['zero-width spaces', between('\u200b\u200c\u200d\u2060')],
    ['byte order marks between tokens', between('\ufeff')],
    ['soft hyphens and wide spaces', between('\u00ad\u3000\u202f')],
    ['line and paragraph separators', between('\u2028\u2029')],
    ['a fence', `\`\`\`\n${PRETTY}\n\`\`\``],
    ['a fence with a language', `\`\`\`json\r\n${PRETTY}\r\n\`\`\`\r\n`],
    ['a longer fence', `\`\`\`\`json\n${COMPACT}\n\`\`\`\``],
    ['a fence of tildes', `~~~ json\n${PRETTY}\n~~~`],
    ['a fence in one line', `\`\`\`${COMPACT}\`\`\``],
    ['single backticks', `\`${COMPACT}\``],
    ['a fence that was not closed', `\`\`\`\n${COMPACT}`],
    ['a closing fence alone', `${COMPACT}\n\`\`\``],
    ['a fence of something else before', `\`\`\`\nsome log\n\`\`\`\nand here: ${COMPACT}`],
    ['text before', `Here is the payload: ${COMPACT}`],
    ['text after', `${PRETTY}\n\nSee you tomorrow :-) {or not}`],
    ['text around with braces', `[12:04] Bob {ops}: it’s "this" {here} [1]\n${COMPACT}\n-- \nBob (ops)`],
    ['quoted', `> ${PRETTY.replaceAll('\n', '\n> ')}`],
    ['quoted without blanks', `>${PRETTY.replaceAll('\n', '\n>')}`],
    ['quoted twice', `>> ${PRETTY.replaceAll('\n', '\n>> ')}`],
    ['quoted twice with blanks', `> > ${PRETTY.replaceAll('\n', '\r\n> > ')}`],
    [
      'quoted, in a fence, in a mail',
      `On Monday, Bob wrote:\n> \`\`\`json\n> ${PRETTY.replaceAll('\n', '\n> ')}\n> \`\`\`\n> Bob`,
    ],
    ['quoted here and there', PRETTY.replace('\n', '\n> ')],
    ['one quoted line', `> ${COMPACT}`],
    ['a quoted non-breaking space', PRETTY.replaceAll('\n', '\n>\u00a0')],
  ])('%s', ([, text]) => {
    expect(find(text)).toEqual(VALUE);
  });
});

describe('a text is refused by what it is', () => {
  const refusals: readonly [string, string, object][] = [
    ['nothing', '', { code: 'empty' }],
    ['space', ' \n\u00a0\ufeff', { code: 'empty' }],
    ['a word', 'hello', { code: 'not-json', place: 'character 1', found: 'hello' }],
    [
      'an HTML page',
      '\n<!DOCTYPE html><p>"a": 1}',
      { code: 'not-json', place: 'character 1', found: '<!DOCTYPE html>' },
    ],
    ['curly quotes', '{“from_peer_id”: “p”}', { code: 'curly-quotes', place: 'character 2', found: '“' }],
    ['German quotes', '{„from_peer_id“: „p“}', { code: 'curly-quotes', place: 'character 2', found: '„' }],
    ['primes', '{″from_peer_id″: ″p″}', { code: 'curly-quotes', place: 'character 2', found: '″' }],
    ['one curly quote', '{"from_peer_id": “p"}', { code: 'curly-quotes', place: 'character 18' }],
    ['single quotes', "{'from_peer_id': 'p'}", { code: 'not-json', place: 'character 2', found: "'from_peer_id': " }],
    ['no quotes', '{from_peer_id: "p"}', { code: 'not-json', place: 'character 1', found: '{from_peer_id: "p"}' }],
    ['a comma before the end', 'Hi {"from_peer_id":"p",}', { code: 'not-json', place: 'character 24', found: '}' }],
    ['a comma too many', '{"a":[1,,2]}', { code: 'not-json', place: 'character 9', found: ',2]}' }],
    ['a comma too few', '{"a":1 "b":2}', { code: 'not-json', place: 'character 8', found: '"b":2}' }],
    ['a number with a leading zero', '{"a":01}', { code: 'not-json', place: 'character 7', found: '1}' }],
    ['NaN', '{"a":NaN}', { code: 'not-json', place: 'character 6', found: 'NaN}' }],
    ['a comment', '{"a":1, // one\n"b":2}', { code: 'not-json', place: 'character 9' }],
    ['a wrong escape', '{"a":"\\x41"}', { code: 'not-json', place: 'character 7', found: '\\x41"}' }],
    ['a tab in a text', '{"a":"b\tc"}', { code: 'not-json', place: 'character 8' }],
    ['a bracket for a brace', '{"a":[1}', { code: 'not-json', place: 'character 8', found: '}' }],
    [
      'a mark of quotation within a line',
      '{"a":1, > "b":2}',
      { code: 'not-json', place: 'character 9', found: '> "b":2}' },
    ],
    ['lines broken within a text', '{"a":"b\nc"}', { code: 'broken-lines', place: 'character 8' }],
    ['lines broken by a mail', '{"a":"b\r\n> c"}', { code: 'broken-lines', place: 'character 8' }],
    ['two documents', '{"a":1}\n{"a":2}', { code: 'two-documents', place: 'character 9' }],
    [
      'two documents in two fences',
      '```\n{"a":1}\n```\n```\n{"b":2}\n```',
      { code: 'two-documents', place: 'character 21' },
    ],
    ['one in a fence, one behind it', '```\n{"a":1}\n```\n{"b":2}', { code: 'two-documents', place: 'character 17' }],
    ['a second that is cut off', '{"a":1} {"a"', { code: 'two-documents', place: 'character 9' }],
    ['a second that is damaged', `{"a":1} {"a":"${'x'.repeat(40)}",}`, { code: 'two-documents', place: 'character 9' }],
    ['the same twice', '{"a":1}{"a":1}', { code: 'same-twice', place: 'character 8' }],
    ['the same three times', '{"a":1}\n\n{"a":1}\n\n{"a":1}', { code: 'same-twice', place: 'character 10' }],
    ['a refusal of ours as a document', '{"kind":"refused","code":"x"}', { code: 'unknown-kind', place: '' }],
  ];
  test.for(refusals)('%s', ([, text, refusal]) => {
    expect(find(text)).toMatchObject({ kind: 'refused', ...refusal });
  });

  test('a place counts from the beginning of the text, also if it is quoted or fenced', () => {
    const damaged = `On Monday, Bob wrote:\n> \`\`\`json\n> {"a": 1,\n>  "b": 2,}\n> \`\`\`\n`;
    expect(find(damaged)).toMatchObject({ code: 'not-json', place: `character ${damaged.indexOf('}') + 1}` });
  });
});

describe('a document without its beginning is refused as that', () => {
  const rows = [
    { id: 'f1', note: ['a'] },
    { id: 'f2', note: ['b'] },
    { id: 'f3', note: ['c'] },
  ];
  const whole = JSON.stringify({ version: '1.1', facts: rows, synced_at: '2026-03-01T10:00:00Z' });
  const starts = Array.from({ length: whole.length - 2 }, (_, index) => index + 1);

  test.for(starts)('up to character %i', (start) => {
    expect(find(whole.slice(start))).toMatchObject({
      kind: 'refused',
      code: 'beginning-missing',
      place: 'character 1',
    });
  });

  test('pretty, quoted and fenced', () => {
    const pretty = JSON.stringify(JSON.parse(whole), null, 2).slice(30);
    for (const text of [pretty, `> ${pretty.replaceAll('\n', '\n> ')}`, `${pretty}\n\`\`\`\n`]) {
      expect(find(text)).toMatchObject({ code: 'beginning-missing' });
    }
  });
});

describe('a whole document inside of a damaged one is not taken', () => {
  const inner = '{"from_peer_id":"eve","from_node":"eve","timestamp":1}';
  test.for<[string, string]>([
    ['behind a comma too many', `{"phase":"resonance_complete","match":true,,"sync_payload":${inner}}`],
    ['behind another key', `{'sync_payload':${inner}}`],
    ['in a list', `{"version":"1.1", oops "facts":[${inner},${inner}]}`],
    ['behind a missing value', `{"from_peer_id":"alice","from_node":"alice","timestamp":,${inner}`],
  ])('%s', ([, text]) => {
    expect(find(text)).toMatchObject({ kind: 'refused' });
  });
});
