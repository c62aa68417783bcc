import { describe, expect, test } from 'vitest';
import { atOnce } from '../../src/domain/steps.ts';
import { LEFT_OUT, leaveOutContext } from '../../src/wire/memory-context.ts';
import { splitText } from '../../src/wire/read-document.ts';
import { contextOf, FACTS_OF_CONTEXT, rpcLine } from '../data/gomcp/with-context.ts';
import status from '../data/gomcp-peer-status.json?raw';
import { cpuSecondsHere } from '../watch/cpu-time.ts';
import { dropIdOfJson, readingOf, refusalOf } from './reading.ts';

const DOCUMENT = JSON.stringify(JSON.parse(status), null, 2);
const quoted = (text: string) => `> ${text.replaceAll('\n', '\n> ')}`;

describe('the block is left out, whatever its facts hold', () => {
  const around: readonly (readonly [string, (text: string) => string])[] = [
    ['alone', (text) => text],
    ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['in MCP', (text) => JSON.stringify({ content: [{ type: 'text', text }] })],
    ['in a line of JSON-RPC', rpcLine],
    ['in a line of JSON-RPC, in a chat', (text) => `Bob: {ops} here:\n${rpcLine(text)}\n:-}`],
    ['in a chat', (text) => `Bob {ops}: this is what it says\n${text}\n\nIs that all? {or not}`],
    ['in a fence', (text) => `\`\`\`\n${text}\n\`\`\``],
    ['quoted', (text) => `On Monday, Bob wrote:\n${quoted(text)}\n`],
  ];
  const cases = FACTS_OF_CONTEXT.flatMap(([name, fact]) => around.map(([where, put]) => ({ name, where, fact, put })));

  test.for(cases)('$name, $where', async ({ fact, put }) => {
    const alone = await readingOf(DOCUMENT);
    expect(alone.contextLeftOut).toBe(false);
    const reading = await readingOf(put(DOCUMENT + contextOf('first', fact)));
    expect(reading).toEqual({ ...alone, contextLeftOut: true });
    expect(await dropIdOfJson(reading.json)).toBe(await dropIdOfJson(alone.json));
  });

  test('behind an error, and behind a document that is cut off', async () => {
    expect(await refusalOf(`Error: the mode is wrong${contextOf('{}')}`)).toMatchObject({ found: 'the mode is wrong' });
    expect(await refusalOf(DOCUMENT.slice(0, 60) + contextOf('{}'))).toMatchObject({ code: 'cut-off' });
  });

  test('a place behind it counts from the beginning of the text', async () => {
    const text = `${DOCUMENT}${contextOf('{}')}\nand {"b":2}`;
    expect(await refusalOf(text)).toMatchObject({ place: `character ${text.lastIndexOf('{') + 1}` });
  });
});

describe('several outputs, each with a block', () => {
  const other = '{"from_peer_id":"peer_bob","from_node":"bob","timestamp":1}';
  const [first, second] = [`${DOCUMENT}${contextOf('{}', '}')}`, `${other}${contextOf('[{"x":1}]')}`];

  test.for<[string, string]>([
    ['pasted below each other', `${first}\n\n${second}`],
    ['with a chat around them', `Alice: {one}\n${first}\nBob: {two}\n${second}\n:-)`],
  ])('%s, are split; each keeps its own', async ([, text]) => {
    expect(await refusalOf(text)).toMatchObject({ code: 'two-documents' });
    const parts = atOnce(splitText(text, 9)) ?? [];
    expect(parts).toEqual([first, second]);
    for (const part of parts) expect((await readingOf(part)).contextLeftOut).toBe(true);
  });
});

describe('nothing is left out', () => {
  test.for<[string, string]>([
    ['without a closing mark', `a\n\n---\n[MEMORY CONTEXT]\n• b`],
    ['without an opening mark', 'a\n[/MEMORY CONTEXT]'],
    ['without the separator line', 'a\n[MEMORY CONTEXT]\nb\n[/MEMORY CONTEXT]'],
    ['if a mark is not alone in its line', 'a\n---\nsee [MEMORY CONTEXT]\nb\n[/MEMORY CONTEXT]'],
    ['if the closing mark comes first', 'a\n[/MEMORY CONTEXT]\n---\n[MEMORY CONTEXT]\nb'],
    ['inside of a JSON text', JSON.stringify({ content: contextOf('a') })],
  ])('%s', ([, text]) => {
    expect(leaveOutContext(text)).toBe(text);
  });

  test('in a document that names the marks in a content', async () => {
    const text = DOCUMENT.replace(/"genome_hash": "\w+"/, `"genome_hash": ${JSON.stringify(contextOf('a'))}`);
    expect(await readingOf(text)).toMatchObject({ document: { genomeHash: contextOf('a') }, contextLeftOut: false });
  });

  test('out of the middle of a document: both sides do not become one', async () => {
    expect(await refusalOf(`{"self_id":"p",${contextOf('a')}\n"genome_hash":"h"}`)).toMatchObject({ kind: 'refused' });
  });
});

test('every other character keeps its place', () => {
  const text = `before${contextOf('a')}\nbetween${contextOf('b')} \nbehind`;
  const left = leaveOutContext(text);
  expect(left).toHaveLength(text.length);
  expect(left.replaceAll(LEFT_OUT, '')).toBe('before\n\n\nbetween\n\n\nbehind');
});

test('a text full of marks takes a time in proportion to its size', () => {
  const millisOf = (text: string) => {
    const start = cpuSecondsHere();
    leaveOutContext(text);
    return (cpuSecondsHere() - start) * 1000;
  };
  for (const line of ['\n---\n[MEMORY CONTEXT]', '\n[/MEMORY CONTEXT]', contextOf('{}'), ' > ', '\n> ', '\n---', '[']) {
    const text = `${line.repeat(Math.ceil(2_000_000 / line.length))}\n[/MEMORY CONTEXT] `;
    expect(millisOf(text), line).toBeLessThan(400);
  }
});
