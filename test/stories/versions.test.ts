/** Other versions of a fact: chosen in previews or by hand, brought by several drops, undone in any order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import type { BucketName, Chosen, RowChoice, WhichRows } from '../../src/peer-api.ts';
import { canonicalHash } from '../../src/wire/canonical.ts';
import threatActors from '../data/threat-actors.json?raw';
import { undoInOrder } from './support/any-order.ts';
import { contentOf } from './support/content-of.ts';
import { openTrustingGomcp } from './support/gomcp.ts';
import { closeAll, type TestNode, taken } from './support/open-node.ts';
import { conflictRows, factRows } from './support/rows.ts';
import { wireFact } from './support/unsigned.ts';

const EVERY_ROW: WhichRows = { search: '' };
const PAYLOAD = JSON.parse(threatActors);

let dropCount = 0;

/** A payload with these facts from the GoMCP node. Its time differs from call to call, so each is another drop. */
function drop(...facts: readonly object[]): string {
  dropCount++;
  const syncedAt = new Date(Date.UTC(2026, 1, 1) + dropCount * 1000).toISOString();
  return JSON.stringify({ ...PAYLOAD, facts, incidents: [], synced_at: syncedAt });
}

/** A node that has taken in the fact x with the content A. */
async function withA(): Promise<TestNode> {
  const node = await openTrustingGomcp();
  await take(node, drop(wireFact('x', 'A')));
  return node;
}

/** Reads a drop, chooses what to do with rows of it, and accepts. The answer is its drop id. */
async function take(
  node: TestNode,
  text: string,
  ...choices: readonly (readonly [BucketName, WhichRows, RowChoice])[]
): Promise<string> {
  node.clock.advance(1000);
  const preview = await node.preview(text);
  for (const choice of choices) taken<Chosen>(await node.api.chooseRows(preview.id, ...choice));
  await node.api.accept(preview.id);
  return preview.dropId;
}

/** The id of the variant that keeps the content B of the fact x. */
const VARIANT = canonicalHash(['x', 'B']).slice(0, 32);

/** The facts as `id:content`, sorted; V stands for the id of the variant. */
async function factsOf(node: TestNode): Promise<readonly string[]> {
  const rows = (await factRows(node)).filter((row) => !row.fact.isGene);
  return rows.map(({ fact }) => `${fact.id === VARIANT ? 'V' : fact.id}:${fact.content}`).sort();
}

/** The contents of the versions that wait for a choice. */
async function waitingVersions(node: TestNode): Promise<readonly string[]> {
  return (await conflictRows(node)).map((row) => row.theirs.fact.content);
}

test('a version that is twice in one payload is one conflict and takes one choice', async () => {
  const node = await withA();
  const before = await contentOf(node);
  const id = await take(node, drop(wireFact('x', 'B'), wireFact('x', 'B')), ['conflicts', EVERY_ROW, 'theirs']);
  expect([await factsOf(node), await waitingVersions(node)]).toEqual([['x:B'], []]);
  await node.api.undoImport(id);
  expect(await contentOf(node)).toBe(before);
  await node.close();
});

test.for<[RowChoice, readonly string[]]>([
  ['theirs', ['x:B', 'y:Y']],
  ['both', ['V:B', 'x:A', 'y:Y']],
])(
  'a version of one drop, chosen (%s) in the preview of another, is undone in any order',
  async ([choice, decided]) => {
    const node = await withA();
    const zero = await contentOf(node);
    const one = await take(node, drop(wireFact('x', 'B')));
    const withConflict = await contentOf(node);
    const second = drop(wireFact('x', 'B'), wireFact('y', 'Y'));
    const two = await take(node, second, ['conflicts', EVERY_ROW, choice]);
    expect([await factsOf(node), await waitingVersions(node)]).toEqual([decided, []]);
    await node.api.undoImport(two);
    expect(await contentOf(node)).toBe(withConflict);
    await node.api.undoImport(one);
    expect(await contentOf(node)).toBe(zero);

    await take(node, drop(wireFact('x', 'B')));
    const again = await take(node, second, ['conflicts', EVERY_ROW, choice]);
    await node.api.undoImport(one);
    expect([await factsOf(node), await waitingVersions(node)]).toEqual([decided, []]);
    await node.api.undoImport(again);
    expect(await waitingVersions(node)).toEqual(['B']);
    await node.close();
  },
);

test('a version chosen by hand stays while any drop that brought it is not undone', async () => {
  const node = await withA();
  const zero = await factsOf(node);
  const one = await take(node, drop(wireFact('x', 'B')));
  const [row] = await conflictRows(node);
  await node.api.resolveConflict(row?.key ?? '', 'theirs');
  const two = await take(node, drop(wireFact('x', 'B'), wireFact('y', 'Y')));
  await node.api.undoImport(one);
  expect(await factsOf(node)).toEqual(['x:B', 'y:Y']);
  await node.api.undoImport(two);
  expect([await factsOf(node), await waitingVersions(node)]).toEqual([zero, []]);
  await node.close();
});

test('a fact whose import was undone does not come back if what replaced it is undone', async () => {
  const node = await openTrustingGomcp();
  const zero = await take(node, drop(wireFact('x', 'A')));
  const one = await take(node, drop(wireFact('x', 'B')), ['conflicts', EVERY_ROW, 'theirs']);
  await node.api.undoImport(zero);
  expect(await factsOf(node)).toEqual(['x:B']);
  await node.api.undoImport(one);
  expect(await factsOf(node)).toEqual([]);
  await node.close();
});

test('the same words with another time are the same version', async () => {
  const node = await withA();
  await take(node, drop(wireFact('x', 'B')));
  const later = drop(wireFact('x', 'B', { created_at: '2026-02-02T00:00:00Z' }));
  const two = await take(node, later, ['conflicts', EVERY_ROW, 'both']);
  expect([await factsOf(node), await waitingVersions(node)]).toEqual([['V:B', 'x:A'], []]);
  await node.api.undoImport(two);
  expect([await factsOf(node), await waitingVersions(node)]).toEqual([['x:A'], ['B']]);
  await node.close();
});

test('a variant that the payload holds as a fact too is stored once, in every tab', async () => {
  const node = await withA();
  await take(node, drop(wireFact('x', 'B'), wireFact(VARIANT, 'B')), ['conflicts', EVERY_ROW, 'both']);
  expect(await factsOf(node)).toEqual(['V:B', 'x:A']);
  const tab = await node.secondTab();
  expect(tab.snapshot.counts).toEqual(node.snapshot.counts);
  await closeAll(node, tab);
});

test('"theirs" replaces only what the person saw: if ours has changed since, both are kept', async () => {
  const node = await withA();
  const preview = await node.preview(drop(wireFact('x', 'B')));
  await node.api.chooseRows(preview.id, 'conflicts', EVERY_ROW, 'theirs');
  const tab = await node.secondTab();
  await tab.api.editFact('x', { content: 'A, said better', level: 1, domain: '', module: '' });
  expect(outcomeOf(await node.api.accept(preview.id))).toMatchObject({ counts: { conflicts: 1, theirs: 0 } });
  expect([await factsOf(node), await waitingVersions(node)]).toEqual([['x:A, said better'], ['B']]);
  await closeAll(node, tab);
});

test('if every drop is undone, in any order, all is as it was, whatever was chosen', async () => {
  const row = fc.record({
    id: fc.constantFrom('x', 'y', 'z'),
    content: fc.constantFrom('A', 'B', 'C'),
    choice: fc.constantFrom<RowChoice>('take', 'theirs', 'both', 'leave'),
  });
  const drops = fc.array(
    fc.uniqueArray(row, { selector: ({ id, content }) => id + content, minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  await fc.assert(
    fc.asyncProperty(drops, fc.infiniteStream(fc.nat()), async (brought, order) => {
      const node = await openTrustingGomcp();
      await take(node, drop(wireFact('x', 'A'), wireFact('y', 'A')));
      const before = [await factsOf(node), await waitingVersions(node)];
      const dropIds: string[] = [];
      for (const rows of brought) {
        const text = drop(...rows.map(({ id, content }) => wireFact(id, content)));
        const { conflicts } = (await node.previewPayload(text)).facts ?? {};
        const chosen = rows.slice(0, conflicts ?? 0).map(({ choice }, index) => {
          return ['conflicts', { indices: [index] }, choice] as const;
        });
        dropIds.push(await take(node, text, ...chosen));
      }
      await undoInOrder(node, dropIds, order);
      expect([await factsOf(node), await waitingVersions(node)]).toEqual(before);
      await node.close();
    }),
    { numRuns: 40 },
  );
});
