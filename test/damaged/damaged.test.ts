/** Every drop of the corpus is refused or taken as it says, and in a fair time. */
import { describe, expect, test } from 'vitest';
import type { NodeDocument } from '../../src/domain/document.ts';
import type { Fact, Unknown } from '../../src/domain/fact.ts';
import { geneOf } from '../../src/domain/genome.ts';
import { LIMITS } from '../../src/domain/limits.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import { sortFacts } from '../../src/domain/sort-payload.ts';
import { atOnce } from '../../src/domain/steps.ts';
import { type Reading, readDocument } from '../../src/wire/read-document.ts';
import { unpack } from '../../src/wire/unpack.ts';
import genome from '../data/genome.json?raw';
import { NOTHING_HERE } from '../domain/a-fact.ts';
import { cpuSecondsHere } from '../watch/cpu-time.ts';
import { DROPS } from './corpus.ts';
import { type Drop, PAYLOAD, type PayloadJson, type RefusedDrop, type TakenDrop } from './drop.ts';

const RAW_PARSER = /unexpected|JSON\.parse|SyntaxError|at position|not valid JSON|in JSON at/i;
const REFUSED = DROPS.filter((drop) => 'code' in drop) as readonly RefusedDrop[];
const TAKEN = DROPS.filter((drop) => 'takes' in drop) as readonly TakenDrop[];

interface Timed {
  readonly reading: Reading | Refusal;
  readonly millis: number;
  /** Characters that were read, after unpacking. */
  readonly size: number;
}

/** Reads a drop as the inbox does: a pasted text is a text, a file is bytes. */
async function read(drop: ReturnType<Drop['make']>): Promise<Timed> {
  const start = cpuSecondsHere();
  const text = typeof drop === 'string' ? drop : await unpack(new Blob([drop]));
  const reading = isRefusal(text) ? text : await readDocument(text);
  const millis = (cpuSecondsHere() - start) * 1000;
  if (!isRefusal(text)) return { reading, millis, size: text.length };
  return { reading, millis, size: text.code === 'text-too-large' ? LIMITS.unpackedBytes : drop.length };
}

const LARGEST_MEASURED = 4 * 1024 * 1024;
const measured = new Map<number, number>();

/** What a good payload of at least `size` characters takes. It is measured once for each power of two, up to 4 MiB. */
async function fairMillis(size: number): Promise<number> {
  if (size > LARGEST_MEASURED) return (await fairMillis(LARGEST_MEASURED)) * (size / LARGEST_MEASURED);
  const round = 2 ** Math.ceil(Math.log2(Math.max(size, 1024)));
  const known = measured.get(round);
  if (known !== undefined) return known;
  const good = new TextEncoder().encode(goodPayload(round));
  const millis = Math.min((await read(good)).millis, (await read(good)).millis);
  measured.set(round, millis);
  return millis;
}

/** The real payload with its facts many times, each under an id of its own. */
function goodPayload(size: number): string {
  const payload = JSON.parse(PAYLOAD) as PayloadJson;
  const times = Math.ceil(size / PAYLOAD.length);
  const facts = Array.from({ length: times }, (_, time) =>
    payload.facts.map((row) => ({ ...row, id: `${row.id}${time}` })),
  );
  return JSON.stringify({ ...payload, facts: facts.flat() });
}

async function inFairTime(drop: Drop): Promise<Reading | Refusal> {
  const made = drop.make();
  const { reading, millis, size } = await read(made);
  expect(millis).toBeLessThan(Math.max(10 * (await fairMillis(size)), 250));
  return reading;
}

interface WithUnknown {
  readonly unknown?: Unknown;
}

/** A document without the unknown fields of itself and its facts, and the names of these fields. */
function apart(document: NodeDocument): { readonly known: unknown; readonly names: readonly string[] } {
  const { unknown, ...known } = document as WithUnknown & { readonly facts?: readonly Fact[] };
  const facts = (known.facts ?? []).map(({ unknown: _, ...fact }) => fact);
  const unknowns = [unknown, ...(known.facts ?? []).map((fact) => fact.unknown)];
  return { known: { ...known, facts }, names: unknowns.flatMap((rest) => Object.keys(rest ?? {})) };
}

async function understood(text: string): Promise<NodeDocument> {
  const reading = await readDocument(text);
  if (isRefusal(reading)) throw new Error(`the undamaged text is refused: ${JSON.stringify(reading)}`);
  return reading.document;
}

test('there are at least 60 drops, and no two have one name', () => {
  expect(DROPS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(DROPS.map(({ name }) => name)).size).toBe(DROPS.length);
});

describe('a drop is refused with its code and place', () => {
  test.for(REFUSED)('$name', async (drop) => {
    const { name: _, make: __, ...expected } = drop;
    const reading = await inFairTime(drop);
    expect(reading).toMatchObject({ kind: 'refused', ...expected });
    const { place, found = '', wanted = '' } = reading as Refusal;
    expect(place).toBe(drop.place);
    expect(`${place} ${found} ${wanted}`).not.toMatch(RAW_PARSER);
    expect(Math.max(found.length, wanted.length)).toBeLessThanOrEqual(80);
  });
});

describe('a drop is taken and means what it meant', () => {
  const genes = new Map((JSON.parse(genome).genes as { id: string; content: string }[]).map((gene) => [gene.id, gene]));
  const ours = new Map([...genes].map(([id, { content }]) => [id, geneOf(id, content, '')]));

  test.for(TAKEN)('$name', async (drop) => {
    const reading = await inFairTime(drop);
    if (isRefusal(reading)) throw new Error(`refused: ${JSON.stringify(reading)}`);
    expect(reading.document.kind).toBe(drop.takes);
    const before = apart(await understood(drop.means));
    const after = apart(reading.document);
    expect(after.known).toEqual(before.known);
    expect(after.names).toEqual(drop.unknown ?? before.names);
    expect({}).not.toHaveProperty('polluted');
    if (reading.document.kind !== 'sync_payload') return;
    const { refused } = atOnce(sortFacts(reading.document.facts, ours, NOTHING_HERE));
    expect(refused.map(({ refusal }) => refusal)).toMatchObject(drop.rows ?? []);
  });
});
