/** Drops that a chat, a mail, an editor or a person changed on the way. The refusal names what happened. */
import handshake from '../data/gomcp-handshake-request.json?raw';
import { behind, COMPACT, character, type Drop, PAYLOAD, replaced } from './drop.ts';

/** Every quotation mark is replaced, by the opening and the closing one in turn. */
function curly(kind: string, opening: string, closing: string): Drop {
  let count = 0;
  return {
    name: `quotation marks changed: ${kind}`,
    make: () => handshake.replaceAll('"', () => (count++ % 2 === 0 ? opening : closing)),
    code: 'curly-quotes',
    place: 'character 2',
    found: opening[0] as string,
  };
}

export const CURLY: readonly Drop[] = [
  curly('English', '“', '”'),
  curly('German', '„', '“'),
  curly('Swedish', '”', '”'),
  curly('guillemets', '«', '»'),
  curly('guillemets with spaces', '«\u00a0', '\u00a0»'),
  curly('guillemets turned inwards', '»', '«'),
  curly('single', '‘', '’'),
  curly('low single', '‚', '‘'),
  curly('primes', '″', '″'),
  curly('full width', '＂', '＂'),
  {
    name: 'quotation marks changed: around one value',
    make: () => replaced('"sentinel-mcp"', '“sentinel-mcp”', handshake),
    code: 'curly-quotes',
    place: character(behind('"from_node":', handshake)),
    found: '“',
  },
  {
    name: 'quotation marks changed: in a row of a payload',
    make: () => replaced('"level"', '“level”'),
    code: 'curly-quotes',
    place: character(behind('"level"') - '"level"'.length),
    found: '“',
  },
];

const quotedBelow = `Thanks!\n${COMPACT}\n\nOn Monday, Bob wrote:\n`;

export const SEVERAL: readonly Drop[] = [
  { name: 'doubled', make: () => PAYLOAD + PAYLOAD, code: 'same-twice', place: character(PAYLOAD.length) },
  {
    name: 'doubled, with a line between',
    make: () => `${PAYLOAD}\n\n---\n${PAYLOAD}\n`,
    code: 'same-twice',
    place: character(PAYLOAD.length + 6),
  },
  {
    name: 'doubled, laid out differently',
    make: () => `${PAYLOAD}\n${COMPACT}`,
    code: 'same-twice',
    place: character(PAYLOAD.length + 1),
  },
  {
    name: 'doubled, the original quoted below the answer',
    make: () => `${quotedBelow}> ${PAYLOAD.replaceAll('\n', '\n> ')}\n`,
    code: 'same-twice',
    place: character(quotedBelow.length + 2),
  },
  {
    name: 'two different documents',
    make: () => `${handshake}\n${PAYLOAD}`,
    code: 'two-documents',
    place: character(handshake.length + 1),
  },
  {
    name: 'two documents, the second cut off',
    make: () => `${PAYLOAD}\n${PAYLOAD.slice(0, 4096)}`,
    code: 'two-documents',
    place: character(PAYLOAD.length + 1),
  },
  {
    name: 'two documents, a line each',
    make: () => `{"a":1}\n${COMPACT}\n`,
    code: 'two-documents',
    place: 'character 9',
  },
];

/** A line break after every 76 characters. */
const wrappedAt76 = (text: string, lineEnd: string) => text.replace(/.{76}(?=.)/gs, `$&${lineEnd}`);
/** A line break in place of a space, so that no line is longer than 76 characters, as mail programs do. */
const wrappedAtSpaces = PAYLOAD.replace(/(.{60,75}) /g, '$1\n');

export const WRAPPED: readonly Drop[] = [
  {
    name: 're-wrapped at 76 columns',
    make: () => wrappedAt76(COMPACT, '\n'),
    code: 'broken-lines',
    place: 'character 77',
  },
  {
    name: 're-wrapped at 76 columns, CRLF',
    make: () => wrappedAt76(COMPACT, '\r\n'),
    code: 'broken-lines',
    place: 'character 77',
  },
  {
    name: 're-wrapped at 76 columns and quoted',
    make: () => `> ${wrappedAt76(COMPACT, '\n> ')}`,
    code: 'broken-lines',
    place: 'character 79',
  },
  {
    name: 're-wrapped at spaces inside texts',
    make: () => wrappedAtSpaces,
    code: 'broken-lines',
    place: character(behind('Facts travel by hand: a person carries every payload from', wrappedAtSpaces)),
  },
  {
    name: 're-wrapped as quoted-printable',
    make: () => COMPACT.replaceAll('=', '=3D').replace(/.{75}(?=.)/gs, '$&=\r\n'),
    code: 'broken-lines',
    place: 'character 77',
  },
];

/** One place of the handshake is written in a way that JSON does not know. */
function written(name: string, mark: string, by: string, at: string, found: string, text = handshake): Drop {
  const damaged = replaced(mark, by, text);
  return {
    name,
    make: () => damaged,
    code: 'not-json',
    place: character(behind(at, damaged)),
    found,
  };
}

const TIMESTAMP = '"timestamp":1772000000';
const number = (name: string, by: string, at = '', found = `${by.slice(at.length)},"nonce":""}`.slice(0, 16)) =>
  written(name, TIMESTAMP, `"timestamp":${by}`, `"timestamp":${at}`, found);

export const OTHER_WRITING: readonly Drop[] = [
  written('single quotes', '{"from_peer_id"', "{'from_peer_id'", '{', "'from_peer_id':\""),
  {
    name: 'single quotes everywhere, an empty object inside',
    make: () => "{'self_id': 'p', 'by_trust': {}, 'genome_hash': 'h'}",
    code: 'not-json',
    place: 'character 2',
    found: "'self_id': 'p', ",
  },
  {
    name: 'keys lost their quotes',
    make: () => handshake.replace(/"(\w+)":/g, '$1:'),
    code: 'not-json',
    place: 'character 1',
    found: '{from_peer_id:"peer_5f3a9c0e7b1d24688ace',
  },
  {
    name: 'keys lost their quotes around a whole payload',
    make: () => `{phase: "resonance_complete", match: true, sync_payload: ${COMPACT}, trust: "VERIFIED"}`,
    code: 'not-json',
    place: 'character 1',
    found: '{phase: "resonance_complete", match: tru',
  },
  {
    name: 'keys lost their quotes, an empty object at the end',
    make: () => '{self_id: "p", genome_hash: "h", by_trust: {}}',
    code: 'not-json',
    place: 'character 1',
    found: '{self_id: "p", genome_hash: "h", by_trus',
  },
  written('a trailing comma', '"nonce":""}', '"nonce":"",}', '"nonce":"",', '}'),
  written(
    'a trailing comma in a list',
    '    }\n  ],',
    '    },\n  ],',
    '53.999999999+03:00"\n    },\n  ',
    '],\n  "incidents"',
    PAYLOAD,
  ),
  written('a missing comma', ',"nonce"', '"nonce"', '1772000000', '"nonce":""}'),
  written('a comment behind a comma', ',"nonce"', ', // once\n"nonce"', '1772000000, ', '// once\n"nonce":'),
  written(
    'a comment in a list',
    '"facts": [',
    '"facts": [ /* none yet */',
    '"facts": [ ',
    '/* none yet */\n ',
    PAYLOAD,
  ),
  number('NaN', 'NaN'),
  number('Infinity', 'Infinity'),
  number('minus Infinity', '-Infinity'),
  number('a hexadecimal number', '0x699e9400', '0'),
  number('an octal number', '0755', '0'),
  number('a number with a plus', '+1772000000'),
  number('a number without its first digit', '.5'),
  number('a number with underscores', '1_772_000_000', '1'),
  number('a number with commas', '1,772,000,000', '1,'),
  number('a number with a non-breaking space', '1\u00a0772\u00a0000\u00a0000', '1\u00a0'),
  number('a number with a dash for its sign', '–1772000000'),
  number('a zero-width space inside a number', '177\u200b2', '177\u200b'),
  number('a word of another language', 'None'),
  number('undefined', 'undefined'),
  written(
    'a capital letter in true',
    '"is_gene": true',
    '"is_gene": True',
    '"is_gene": ',
    'True,\n      "sou',
    PAYLOAD,
  ),
  written('rows left out by hand', '    },', '    },\n    ...', '    },\n    ', '...\n    {\n      ', PAYLOAD),
  written('a tab inside a text', 'sentinel-mcp', 'sentinel\tmcp', 'sentinel', '\tmcp","genome_ha'),
];
