/** Drops that look damaged and are not: they are taken, and mean the same to the letter. */
import { gzipSync } from 'node:zlib';
import resonance from '../data/gomcp-resonance.json?raw';
import { bytesOf, COMPACT, type Drop, edited, PAYLOAD, withFact } from './drop.ts';

function taken(name: string, make: Drop['make'], means: string = PAYLOAD): Drop {
  return { name, make, takes: 'sync_payload', means };
}

/** Other spaces between tokens. In the pretty text no line break is inside a text. */
const between = (space: string) => PAYLOAD.replace(/\n */g, space);
const quoted = (text: string, mark: string) => mark + text.replaceAll('\n', `\n${mark}`);
const strange = withFact({ content: 'a\u200bb \u00a0c\u2060 \ufeffd\u00ad > “e” «f» – — {g} ```\u2028' });

const MAIL = `Return-Path: <alice@example.org>
Message-ID: <20260301.1@example.org>
Subject: =?UTF-8?B?0L/QvtGB0YvQu9C60LA=?= {payload} [1/1]
Content-Type: text/plain; charset="utf-8"; format=flowed

Bob, here is "everything new":

${PAYLOAD}

-- 
Alice {ops} [on call]
`;

export const TOLERATED: readonly Drop[] = [
  taken('two byte order marks', () => `\ufeff\ufeff${PAYLOAD}`),
  taken('two byte order marks in a file', () => bytesOf(`\ufeff\ufeff${PAYLOAD}`)),
  taken('UTF-16 with its mark', () => bytesOf(`\ufeff${PAYLOAD}`, 'utf16le')),
  taken('zero-width spaces between tokens', () => between('\u200b\u200c\u200d\u2060')),
  taken('non-breaking spaces between tokens', () => between('\u00a0\u202f')),
  taken('strange spaces and signs inside texts are kept', () => strange, strange),
  taken(
    'strange spaces between tokens, others inside texts',
    () => strange.replace(/\n */g, '\u200b\n\u00a0'),
    strange,
  ),
  taken('tabs', () => between('\n\t\t')),
  taken('CRLF', () => between('\r\n')),
  taken('CR only', () => between('\r')),
  taken('CR only and quoted', () => `> ${between('\r> ')}`),
  taken('lines wrapped between tokens', () => COMPACT.replace(/,"(?=\w+":)/g, ',\r\n"')),
  taken('quoted twice', () => quoted(PAYLOAD, '> > ')),
  taken('quoted twice, without blanks, CRLF', () => quoted(PAYLOAD, '>>').replaceAll('\n', '\r\n')),
  taken('in a fence with a language', () => `\`\`\`json\n${PAYLOAD}\n\`\`\`\n`),
  taken('in a fence inside a quotation', () => quoted(`Alice wrote:\n\`\`\`json\n${PAYLOAD}\n\`\`\`\nBob`, '> ')),
  taken('in a mail with headers', () => MAIL),
  taken('in a mail with headers, forwarded', () => `FYI\n\n${quoted(MAIL, '> ')}`),
  taken('in a chat with braces', () => `[12:04] Alice {ops}: it’s "this" [1]\n${COMPACT}\n[12:05] Bob: {thanks} :-}`),
  taken('a JS assignment', () => `const payload = ${PAYLOAD};\nexport default payload;\n`),
  taken('a comment before it', () => `// made by hand\n/* on Monday */\n${PAYLOAD}`),
  taken('MCP wrapping', () => JSON.stringify({ content: [{ type: 'text', text: PAYLOAD }] }, null, 2)),
  taken('MCP wrapping in a JSON-RPC result, in a fence, quoted', () =>
    quoted(
      `\`\`\`\n${JSON.stringify({ jsonrpc: '2.0', id: 1, result: { content: [{ text: PAYLOAD }] } })}\n\`\`\``,
      '> ',
    ),
  ),
  {
    name: 'MCP wrapping of a tool, its text quoted',
    make: () => JSON.stringify({ content: [{ type: 'text', text: quoted(resonance, '> ') }] }),
    takes: 'tool_force_resonance_handshake',
    means: resonance,
  },
  taken('gzip', () => bytesOf(gzipSync(PAYLOAD))),
  taken('gzip of a mail in UTF-16', () => bytesOf(gzipSync(bytesOf(`\ufeff${MAIL}`, 'utf16le')))),
  taken('no version', () => edited((payload) => Object.assign(payload, { version: null })), withoutVersion()),
  taken('every letter escaped', () => COMPACT.replace(/[^\0-\x7f]/g, escaped)),
];

function withoutVersion(): string {
  return PAYLOAD.replace(/ {2}"version": "1.1",\n/, '');
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
