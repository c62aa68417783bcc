import { expect, test } from 'vitest';
import type { FactRows } from '../../../src/peer-api.ts';
import threatActors from '../../data/threat-actors.json?raw';
import { contentsIn } from '../../stories/support/contents-in.ts';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { incidentDraft } from '../../stories/support/incident-draft.ts';
import { Clock, closeAll, openEmptyNode, openNode, pair, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { factRows, idOfFact } from '../../stories/support/rows.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };

test('a fact is added, edited, marked stale, archived and deleted', async () => {
  const alice = await openNode('alice');
  expect(await alice.api.addFact(FACT)).toMatchObject({ what: 'fact-added' });
  const [added] = await factRows(alice, { search: 'BRIDGE' });
  expect(added).toMatchObject({ fact: { ...FACT, source: 'manual', isGene: false }, fromPeerId: null, stale: false });
  const id = taken(added).fact.id;
  alice.clock.advance(1000);
  await alice.api.editFact(id, { ...FACT, content: 'The bridge is open.' });
  const [edited] = await factRows(alice, { search: 'bridge' });
  expect(edited?.fact).toEqual({
    ...added?.fact,
    content: 'The bridge is open.',
    edit: expect.objectContaining({ replaces: [expect.any(String)] }),
  });
  await alice.api.markFact(id, 'stale', true);
  expect(await factRows(alice, { search: 'bridge', mark: 'stale' })).toMatchObject([{ stale: true }]);
  await alice.api.markFact(id, 'archived', true);
  expect(await factRows(alice, { search: 'bridge' })).toEqual([]);
  expect(await factRows(alice, { search: 'bridge', mark: 'archived' })).toMatchObject([{ archived: true }]);
  await alice.api.deleteFact(id);
  expect(await factRows(alice, { search: 'bridge', mark: 'archived' })).toEqual([]);
  expect(alice.snapshot.counts.facts).toBe(5);
  expect(await alice.api.deleteFact(id)).toMatchObject({ code: 'fact-not-found' });
  await alice.close();
});

test('a fact that is empty, too long or of an unknown level is refused with the place', async () => {
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

test('half a character that was typed is carried as readers read it: the signature holds', async () => {
  const clock = new Clock();
  const [alice, bob] = [await openEmptyNode('al\ud800ice', clock), await openEmptyNode('bob', clock)];
  const gene = { id: 'G\ud800', content: 'Be \udc00 kind.', domain: '\ud800' };
  for (const node of [alice, bob]) expect(await node.api.addGene(gene)).toMatchObject({ what: 'gene-added' });
  await pair(alice, bob);
  await alice.api.addFact({ ...FACT, content: 'half \ud800', domain: '\ud800', module: '\udc00' });
  const incident = incidentDraft('leak \ud800');
  await alice.api.addIncident({ ...incident, description: '\ud800', mitreMapping: ['T\udc00'] });
  const { outcome } = await bob.bringIn(await alice.takeOutText('bob'));
  expect(outcome).toMatchObject({ what: 'taken-in', counts: { facts: 1, incidents: 1 } });
  const [row] = await factRows(bob, { search: 'half' });
  expect(row?.fact).toMatchObject({ content: 'half \ufffd', domain: '\ufffd', module: '\ufffd' });
  await alice.api.editFact(taken(row).fact.id, { ...FACT, content: 'edited \udc00' });
  expect((await bob.bringIn(await alice.takeOutText('bob'))).outcome).toMatchObject({ what: 'taken-in' });
  expect(bob.snapshot.peers.map(({ nodeName }) => nodeName)).toEqual(['al\ufffdice']);
  await closeAll(alice, bob);
});

test('genes are found, and cannot be edited, marked or deleted', async () => {
  const alice = await openNode('alice');
  const id = await idOfFact(alice, 'GENE_03');
  for (const attempt of [
    alice.api.editFact(id, FACT),
    alice.api.markFact(id, 'stale', true),
    alice.api.markFact(id, 'archived', true),
    alice.api.deleteFact(id),
  ]) {
    expect(await attempt).toMatchObject({ code: 'gene-immutable', found: id });
  }
  expect(await factRows(alice)).toHaveLength(5);
  await alice.close();
});

test('facts of levels 2 and 3, stale and archived facts never leave', async () => {
  const { alice, close } = await openPair();
  for (const level of [0, 1, 2, 3]) await alice.api.addFact({ ...FACT, level, content: `level ${level}` });
  await alice.api.addFact({ ...FACT, content: 'stale' });
  await alice.api.addFact({ ...FACT, content: 'put away' });
  await alice.api.markFact(await idOfFact(alice, 'stale'), 'stale', true);
  await alice.api.markFact(await idOfFact(alice, 'put away'), 'archived', true);
  for (const scope of ['everything', 'new'] as const) {
    expect(contentsIn(await alice.takeOutText('bob', scope))).toEqual(['level 0', 'level 1']);
  }
  expect(alice.peer('bob').waiting).toBe(2);
  await close();
});

test('"New for Bob" is everything later than what he confirmed, edits too', async () => {
  const { alice, bob, clock, close } = await openPair();
  await alice.api.addFact({ ...FACT, content: 'one' });
  await alice.api.addFact({ ...FACT, content: 'two' });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  expect(alice.peer('bob').waiting).toBe(2);
  await bob.api.addFact({ ...FACT, content: 'from bob' });
  clock.advance(1000);
  await alice.bringIn(await bob.takeOutText('alice', 'new'));
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, factCount: 1 });
  await alice.api.editFact(await idOfFact(alice, 'two'), { ...FACT, content: 'two, better' });
  await alice.api.editFact(await idOfFact(alice, 'from bob'), { ...FACT, content: 'from bob, mended' });
  expect(alice.peer('bob').waiting).toBe(2);
  const { facts } = JSON.parse(await alice.takeOutText('bob', 'new'));
  expect(facts.map((fact: { content: string }) => fact.content)).toEqual(['two, better', 'from bob, mended']);
  await close();
});

test('an import moves earlier edits and deletions into pages, and nothing is lost', async () => {
  const alice = await openTrustingGomcp();
  const payload = JSON.parse(threatActors);
  const firstHalf = { ...payload, facts: payload.facts.slice(0, 500) };
  const secondHalf = { ...payload, facts: payload.facts.slice(500) };
  await alice.bringIn(JSON.stringify(firstHalf));
  const edited = payload.facts[10].id;
  const deleted = payload.facts[20].id;
  await alice.api.editFact(edited, { ...FACT, content: 'edited before the fold' });
  await alice.api.deleteFact(deleted);
  await alice.api.addFact({ ...FACT, content: 'added before the fold' });
  await alice.bringIn(JSON.stringify(secondHalf));
  const later = await alice.secondTab();
  for (const node of [alice, later]) {
    const rows = await factRows(node);
    expect(rows).toHaveLength(989);
    expect(new Set(rows.map((row) => row.fact.id)).size).toBe(989);
    expect(rows.some((row) => row.fact.id === deleted)).toBe(false);
    expect(await factRows(node, { search: 'before the fold' })).toHaveLength(2);
    expect(node.snapshot.counts.facts).toBe(989);
  }
  await closeAll(alice, later);
});

test('a fact that changed meanwhile is not overwritten; the list names the domains that occur', async () => {
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
  await closeAll(node, tab);
});
