/** Drops without their end, beginning or middle. Messengers, clipboards and full disks do this. */
import handshake from '../data/gomcp-handshake-request.json?raw';
import { behind, bytesOf, COMPACT, character, type Drop, FACT, PAYLOAD, replaced } from './drop.ts';

/** `text` is cut off at its end. `open`: how many characters are missing at least. */
function cut(name: string, text: string, open: number, make: Drop['make'] = () => text): Drop {
  const { length } = text;
  return { name, make, code: 'cut-off', place: character(length), found: `${length}`, wanted: `${length + open}` };
}

function cutBehind(name: string, mark: string, open: number, text: string = PAYLOAD): Drop {
  return cut(name, text.slice(0, behind(mark, text)), open);
}

const escaped = replaced('факт', '\\u0444акт');
const half = PAYLOAD.slice(0, 4096);
const inText = PAYLOAD.slice(0, behind('Facts travel'));
const letter = PAYLOAD.slice(0, behind('один'));
const wrapped = (text: string) => JSON.stringify({ content: [{ type: 'text', text }] });
const outer = wrapped(PAYLOAD).slice(0, 4096);

export const ENDS_MISSING: readonly Drop[] = [
  cut('cut behind the first brace', '{', 1),
  cutBehind('cut inside a key', '"genome_ha', 2),
  cutBehind('cut behind a key', '"genome_hash"', 1),
  cutBehind('cut behind a colon', '"genome_hash":', 1),
  cutBehind('cut behind a space between tokens', '"genome_hash": ', 1),
  cutBehind('cut behind a comma', '"version": "1.1",', 1),
  cutBehind('cut behind the comma of a row', '    },', 2),
  cutBehind('cut behind a bracket', '"facts": [', 2),
  cutBehind('cut behind a row', '    }', 2),
  cutBehind('cut inside a text', 'Facts travel', 4),
  cutBehind('cut behind the mark of an escape', '\\', 4, PAYLOAD.slice(0, behind('\\') + 1)),
  cutBehind('cut inside an escape of a letter', '\\u04', 4, escaped),
  cutBehind('cut inside a number', '"timestamp":1772', 1, handshake),
  cutBehind('cut behind a sign', '"timestamp":-', 1, replaced('1772', '-1772', handshake)),
  cutBehind('cut behind a decimal point', '"timestamp":1772.', 1, replaced('1772', '1772.5', handshake)),
  cutBehind('cut inside a literal', '"is_gene": tr', 3),
  cut('cut before the last brace', PAYLOAD.slice(0, -1), 1),
  cut('cut after 4096 characters, as a messenger does', half, 4),
  cut('cut inside a letter of a file', letter.slice(0, -1), 4, () => bytesOf(letter).subarray(0, -1)),
  cut('cut inside a letter of a UTF-16 file', letter.slice(0, -1), 4, () =>
    bytesOf(`\ufeff${letter}`, 'utf16le').subarray(0, -1),
  ),
  {
    name: 'cut inside a text, in a closed fence',
    make: () => `\`\`\`json\n${inText}\n\`\`\`\n`,
    code: 'cut-off',
    place: character('```json\n'.length + inText.length),
    found: `${inText.length}`,
    wanted: `${inText.length + 4}`,
  },
  {
    name: 'cut between tokens, in a closed fence',
    make: () => `\`\`\`\n${PAYLOAD.slice(0, behind('"version": "1.1",'))}\`\`\``,
    code: 'cut-off',
    place: character('```\n'.length + behind('"version": "1.1",')),
    found: `${behind('"version": "1.1",')}`,
    wanted: `${behind('"version": "1.1",') + 1}`,
  },
  {
    name: 'cut inside a text, quoted',
    make: () => `> ${inText.replaceAll('\n', '\n> ')}`,
    code: 'cut-off',
    place: character(inText.replaceAll('\n', '\n> ').length + 2),
    found: `${inText.replaceAll('\n', '\n> ').length}`,
    wanted: `${inText.replaceAll('\n', '\n> ').length + 4}`,
  },
  {
    name: 'cut behind chat text, dots put there by the messenger',
    make: () => `Alice: here it is ${inText}…`,
    code: 'cut-off',
    place: character('Alice: here it is '.length + inText.length + 1),
    found: `${inText.length + 1}`,
    wanted: `${inText.length + 5}`,
  },
  {
    name: 'MCP wrapping, the inner text cut',
    make: () => wrapped(half),
    code: 'cut-off',
    place: '/content character 4097',
    found: '4096',
    wanted: '4100',
  },
  cut('MCP wrapping, itself cut', outer, 4),
];

function beginningMissing(name: string, text: string): Drop {
  return { name, make: () => text, code: 'beginning-missing', place: 'character 1' };
}

export const BEGINNINGS_MISSING: readonly Drop[] = [
  beginningMissing('beginning missing up to inside a key', PAYLOAD.slice(behind('"from_pe'))),
  beginningMissing('beginning missing up to behind the first brace', PAYLOAD.slice(1)),
  beginningMissing('beginning missing up to inside a content', PAYLOAD.slice(behind('Facts travel'))),
  beginningMissing('beginning missing up to between two rows', PAYLOAD.slice(behind('    },'))),
  beginningMissing('beginning missing up to the first row', PAYLOAD.slice(behind('"facts": '))),
  beginningMissing('beginning missing, 4096 characters of it', PAYLOAD.slice(4096)),
  beginningMissing('beginning missing, only the last lines are there', PAYLOAD.slice(-60)),
  beginningMissing('beginning missing, only what closes is there', '    }\n  ]\n}'),
  beginningMissing('beginning missing, compact', COMPACT.slice(5000)),
  beginningMissing('beginning missing, quoted', `> ${PAYLOAD.slice(4096).replaceAll('\n', '\n> ')}`),
  beginningMissing('the second half before the first', `${PAYLOAD.slice(behind('    },'))}\n${half}`),
];

const lines = PAYLOAD.split('\n');
const rowStarts = [...lines.keys()].filter((index) => lines[index] === '    {');
const from = (rowStarts[FACT] as number) + 2;
const to = rowStarts[FACT + 3] as number;
const before = lines.slice(0, from).join('\n').length + 1;

export const MIDDLES_MISSING: readonly Drop[] = [
  {
    name: 'middle missing, from inside one row up to another',
    make: () => lines.toSpliced(from, to - from).join('\n'),
    code: 'not-json',
    place: character(before + 4),
    found: '{\n      "id": "7',
  },
  {
    name: 'middle missing, from behind a row up to the end of the list',
    make: () => {
      const end = lines.indexOf('  ],');
      return lines.toSpliced(to, end - to).join('\n');
    },
    code: 'not-json',
    place: character(lines.slice(0, to).join('\n').length + 3),
    found: '],\n  "incidents"',
  },
  {
    name: 'middle missing, from inside a text up to a new line',
    make: () => inText + PAYLOAD.slice(PAYLOAD.indexOf('\n', inText.length)),
    code: 'broken-lines',
    place: character(inText.length),
  },
  {
    name: 'two messages, split inside a text',
    make: () => `${inText}\n[12:04] Alice: ${PAYLOAD.slice(inText.length)}`,
    code: 'broken-lines',
    place: character(inText.length),
  },
  {
    name: 'two messages, split between tokens, the name of the sender between',
    make: () => `${PAYLOAD.slice(0, behind('    },'))}\nAlice 12:04\n${PAYLOAD.slice(behind('    },'))}`,
    code: 'not-json',
    place: character(behind('    },') + 1),
    found: 'Alice 12:04\n\n   ',
  },
];
