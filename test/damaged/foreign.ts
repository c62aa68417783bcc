/** Drops that are not a document of ours: other files, other texts, other JSON. */
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../src/domain/limits.ts';
import { bytesOf, COMPACT, type Drop, PAYLOAD } from './drop.ts';

const START = 'character 1';
const latin1 = (text: string) => () => bytesOf(text, 'latin1');
const packed = () => bytesOf(gzipSync(PAYLOAD));

/** A gzip file may have many members. This one unpacks to more than the limit, from a thousandth of that. */
function bomb(): Uint8Array<ArrayBuffer> {
  const step = 16 * 1024 * 1024;
  const member = gzipSync(Buffer.alloc(step, ' '));
  return bytesOf(Buffer.concat(Array.from({ length: LIMITS.unpackedBytes / step + 1 }, () => member)));
}

export const FILES: readonly Drop[] = [
  { name: 'a PNG', make: latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0'), code: 'binary', found: 'PNG' },
  { name: 'a JPEG', make: latin1('\xff\xd8\xff\xe0\0\x10JFIF\0\x01'), code: 'binary', found: 'JPEG' },
  { name: 'a ZIP', make: latin1('PK\x03\x04\x14\0\0\0\b\0payload.json'), code: 'binary', found: 'ZIP' },
  {
    name: 'a PDF',
    make: latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>'),
    code: 'binary',
    found: 'PDF',
  },
  { name: 'a PDF of letters alone', make: latin1('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'), code: 'binary', found: 'PDF' },
  {
    name: 'a PNG inside gzip',
    make: () => bytesOf(gzipSync(Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'))),
    code: 'binary',
    found: 'PNG',
  },
  { name: 'a program', make: latin1('\x7fELF\x02\x01\x01\0\0\0'), code: 'binary' },
  {
    name: 'UTF-16 without its mark',
    make: () => bytesOf(PAYLOAD, 'utf16le'),
    code: 'binary',
    found: 'UTF-16 without BOM',
  },
  {
    name: 'UTF-16 without its mark, high byte first',
    make: () => bytesOf(Buffer.from(PAYLOAD, 'utf16le').swap16()),
    code: 'binary',
    found: 'UTF-16 without BOM',
  },
  { name: 'Latin 1', make: latin1('{"from_node":"caf\xe9"}'), code: 'bad-encoding' },
  { name: 'a surrogate in UTF-8', make: latin1('{"a":"\xed\xa0\x80"}'), code: 'bad-encoding' },
  { name: 'gzip cut', make: () => packed().slice(0, 4096), code: 'bad-gzip' },
  { name: 'gzip cut before its sum', make: () => packed().slice(0, -8), code: 'bad-gzip' },
  { name: 'gzip, only its head', make: () => packed().slice(0, 10), code: 'bad-gzip', found: '0' },
  {
    name: 'gzip with garbage behind',
    make: () => bytesOf(Buffer.concat([packed(), Buffer.from('garbage')])),
    code: 'bad-gzip',
  },
  {
    name: 'gzip with a changed byte',
    make: () => packed().map((byte, at) => (at === 4000 ? byte ^ 0xff : byte)),
    code: 'bad-gzip',
  },
  { name: 'a gzip bomb, 1000:1', make: bomb, code: 'text-too-large', wanted: `${LIMITS.unpackedBytes}` },
  { name: 'an empty file', make: () => new Uint8Array(0), code: 'empty' },
  { name: 'a byte order mark alone', make: () => '\ufeff', code: 'empty' },
  { name: 'spaces of all kinds', make: () => ' \u00a0\r\n\t\u3000', code: 'empty' },
];

const page = (body: string) => () =>
  `<!DOCTYPE html>\n<html><head><title>Synapse</title></head><body>${body}</body></html>\n`;
const PAGE = { code: 'not-json', place: START, found: '<!DOCTYPE html>' } as const;
const text = (name: string, make: Drop['make'], found: string): Drop => ({
  name,
  make,
  code: 'not-json',
  place: START,
  found,
});

export const TEXTS: readonly Drop[] = [
  { name: 'an HTML page', make: page('<p>404 Not Found</p>'), ...PAGE },
  { name: 'an HTML page with a program', make: page('<script>const f = () => {}; g({}, {"a": 1});</script>'), ...PAGE },
  { name: 'an HTML page that shows a payload', make: page(`<pre>${COMPACT}</pre>`), ...PAGE },
  {
    name: 'an HTML page that shows a payload in its own signs',
    make: page(`<pre>${COMPACT.replaceAll('"', '&quot;')}</pre>`),
    ...PAGE,
  },
  text('XML', () => '<?xml version="1.0"?>\n<fact id="f1"/>', '<?xml version="'),
  text(
    'signs of HTML for the quotation marks',
    () => COMPACT.replaceAll('"', '&quot;'),
    '{&quot;version&quot;:&quot;1.1&quot;,&qu',
  ),
  text('CSV', () => 'id,content,level\nf1,"a, b",1\nf2,"c ""d""",0\n', 'id,content,level\nf1,"a, b",1\nf2,"c ""d""'),
  text(
    'YAML',
    () => 'version: "1.1"\nfrom_peer_id: p\nfacts:\n  - id: f1\n',
    'version: "1.1"\nfrom_peer_id: p\nfacts:',
  ),
  text(
    'base64 of a payload',
    () => Buffer.from(COMPACT).toString('base64'),
    'eyJ2ZXJzaW9uIjoiMS4xIiwiZnJvbV9wZWVyX2lk',
  ),
  text('a percent-encoded payload', () => encodeURIComponent(COMPACT), '%7B%22version%22%3A%221.1%22%2C%22from_p'),
  text(
    'a payload with every quotation mark escaped',
    () => COMPACT.replaceAll('"', '\\"'),
    '{\\"version\\":\\"1.1\\",\\"from_peer_id\\":\\"',
  ),
  text('a greeting', () => 'Hi Bob, did my payload arrive?', 'Hi Bob, did my payload arrive?'),
  text('the name of a file', () => 'payload-2026-03-01.json', 'payload-2026-03-01.json'),
  text('a lone opening of a fence', () => '```json', '```json'),
];

const wrong = (name: string, json: string, found: string): Drop => ({
  name,
  make: () => json,
  code: 'wrong-type',
  place: '',
  found,
  wanted: 'object',
});
const unknown = (name: string, json: string, found: string): Drop => ({
  name,
  make: () => json,
  code: 'unknown-kind',
  place: '',
  found,
});

export const OTHER_JSON: readonly Drop[] = [
  unknown('an empty object', '{}', ''),
  unknown('a package of another program', '{"name":"x","version":"1.0.0"}', 'name, version'),
  {
    name: 'a JSON-RPC error',
    make: () => '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"x"}}',
    code: 'gomcp-rpc-error',
    found: 'x (-32000)',
  },
  unknown('a refusal of ours', '{"kind":"refused","code":"empty"}', 'kind'),
  wrong('an empty array', '[]', 'list'),
  wrong('a list of payloads', `[${COMPACT}]`, 'list'),
  wrong('a number', '42', 'number'),
  wrong('null', 'null', 'null'),
  wrong('true', 'true', 'true or false'),
  wrong('a payload inside a JSON text', JSON.stringify(COMPACT), 'text'),
  {
    name: 'MCP wrapping of an error',
    make: () => '{"content":[{"type":"text","text":"peer not found"}],"isError":true}',
    code: 'not-json',
    place: '/content character 1',
    found: 'peer not found',
  },
  {
    name: 'MCP wrapping of nothing',
    make: () => '{"jsonrpc":"2.0","id":1,"result":{"content":[]}}',
    code: 'empty',
    place: '/content',
  },
  {
    name: 'a genome without its hash and without genes',
    make: () => '{"genes":[]}',
    code: 'missing-field',
    place: '/genes',
    found: 'genes',
  },
  {
    name: 'a list of a gene and a fact',
    make: () => '[{"id":"g","content":"c","is_gene":true},{"id":"f","content":"c","is_gene":false}]',
    code: 'not-only-genes',
    place: '/1',
  },
  wrong('a list of facts', '[{"id":"f","content":"c","level":1,"is_gene":false}]', 'list'),
];
