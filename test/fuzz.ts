/**
 * `npm run fuzz -- COUNT SEED` reads COUNT texts (20,000) made of wrappers in wrappers, several documents, context of
 * GoMCP and chat around them, as the page does: each part of a text is read like a text of its own. It prints how long
 * texts of each size took, and exits with 1 if one does not end, or not in a time in proportion to its size.
 */
import fc from 'fast-check';
import { isRefusal, refuse } from '../src/domain/refusal.ts';
import { atOnce } from '../src/domain/steps.ts';
import { EMPTY_INBOX, type InboxEvent, type InboxState, inboxAfter } from '../src/ui/screens/exchange/inbox.ts';
import { readDocument, splitText } from '../src/wire/read-document.ts';
import { listedGenes } from './data/gomcp/listed-genes.ts';
import { contextOf, FACTS_OF_CONTEXT, rpcLine } from './data/gomcp/with-context.ts';
import { cpuSecondsHere } from './watch/cpu-time.ts';

const LARGEST = 1024 * 1024;
/** A text of no size may take so long, and each 1,024 characters so much longer. A good payload takes less than 0.1. */
const MOST_MILLIS = 60;
const MOST_MILLIS_OF_KI = 2;
/** Every character is read once for each level of wrappers, and again to be split. */
const MOST_READINGS_OF_CHARACTER = 40;

const FACTS = FACTS_OF_CONTEXT.map(([, fact]) => fact);
const row = { id: 'f', content: contextOf('in a content {}'), level: 1, created_at: '2026-03-01T10:00:00Z' };
const DOCUMENTS = [
  { self_id: 'peer_1', node_name: 'one', genome_hash: 'h' },
  { from_peer_id: 'peer_2', from_node: 'two {}', timestamp: 2 },
  { from_peer_id: 'peer_3', genome_hash: 'h', facts: [row, row], synced_at: '2026-03-01T10:00:00Z' },
  { a: { b: [{ c: '}' }] } },
  {},
  [{ x: 1 }],
  listedGenes([{ id: 'g', content: 'c' }]),
  { content: [{ type: 'text' }] },
].flatMap((value) => [JSON.stringify(value), JSON.stringify(value, null, 2)]);
const DAMAGED = DOCUMENTS.flatMap((text) => [text.slice(0, -1), text.slice(1), text.replaceAll('"', '“'), `${text},`]);
const CHAT = [
  ...['', ' ', '\n', ', ', 'Bob {ops}: ', ' :-} ', '```json\n', '\n```\n', '> ', '{', '}', '[{', '"', '\\', '“'],
  ...['\n\n---\n', '\n[MEMORY CONTEXT]\n', '\n---\n[MEMORY CONTEXT]\n', '\n[/MEMORY CONTEXT]\n', 'Error: no peer\n'],
  ...['{"content":[{"text":"', '"}]}', '\u00a0', '\ufeff', '\u001a', 'see {"x" y} '],
];

const wrappers: readonly ((text: string) => string)[] = [
  (text) => rpcLine(text),
  (text) => rpcLine(text + contextOf(text)),
  (text) => JSON.stringify({ content: [{ type: 'text', text }] }),
  (text) => JSON.stringify({ content: [{ type: 'text', text }, null, { text }] }, null, 2),
  (text) => JSON.stringify(text),
  (text) => `\`\`\`json\n${text}\n\`\`\``,
  (text) => `> ${text.replaceAll('\n', '\n> ')}`,
  (text) => text + contextOf('{}', text),
  (text) => text.slice(0, text.length / 2),
];

const { text: anyText } = fc.letrec<{ text: string; part: string }>((tie) => ({
  text: fc
    .tuple(fc.array(tie('part'), { minLength: 1, maxLength: 5 }), fc.constantFrom('', '\n', ' and '))
    .map(([parts, between]) => parts.join(between)),
  part: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    { weight: 3, arbitrary: fc.constantFrom(...DOCUMENTS) },
    { weight: 1, arbitrary: fc.constantFrom(...DAMAGED) },
    { weight: 2, arbitrary: fc.constantFrom(...CHAT) },
    { weight: 2, arbitrary: fc.array(fc.constantFrom(...FACTS), { maxLength: 3 }).map((all) => contextOf(...all)) },
    { weight: 5, arbitrary: fc.tuple(tie('text'), fc.constantFrom(...wrappers)).map(([text, wrap]) => wrap(text)) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('text'), fc.constantFrom(2, 3, 50, 150), fc.constantFrom('', '\n'))
        .map(([text, times, between]) => (text + between).repeat(text.length * times > LARGEST ? 1 : times)),
    },
  ),
}));

interface Told {
  readonly size: number;
  readonly millis: number;
  readonly readings: number;
  /** Characters of all that was read. */
  readonly read: number;
}

/** Reads a text and all its parts, as the page does if the person goes on after each. */
async function readWhole(text: string): Promise<Told> {
  let state: InboxState = EMPTY_INBOX;
  const send = (event: InboxEvent) => {
    ({ state } = inboxAfter(state, event));
  };
  let [readings, read] = [0, 0];
  const most = MOST_READINGS_OF_CHARACTER * (text.length + 100);
  const start = cpuSecondsHere();
  send({ kind: 'text-reading-began', text });
  while (state.reading !== null && read < most) {
    const whole = typeof state.reading === 'string' ? state.reading : await state.reading.input.text();
    readings++;
    read += whole.length;
    const reading = await readDocument(whole);
    const parts = isRefusal(reading) && reading.code === 'two-documents' ? atOnce(splitText(whole, 100)) : null;
    if (parts) send({ kind: 'reading-split', parts: parts.map((part) => ({ name: '', input: new Blob([part]) })) });
    else send({ kind: 'reading-ended', result: refuse('not-json') });
    send({ kind: 'next-reading-began' });
  }
  if (read >= most) throw new Error(`does not end: ${JSON.stringify(text.slice(0, 2000))}`);
  return { size: text.length, millis: (cpuSecondsHere() - start) * 1000, readings, read };
}

/** Texts that are made at once: 20,000 together would fill the memory. */
const BATCH = 100;
const [count = '20000', seed = '20261130'] = process.argv.slice(2);
const told: Told[] = [];
for (let batch = 0; batch * BATCH < Number(count); batch++) {
  for (const sample of fc.sample(anyText, { numRuns: BATCH, seed: Number(seed) + batch })) {
    const text = sample.slice(0, LARGEST);
    const one = await readWhole(text);
    told.push(one);
    if (one.millis <= MOST_MILLIS + (MOST_MILLIS_OF_KI * one.size) / 1024) continue;
    console.log(`FAIL ${one.size} characters took ${one.millis.toFixed()} ms: ${JSON.stringify(text.slice(0, 2000))}`);
    process.exitCode = 1;
  }
}
const mostReadings = Math.max(...told.map(({ readings }) => readings));
const split = told.filter(({ readings }) => readings > 1).length;
console.log(
  `${told.length} texts, seed ${seed}: each ended, after ${mostReadings} readings at most; ${split} were split`,
);
for (let from = 0, to = 256; from <= LARGEST; from = to, to *= 4) {
  const some = told.filter(({ size }) => size >= from && size < to);
  if (some.length === 0) continue;
  const perKi = some.map(({ size, millis }) => (millis * 1024) / (size + 1)).sort((a, b) => a - b);
  const figures = [
    `${some.length} texts`,
    `${(perKi[perKi.length >> 1] ?? 0).toFixed(3)} ms for 1,024 characters`,
    `longest ${Math.max(...some.map(({ millis }) => millis)).toFixed()} ms`,
    `each character read at most ${Math.max(...some.map(({ read, size }) => read / (size + 1))).toFixed(1)} times`,
  ];
  console.log(`${from} to ${to}: ${figures.join(', ')}`);
}
