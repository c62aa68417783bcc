import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/outcome.ts';
import type {
  BucketName,
  Chosen,
  ConflictRow,
  FactRow,
  PayloadPreview,
  RowChoice,
  Rows,
  WhichRows,
} from '../../src/peer-api.ts';
import { canonicalHash } from '../../src/wire/canonical.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { contentOf } from './support/content-of.ts';
import { openNode, type TestNode, taken } from './support/open-node.ts';

const RANGE = { offset: 0, limit: 10_000 };
const ALL: WhichRows = { search: '' };
const base = JSON.parse(threatActors);

const fact = (id: string, content: string, more: object = {}) => {
  return { id, content, level: 1, is_gene: false, source: 'test', created_at: '2026-01-01T00:00:00Z', ...more };
};

let made = 0;
/** Each a drop of its own, by its time. */
function drop(...facts: readonly object[]): string {
  made++;
  const syncedAt = new Date(Date.UTC(2026, 1, 1) + made * 1000).toISOString();
  return JSON.stringify({ ...base, facts, incidents: [], synced_at: syncedAt });
}

/** A node that has taken in A as the fact x. */
async function withA(): Promise<TestNode> {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  await take(node, drop(fact('x', 'A')));
  return node;
}

/** Reads, chooses, accepts. */
async function take(
  node: TestNode,
  text: string,
  ...choices: readonly (readonly [BucketName, WhichRows, RowChoice])[]
) {
  node.clock.advance(1000);
  const preview = taken<PayloadPreview>(await node.api.read(text));
  for (const choice of choices) taken<Chosen>(await node.api.chooseRows(preview.id, ...choice));
  await node.api.accept(preview.id);
  return preview.dropId;
}

/** The facts as `id:content`; V is the variant of x in the words B. */
async function factsOf(node: TestNode): Promise<readonly string[]> {
  const { rows } = taken<Rows<FactRow>>(await node.api.facts({ search: '' }, RANGE));
  const shown = rows.filter((row) => !row.fact.isGene).map((row) => `${nameOf(row.fact.id)}:${row.fact.content}`);
  return shown.sort();
}
const VARIANT = canonicalHash(['x', 'B']).slice(0, 32);
const nameOf = (id: string) => (id === VARIANT ? 'V' : id);
const open = async (node: TestNode) =>
  taken<Rows<ConflictRow>>(await node.api.conflicts(RANGE)).rows.map((row) => row.theirs.fact.content);

test('the same version twice in one payload is one conflict, and one decision', async () => {
  const node = await withA();
  const before = await contentOf(node);
  const id = await take(node, drop(fact('x', 'B'), fact('x', 'B')), ['conflicts', ALL, 'theirs']);
  expect([await factsOf(node), await open(node)]).toEqual([['x:B'], []]);
  await node.api.undoImport(id);
  expect(await contentOf(node)).toBe(before);
  await node.close();
});

test.for<[RowChoice, readonly string[]]>([
  ['theirs', ['x:B', 'y:Y']],
  ['both', ['V:B', 'x:A', 'y:Y']],
])('kept by one drop, decided in the preview of another (%s), undone in any order', async ([choice, decided]) => {
  const node = await withA();
  const zero = await contentOf(node);
  const one = await take(node, drop(fact('x', 'B')));
  const kept = await contentOf(node);
  const second = drop(fact('x', 'B'), fact('y', 'Y'));
  const two = await take(node, second, ['conflicts', ALL, choice]);
  expect([await factsOf(node), await open(node)]).toEqual([decided, []]);
  await node.api.undoImport(two);
  expect(await contentOf(node)).toBe(kept);
  await node.api.undoImport(one);
  expect(await contentOf(node)).toBe(zero);

  await take(node, drop(fact('x', 'B')));
  const again = await take(node, second, ['conflicts', ALL, choice]);
  await node.api.undoImport(one);
  expect([await factsOf(node), await open(node)]).toEqual([decided, []]);
  await node.api.undoImport(again);
  expect(await open(node)).toEqual(['B']);
  await node.close();
});

test('decided by hand: the version belongs to the next drop that brought it, until none is left', async () => {
  const node = await withA();
  const zero = await factsOf(node);
  const one = await take(node, drop(fact('x', 'B')));
  const [row] = taken<Rows<ConflictRow>>(await node.api.conflicts(RANGE)).rows;
  await node.api.resolveConflict(row?.key ?? '', 'theirs');
  const two = await take(node, drop(fact('x', 'B'), fact('y', 'Y')));
  await node.api.undoImport(one);
  expect(await factsOf(node)).toEqual(['x:B', 'y:Y']);
  await node.api.undoImport(two);
  expect([await factsOf(node), await open(node)]).toEqual([zero, []]);
  await node.close();
});

test('an undone import does not come back by undoing what replaced it', async () => {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  const zero = await take(node, drop(fact('x', 'A')));
  const one = await take(node, drop(fact('x', 'B')), ['conflicts', ALL, 'theirs']);
  await node.api.undoImport(zero);
  expect(await factsOf(node)).toEqual(['x:B']);
  await node.api.undoImport(one);
  expect(await factsOf(node)).toEqual([]);
  await node.close();
});

test('the same words under another time are the same version', async () => {
  const node = await withA();
  await take(node, drop(fact('x', 'B')));
  const later = drop(fact('x', 'B', { created_at: '2026-02-02T00:00:00Z' }));
  const two = await take(node, later, ['conflicts', ALL, 'both']);
  expect([await factsOf(node), await open(node)]).toEqual([['V:B', 'x:A'], []]);
  await node.api.undoImport(two);
  expect([await factsOf(node), await open(node)]).toEqual([['x:A'], ['B']]);
  await node.close();
});

test('a variant whose id is in the payload as a fact of its own is there once, in every tab', async () => {
  const node = await withA();
  await take(node, drop(fact('x', 'B'), fact(VARIANT, 'B')), ['conflicts', ALL, 'both']);
  expect(await factsOf(node)).toEqual(['V:B', 'x:A']);
  const tab = await node.secondTab();
  expect(tab.snapshot.counts).toEqual(node.snapshot.counts);
  await Promise.all([node.close(), tab.close()]);
});

test('theirs takes the place only of what the person saw: where ours has changed since, both are kept', async () => {
  const node = await withA();
  const preview = taken<PayloadPreview>(await node.api.read(drop(fact('x', 'B'))));
  await node.api.chooseRows(preview.id, 'conflicts', ALL, 'theirs');
  const tab = await node.secondTab();
  await tab.api.editFact('x', { content: 'A, said better', level: 1, domain: '', module: '' });
  expect(outcomeOf(await node.api.accept(preview.id))).toMatchObject({ counts: { conflicts: 1, theirs: 0 } });
  expect([await factsOf(node), await open(node)]).toEqual([['x:A, said better'], ['B']]);
  await Promise.all([node.close(), tab.close()]);
});

test('whatever was brought and chosen, when every drop is undone, in any order, what was there before is there', async () => {
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
      const node = await openNode('alice');
      await node.bringIn(handshake);
      await take(node, drop(fact('x', 'A'), fact('y', 'A')));
      const before = [await factsOf(node), await open(node)];
      const ids: string[] = [];
      for (const rows of brought) {
        const text = drop(...rows.map(({ id, content }) => fact(id, content)));
        const { conflicts } = taken<PayloadPreview>(await node.api.read(text)).facts ?? {};
        const chosen = rows.slice(0, conflicts ?? 0).map(({ choice }, index) => {
          return ['conflicts', { indices: [index] }, choice] as const;
        });
        ids.push(await take(node, text, ...chosen));
      }
      while (ids.length > 0) {
        const [id] = ids.splice((order.next().value as number) % ids.length, 1);
        await node.api.undoImport(id as string);
      }
      expect([await factsOf(node), await open(node)]).toEqual(before);
      await node.close();
    }),
    { numRuns: 40 },
  );
});
