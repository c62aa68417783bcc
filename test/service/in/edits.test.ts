import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/outcome.ts';
import type { ConflictRow, FactRow, JournalRow, PayloadPreview, RowChoice, Rows } from '../../../src/peer-api.ts';
import { contentOf } from '../../stories/support/content-of.ts';
import { Clock, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { rewritten } from '../../stories/support/rewritten.ts';

const ALL = { offset: 0, limit: 1000 };
const WORDS = { content: 'Bear uses one server.', level: 1, domain: 'actors', module: '' };

async function only(node: TestNode): Promise<FactRow> {
  const { rows } = taken<Rows<FactRow>>(await node.api.facts({ search: '', level: 1 }, ALL));
  expect(rows).toHaveLength(1);
  return rows[0] as FactRow;
}

async function edit(node: TestNode, content: string): Promise<void> {
  node.clock.advance(1000);
  const { fact } = await only(node);
  const { level, domain, module } = fact;
  expect(await node.api.editFact(fact.id, { content, level, domain, module })).toMatchObject({ kind: 'done' });
}

async function look(node: TestNode, text: string): Promise<PayloadPreview> {
  return taken<PayloadPreview>(await node.api.read(text));
}

/** Facts and open conflicts, without what counts how much was done. */
async function rowsOf(node: TestNode): Promise<unknown> {
  const facts = taken<Rows<FactRow>>(await node.api.facts({ search: '', level: 1 }, ALL)).rows;
  const conflicts = taken<Rows<ConflictRow>>(await node.api.conflicts(ALL)).rows;
  return [facts.map((row) => ({ ...row, seq: 0 })), conflicts];
}

async function lastImport(node: TestNode): Promise<string> {
  const { rows } = taken<Rows<JournalRow>>(await node.api.journal({ search: '', kind: 'drop-in' }, ALL));
  return taken(rows.find((row) => row.undoable)?.dropId);
}

/** Alice has written a fact; Bob has it from her, and Carol, who never met her, from Bob. */
async function three() {
  const clock = new Clock();
  const [alice, bob, carol] = [
    await openNode('alice', clock),
    await openNode('bob', clock),
    await openNode('carol', clock),
  ];
  await pair(alice, bob);
  await pair(bob, carol);
  await alice.api.addFact(WORDS);
  const carry = async () => {
    await bob.bringIn(await alice.takeOutText('bob'));
    await carol.bringIn(await bob.takeOutText('carol'));
  };
  await carry();
  const close = () => Promise.all([alice, bob, carol].map((node) => node.close()));
  return { alice, bob, carol, carry, close };
}

test('an edit travels from its writer through a peer to somebody who never met the writer', async () => {
  const { alice, bob, carol, close } = await three();
  await edit(alice, 'Bear uses two servers.');
  const toBob = await alice.takeOutText('bob', 'new');
  expect(await look(bob, toBob)).toMatchObject({ act: 'take-in', facts: { fresh: 0, updates: 1, conflicts: 0 } });
  expect((await bob.bringIn(toBob)).outcome).toMatchObject({ counts: { facts: 0, updates: 1, conflicts: 0 } });
  const toCarol = await bob.takeOutText('carol', 'new');
  expect((await carol.bringIn(toCarol)).outcome).toMatchObject({ counts: { updates: 1 } });
  for (const node of [bob, carol]) expect((await only(node)).fact).toEqual((await only(alice)).fact);
  expect(await look(carol, toCarol)).toMatchObject({ act: 'nothing', facts: { updates: 0, present: 1 } });
  expect(bob.snapshot.counts.conflicts + carol.snapshot.counts.conflicts).toBe(0);
  await close();
});

test('an older version by the same hand is no conflict, wherever it comes from', async () => {
  const { alice, bob, carol, close } = await three();
  const old = await bob.takeOutText('carol');
  const back = await bob.takeOutText('alice');
  await edit(alice, 'Bear uses two servers.');
  expect(await look(alice, back)).toMatchObject({ facts: { conflicts: 0, present: 1 } });
  await bob.bringIn(await alice.takeOutText('bob'));
  await carol.bringIn(await bob.takeOutText('carol'));
  expect((await look(carol, old)).facts).toMatchObject({ conflicts: 0, updates: 0, present: 1 });
  expect((await only(carol)).fact.content).toBe('Bear uses two servers.');
  await close();
});

test('what was edited or put aside here is not overwritten: it is a conflict', async () => {
  const { alice, bob, carol, close } = await three();
  await edit(bob, 'Bear uses three servers.');
  await carol.api.markFact((await only(carol)).fact.id, 'stale', true);
  await edit(alice, 'Bear uses two servers.');
  const toBob = await alice.takeOutText('bob');
  expect((await look(bob, toBob)).facts).toMatchObject({ updates: 0, conflicts: 1 });
  await pair(alice, carol);
  expect((await look(carol, await alice.takeOutText('carol'))).facts).toMatchObject({ updates: 0, conflicts: 1 });
  // Somebody else's words for Alice's fact are nobody's edit.
  expect((await look(alice, await bob.takeOutText('alice'))).facts).toMatchObject({ updates: 0, conflicts: 1 });
  await close();
});

test('a proof that does not hold is none: words changed on the way, of another fact, by another key', async () => {
  const { alice, bob, carol, close } = await three();
  await edit(alice, 'Bear uses two servers.');
  await bob.bringIn(await alice.takeOutText('bob'));
  const text = await bob.takeOutText('carol');
  const payload = JSON.parse(text);
  const [fact] = payload.facts.filter((row: { level: number }) => row.level === 1);
  const { [fact.id]: proof } = payload.synapse.edits;
  const changes: readonly Record<string, unknown>[] = [
    { facts: [{ ...fact, content: 'Bear has left.' }] },
    { facts: [{ ...fact, domain: 'other' }] },
    { facts: [{ ...fact, created_at: '2026-01-01T00:00:00Z' }] },
    { synapse: { edits: { [fact.id]: { ...proof, replaces: [...proof.replaces, proof.replaces[0]] } } } },
    { synapse: { edits: { [fact.id]: { ...proof, public_key: payload.synapse.public_key } } } },
    { synapse: { edits: { [fact.id]: { ...proof, signature: 'A'.repeat(86) } } } },
    { synapse: { edits: { [fact.id]: {} } } },
    { synapse: {} },
  ];
  expect((await look(carol, await rewritten(bob, text, {}))).facts).toMatchObject({ updates: 1, conflicts: 0 });
  for (const change of changes) {
    const { facts } = await look(carol, await rewritten(bob, text, change));
    expect(facts, JSON.stringify(change)).toMatchObject({ updates: 0, conflicts: 1 });
  }
  // Bob may sign whatever he likes: the id is made of Alice's peer id.
  await carol.bringIn(await rewritten(bob, text, taken(changes[0])));
  expect((await only(carol)).fact.content).toBe(WORDS.content);
  await close();
});

test('an update can be left out, and undone; it comes again with the next drop', async () => {
  const { alice, bob, close } = await three();
  const before = await contentOf(bob);
  await edit(alice, 'Bear uses two servers.');
  const text = await alice.takeOutText('bob');
  const left = await look(bob, text);
  await bob.api.chooseRows(left.id, 'updates', { search: 'two servers' }, 'leave');
  expect(outcomeOf(await bob.api.accept(left.id))).toMatchObject({ counts: { updates: 0, leftOut: 1 } });
  expect((await only(bob)).fact.content).toBe(WORDS.content);
  await bob.api.undoImport(await lastImport(bob));
  await bob.bringIn(text);
  expect((await only(bob)).fact.content).toBe('Bear uses two servers.');
  await edit(alice, 'Bear uses no server.');
  await bob.bringIn(await alice.takeOutText('bob'));
  await bob.api.undoImport(await lastImport(bob));
  expect((await only(bob)).fact.content).toBe('Bear uses two servers.');
  await bob.api.undoImport(await lastImport(bob));
  expect(await contentOf(bob)).toBe(before);
  expect((await look(bob, text)).facts).toMatchObject({ updates: 1 });
  await close();
});

test('a fact that moves to another domain moves everywhere; saving the same words is no edit', async () => {
  const { alice, carol, carry, close } = await three();
  const { fact, seq } = await only(alice);
  expect(await alice.api.editFact(fact.id, WORDS, seq)).toEqual({ kind: 'nothing', why: 'unchanged' });
  expect((await only(alice)).fact).toEqual(fact);
  await alice.api.editFact(fact.id, { ...WORDS, domain: 'bears', level: 0 });
  await carry();
  const { rows } = taken<Rows<FactRow>>(await carol.api.facts({ search: WORDS.content }, ALL));
  expect(rows.map((row) => [row.fact.domain, row.fact.level])).toEqual([['bears', 0]]);
  await close();
});

test('the same words added twice in one millisecond are two facts', async () => {
  const alice = await openNode('alice');
  await alice.api.addFact(WORDS);
  await alice.api.addFact(WORDS);
  const { rows } = taken<Rows<FactRow>>(await alice.api.facts({ search: WORDS.content }, ALL));
  expect(new Set(rows.map(({ fact }) => fact.id)).size).toBe(2);
  await alice.close();
});

test('any order and repetition of drops with versions of one fact ends in the last one, without a conflict', async () => {
  const { alice, bob, close } = await three();
  await pair(bob, alice);
  const drops = [await alice.takeOutText('bob')];
  for (const content of ['B', 'C', 'B', 'D']) {
    await edit(alice, content);
    drops.push(await alice.takeOutText('bob'));
  }
  const orders = fc
    .shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    .chain((order) =>
      fc.array(fc.constantFrom(...order), { maxLength: 3 }).map((again) => [...again, ...order, ...again]),
    );
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const node = await openNode('dora', alice.clock);
      await pair(alice, node);
      for (const index of order) {
        const preview = await look(node, drops[index] as string);
        if (preview.act !== 'nothing') await node.api.accept(preview.id);
      }
      expect((await only(node)).fact).toEqual((await only(alice)).fact);
      expect(node.snapshot.counts.conflicts).toBe(0);
      await node.close();
    }),
    { numRuns: 12 },
  );
  await close();
});

test('whatever versions were brought, when every drop is undone, in any order, what was there before is there', async () => {
  const { alice, bob, close } = await three();
  const [first] = [await alice.takeOutText('bob')];
  const drops: string[] = [];
  for (const content of ['B', 'C', 'D']) {
    await edit(alice, content);
    drops.push(await alice.takeOutText('bob'));
  }
  // Bob says something else, and hands that on.
  await edit(bob, 'X');
  const dora = await openNode('dora', alice.clock);
  await pair(bob, dora);
  drops.push(await bob.takeOutText('dora'));
  await dora.close();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom<RowChoice>('take', 'theirs', 'both'), { minLength: 6, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (brought, choices, order) => {
        const node = await openNode('emil', alice.clock);
        await pair(alice, node);
        await pair(bob, node);
        await node.bringIn(first);
        const before = await rowsOf(node);
        const ids = new Set<string>();
        for (const [turn, index] of brought.entries()) {
          node.clock.advance(1000);
          const preview = await look(node, drops[index] as string);
          await node.api.chooseRows(preview.id, 'conflicts', { search: '' }, choices[turn] as RowChoice);
          if (preview.act !== 'nothing') await node.api.accept(preview.id);
          if (preview.act !== 'nothing') ids.add(preview.dropId);
        }
        const left = [...ids];
        while (left.length > 0) {
          const [id] = left.splice((order.next().value as number) % left.length, 1);
          await node.api.undoImport(id as string);
        }
        // What was heard in between, and when, is not undone.
        expect(await rowsOf(node)).toEqual(before);
        await node.close();
      },
    ),
    { numRuns: 25 },
  );
  await close();
});
