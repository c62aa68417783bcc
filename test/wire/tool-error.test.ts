import { describe, expect, test } from 'vitest';
import request from '../data/gomcp-handshake-request.json?raw';
import { readingOf, refusalOf } from './reading.ts';

const NOT_TRUSTED = 'Error: peer ID is not trusted (handshake first)';
const MISMATCH = 'Error: genome hash mismatch: payload=38063b8cd2c9c644 local=ffffffffffffffff';
const mcp = (text: string, more = {}) => JSON.stringify({ content: [{ type: 'text', text }], isError: true, ...more });

describe('what GoMCP says of a call that failed', () => {
  test.for<[string, string, object]>([
    ['not trusted, at export', NOT_TRUSTED, { code: 'gomcp-not-trusted' }],
    ['not trusted, at import', 'Error: peer ID is not trusted', { code: 'gomcp-not-trusted' }],
    [
      'another genome',
      MISMATCH,
      { code: 'gomcp-other-genome', found: 'payload=38063b8cd2c9c644 local=ffffffffffffffff' },
    ],
    ['itself', 'Error: cannot handshake with self', { code: 'gomcp-error', found: 'cannot handshake with self' }],
    ['no hash', 'Error: peer_genome_hash is required', { code: 'gomcp-error', found: 'peer_genome_hash is required' }],
    ['no peer', 'Error: peer_id required for import', { code: 'gomcp-error' }],
    ['no payload', 'Error: payload_json required for import', { code: 'gomcp-error' }],
    ['a payload that was cut', 'Error: invalid payload: unexpected end of JSON input', { code: 'gomcp-error' }],
    [
      'a mode it does not know',
      "Error: mode must be 'export' or 'import'",
      { code: 'gomcp-error', found: "mode must be 'export' or 'import'" },
    ],
    ['a long one is cut', `Error: ${'x'.repeat(500)}`, { code: 'gomcp-error', found: 'x'.repeat(200) }],
    ['space around', `\ufeff\r\n  ${NOT_TRUSTED}\n\n`, { code: 'gomcp-not-trusted' }],
    ['a fence', `\`\`\`\n${NOT_TRUSTED}\n\`\`\``, { code: 'gomcp-not-trusted' }],
    ['a fence with a language', `\`\`\`text\n${MISMATCH}\n\`\`\``, { code: 'gomcp-other-genome' }],
    ['single backticks', `\`${NOT_TRUSTED}\``, { code: 'gomcp-not-trusted' }],
    ['quotation marks', `“${MISMATCH}”`, { code: 'gomcp-other-genome', found: /local=f{16}$/ }],
    ['a quoted line', `> ${MISMATCH}`, { code: 'gomcp-other-genome', found: /local=f{16}$/ }],
    ['a JSON text', JSON.stringify(MISMATCH), { code: 'gomcp-other-genome', found: /local=f{16}$/ }],
    ['MCP', mcp(NOT_TRUSTED), { code: 'gomcp-not-trusted' }],
    ['MCP that does not call it an error', mcp(NOT_TRUSTED, { isError: undefined }), { code: 'gomcp-not-trusted' }],
    ['MCP in JSON-RPC', `{"jsonrpc":"2.0","id":1,"result":${mcp(MISMATCH)}}`, { code: 'gomcp-other-genome' }],
    ['no backup', '{"status":"no backup found for peer_1"}', { code: 'gomcp-no-backup', found: 'peer_1' }],
    ['no backup, in MCP', mcp('{\n  "status": "no backup found for peer_1"\n}'), { code: 'gomcp-no-backup' }],
  ])('%s', async ([, text, expected]) => {
    const { found, ...rest } = expected as { found?: string | RegExp };
    const refusal = await refusalOf(text);
    expect(refusal).toMatchObject(rest);
    if (found !== undefined) expect(refusal.found).toMatch(found instanceof RegExp ? found : new RegExp(`^${found}$`));
  });
});

describe('what is none', () => {
  test.for<[string, string, string]>([
    ['an error further down', `Look what it says:\n${NOT_TRUSTED}`, 'not-json'],
    ['the word alone', 'Error', 'not-json'],
    ['nothing behind it', 'Error: ', 'not-json'],
    ['in other letters', 'error: peer ID is not trusted', 'not-json'],
    ['a document behind it that breaks off', `${NOT_TRUSTED}\n${request.slice(0, 100)}`, 'cut-off'],
    ['another status', '{"status":"no backup"}', 'unknown-kind'],
    ['a status that is no text', '{"status":{"no backup found for":1}}', 'unknown-kind'],
    ['an empty list of backups', '{"status":"no backup found for x","backups":3}', 'wrong-type'],
  ])('%s', async ([, text, code]) => {
    expect(await refusalOf(text)).toMatchObject({ code });
  });

  test('a document behind an error is read', async () => {
    expect((await readingOf(`${NOT_TRUSTED}\n${request}`)).document.kind).toBe('handshake_request');
  });

  test('spaces without end take no time', async () => {
    const start = performance.now();
    expect(await refusalOf(`Error: x${' '.repeat(1_000_000)}y`)).toMatchObject({ code: 'gomcp-error', found: 'x' });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
