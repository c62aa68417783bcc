import { expect, test } from 'vitest';
import type { FactRow, FactRows, Rows } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };

async function find(node: TestNode, search: string, mark?: 'stale' | 'archived'): Promise<readonly FactRow[]> {
  const rows = await node.api.facts({ search, ...(mark && { mark }) }, { offset: 0, limit: 1000 });
  return taken<Rows<FactRow>>(rows).rows;
}

async function idOf(node: TestNode, search: string): Promise<string> {
  return taken((await find(node, search))[0]).fact.id;
}

test('a fact is added, edited, marked stale, archived and deleted', async () => {
  const alice = await openNode('alice');
  expect(await alice.api.addFact(FACT)).toMatchObject({ what: 'fact-added' });
  const [added] = await find(alice, 'BRIDGE');
  expect(added).toMatchObject({ fact: { ...FACT, source: 'manual', isGene: false }, fromPeerId: null, stale: false });
  const id = taken(added).fact.id;
  alice.clock.advance(1000);
  await alice.api.editFact(id, { ...FACT, content: 'The bridge is open.' });
  const [edited] = await find(alice, 'bridge');
  expect(edited?.fact).toEqual({
    ...added?.fact,
    content: 'The bridge is open.',
    edit: expect.objectContaining({ replaces: [expect.any(String)] }),
  });
  await alice.api.markFact(id, 'stale', true);
  expect(await find(alice, 'bridge', 'stale')).toMatchObject([{ stale: true }]);
  await alice.api.markFact(id, 'archived', true);
  expect(await find(alice, 'bridge')).toEqual([]);
  expect(await find(alice, 'bridge', 'archived')).toMatchObject([{ archived: true }]);
  await alice.api.deleteFact(id);
  expect(await find(alice, 'bridge', 'archived')).toEqual([]);
  expect(alice.snapshot.counts.facts).toBe(5);
  expect(await alice.api.deleteFact(id)).toMatchObject({ code: 'fact-not-found' });
  await alice.close();
});

test('what can not be a fact is refused with its place', async () => {
  const alice = await openNode('alice');
  expect(await alice.api.addFact({ ...FACT, content: ' \n' })).toMatchObject({
    code: 'empty-content',
    place: '/content',
  });
  expect(await alice.api.addFact({ ...FACT, level: 4 })).toMatchObject({ code: 'level-out-of-range', place: '/level' });
  expect(await alice.api.addFact({ ...FACT, domain: 'x'.repeat(513) })).toMatchObject({
    code: 'too-long',
    wanted: '512',
  });
  expect(await alice.api.addFact({ ...FACT, content: 'я'.repeat(524_289) })).toMatchObject({ code: 'too-long' });
  expect(alice.snapshot.counts.facts).toBe(5);
  await alice.close();
});

test('genes are found, and refuse to be edited, marked or deleted', async () => {
  const alice = await openNode('alice');
  const id = await idOf(alice, 'GENE_03');
  for (const attempt of [
    alice.api.editFact(id, FACT),
    alice.api.markFact(id, 'stale', true),
    alice.api.markFact(id, 'archived', true),
    alice.api.deleteFact(id),
  ]) {
    expect(await attempt).toMatchObject({ code: 'gene-immutable', found: id });
  }
  expect(await find(alice, '')).toHaveLength(5);
  await alice.close();
});

test('levels 2 and 3, stale and archived facts never leave', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  await pair(alice, bob);
  for (const level of [0, 1, 2, 3]) await alice.api.addFact({ ...FACT, level, content: `level ${level}` });
  await alice.api.addFact({ ...FACT, content: 'stale' });
  await alice.api.addFact({ ...FACT, content: 'put away' });
  await alice.api.markFact(await idOf(alice, 'stale'), 'stale', true);
  await alice.api.markFact(await idOf(alice, 'put away'), 'archived', true);
  for (const scope of ['everything', 'new'] as const) {
    const { facts } = JSON.parse(await alice.takeOutText('bob', scope));
    expect(
      facts.filter((fact: { is_gene: boolean }) => !fact.is_gene).map((fact: { content: string }) => fact.content),
    ).toEqual(['level 0', 'level 1']);
  }
  expect(alice.peer('bob').waiting).toBe(2);
  await alice.close();
  await bob.close();
});

test('"New for Bob" is what lies past what he confirmed, edits included', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob', alice.clock);
  await pair(alice, bob);
  await alice.api.addFact({ ...FACT, content: 'one' });
  await alice.api.addFact({ ...FACT, content: 'two' });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  expect(alice.peer('bob').waiting).toBe(2);
  await bob.api.addFact({ ...FACT, content: 'from bob' });
  alice.clock.advance(1000);
  await alice.bringIn(await bob.takeOutText('alice', 'new'));
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, factCount: 1 });
  await alice.api.editFact(await idOf(alice, 'two'), { ...FACT, content: 'two, better' });
  await alice.api.editFact(await idOf(alice, 'from bob'), { ...FACT, content: 'from bob, mended' });
  expect(alice.peer('bob').waiting).toBe(2);
  const { facts } = JSON.parse(await alice.takeOutText('bob', 'new'));
  expect(facts.map((fact: { content: string }) => fact.content)).toEqual(['two, better', 'from bob, mended']);
  await alice.close();
  await bob.close();
});

test('edits and deletions before an import are folded into their pages, after it nothing is lost', async () => {
  const alice = await openNode('alice');
  await alice.bringIn(handshake);
  const half = JSON.parse(threatActors);
  const rest = { ...half, facts: half.facts.slice(500) };
  await alice.bringIn(JSON.stringify({ ...half, facts: half.facts.slice(0, 500) }));
  const edited = half.facts[10].id;
  const deleted = half.facts[20].id;
  await alice.api.editFact(edited, { ...FACT, content: 'edited before the fold' });
  await alice.api.deleteFact(deleted);
  await alice.api.addFact({ ...FACT, content: 'added before the fold' });
  await alice.bringIn(JSON.stringify(rest));
  const later = await alice.secondTab();
  for (const node of [alice, later]) {
    const rows = await find(node, '');
    expect(rows).toHaveLength(989);
    expect(new Set(rows.map((row) => row.fact.id)).size).toBe(989);
    expect(rows.some((row) => row.fact.id === deleted)).toBe(false);
    expect(await find(node, 'before the fold')).toHaveLength(2);
    expect(node.snapshot.counts.facts).toBe(989);
  }
  await alice.close();
  await later.close();
});

test('what changed while somebody was writing is not overwritten; the domains that occur are told', async () => {
  const node = await openNode('alice');
  await node.api.addFact({ ...FACT, domain: 'rivers' });
  const rows = async () =>
    taken<FactRows>(await node.api.facts({ search: '', origin: 'self' }, { offset: 0, limit: 9 }));
  const [seen] = (await rows()).rows;
  const tab = await node.secondTab();
  const id = seen?.fact.id ?? '';
  expect(await tab.api.editFact(id, { ...FACT, content: 'theirs' }, seen?.seq)).toMatchObject({ kind: 'done' });
  expect(await node.api.editFact(id, { ...FACT, content: 'ours' }, seen?.seq)).toMatchObject({
    code: 'changed-meanwhile',
  });
  const now = await rows();
  expect(now.rows[0]?.fact.content).toBe('theirs');
  expect(now.domains).toContain(FACT.domain);
  expect(now.domains).not.toContain('rivers');
  expect(await node.api.editFact(id, { ...FACT, content: 'ours' }, now.rows[0]?.seq)).toMatchObject({ kind: 'done' });
  await Promise.all([node.close(), tab.close()]);
});
