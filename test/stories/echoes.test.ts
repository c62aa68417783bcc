/** What Alice gave to a GoMCP node comes back from it as GoMCP’s own. It is hers, and none of it stands here twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeGomcp, giveTo, roundTrip } from './support/fake-gomcp.ts';
import { incidentDraft } from './support/incident-draft.ts';
import { closeAll, openNode, pair, type TestNode, taken } from './support/open-node.ts';
import { conflictRows, factRows, idOfFact, incidentRows } from './support/rows.ts';
import { meet, unsignedPayload, wireFact } from './support/unsigned.ts';

const CLOSED = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };
const HALL = { content: 'The hall is cold.', level: 0, domain: '', module: '' };

async function openAlice(): Promise<{ readonly alice: TestNode; readonly gomcp: FakeGomcp }> {
  const alice = await openNode('alice');
  await alice.api.addFact(CLOSED);
  await alice.api.addFact(HALL);
  return { alice, gomcp: new FakeGomcp(alice) };
}

/** Without genes, in the order of the alphabet. */
async function contentsHere(node: TestNode): Promise<readonly string[]> {
  return (await factRows(node))
    .filter(({ fact }) => !fact.isGene)
    .map(({ fact }) => fact.content)
    .sort();
}

test('two facts stay two, however often they come back and GoMCP is started anew', async () => {
  const { alice, gomcp } = await openAlice();
  for (let round = 1; round <= 3; round++) {
    await giveTo(gomcp, alice);
    const preview = await alice.previewPayload(gomcp.export());
    expect(preview.facts).toEqual({ fresh: 0, present: 2 * round, genes: 0, updates: 0, conflicts: 0, refused: 0 });
    await alice.api.accept(preview.id);
    expect(await contentsHere(alice)).toEqual([CLOSED.content, HALL.content]);
    gomcp.restart();
  }
  expect(gomcp.facts).toHaveLength(6);
  await alice.close();
});

test('a fact of GoMCP’s own is taken in once, and is no stranger when it comes back through Alice', async () => {
  const { alice, gomcp } = await openAlice();
  gomcp.write('The pump is loud.');
  for (let round = 1; round <= 3; round++) {
    await roundTrip(gomcp, alice);
    gomcp.restart();
  }
  expect(await contentsHere(alice)).toEqual([CLOSED.content, HALL.content, 'The pump is loud.']);
  await alice.close();
});

test('the words that Alice has edited since are nothing new, and neither is what she edited them to', async () => {
  const { alice, gomcp } = await openAlice();
  await giveTo(gomcp, alice);
  for (const content of ['It is open again.', 'The bridge has gone.']) {
    const id = await idOfFact(alice, 'north');
    await alice.api.editFact(id, { ...CLOSED, content });
    await giveTo(gomcp, alice);
  }
  expect(gomcp.facts.map(({ content }) => content)).toContain('It is open again.');
  const preview = await alice.previewPayload(gomcp.export());
  expect(preview.facts).toMatchObject({ fresh: 0, present: gomcp.facts.length, conflicts: 0 });
  await alice.close();
});

test('what somebody changed at GoMCP is a conflict with Alice’s fact, once, and every choice lasts', async () => {
  for (const choice of ['ours', 'theirs', 'both'] as const) {
    const { alice, gomcp } = await openAlice();
    const id = await idOfFact(alice, 'north');
    await giveTo(gomcp, alice);
    gomcp.rewrite(CLOSED.content, 'The bridge is closed until May.');
    const preview = await alice.previewPayload(gomcp.export());
    expect(preview.facts).toMatchObject({ fresh: 0, present: 1, conflicts: 1 });
    await alice.api.accept(preview.id);
    const [conflict, another] = await conflictRows(alice);
    expect(another).toBeUndefined();
    expect(conflict).toMatchObject({
      ours: { fact: { id, content: CLOSED.content }, fromPeerId: null },
      theirs: { fact: { id, content: 'The bridge is closed until May.' }, fromPeerId: gomcp.id },
    });
    await alice.api.resolveConflict(taken(conflict).key, choice);
    const after = await contentsHere(alice);
    expect(after).toHaveLength(choice === 'both' ? 3 : 2);
    for (let round = 1; round <= 2; round++) {
      gomcp.restart();
      await roundTrip(gomcp, alice);
    }
    expect([await contentsHere(alice), await conflictRows(alice)]).toEqual([after, []]);
    await alice.close();
  }
});

test('a choice in the preview holds for what came back changed', async () => {
  const { alice, gomcp } = await openAlice();
  await giveTo(gomcp, alice);
  gomcp.rewrite(CLOSED.content, 'The bridge is closed until May.');
  const { id } = await alice.previewPayload(gomcp.export());
  await alice.api.chooseRows(id, 'conflicts', { indices: [0] }, 'theirs');
  await alice.api.accept(id);
  expect(await contentsHere(alice)).toEqual(['The bridge is closed until May.', HALL.content]);
  await alice.close();
});

test('what no fact here resembles is a new fact, once', async () => {
  const { alice, gomcp } = await openAlice();
  await giveTo(gomcp, alice);
  await alice.api.deleteFact(await idOfFact(alice, 'north'));
  gomcp.restart();
  await giveTo(gomcp, alice);
  expect((await alice.previewPayload(gomcp.export())).facts).toMatchObject({ fresh: 1, present: 2 });
  for (let round = 1; round <= 2; round++) await roundTrip(gomcp, alice);
  expect(await contentsHere(alice)).toEqual([CLOSED.content, HALL.content]);
  await alice.close();
});

test('the source of a third node is left as it is, and so is a fact under an id that is here', async () => {
  const { alice } = await openAlice();
  await meet(alice, 'mara');
  const self = alice.snapshot.node?.peerId;
  const of = (id: string, content: string, from: string | undefined) =>
    wireFact(id, content, { source: `peer_sync:${from}` });
  await alice.bringIn(unsignedPayload(alice, 'peer_mara', [of('a', CLOSED.content, 'peer_bob'), of('b', 'B', self)]));
  expect(await contentsHere(alice)).toEqual(['B', CLOSED.content, CLOSED.content, HALL.content]);
  const again = await alice.previewPayload(unsignedPayload(alice, 'peer_mara', [of('b', 'B changed', self)]));
  expect(again.facts).toMatchObject({ fresh: 0, conflicts: 1 });
  await alice.close();
});

test('Alice’s fact is hers too if it comes back through Bob', async () => {
  const { alice, gomcp } = await openAlice();
  const bob = await openNode('bob', alice.clock);
  await giveTo(gomcp, alice);
  await bob.bringIn(gomcp.status());
  await bob.bringIn(gomcp.export());
  await pair(alice, bob);
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(await contentsHere(alice)).toEqual([CLOSED.content, HALL.content]);
  await closeAll(alice, bob);
});

test('a backup that GoMCP kept brings back nothing that is here', async () => {
  const { alice, gomcp } = await openAlice();
  await giveTo(gomcp, alice);
  const { peerId, genomeHash } = taken(alice.snapshot.node);
  const backup = { peer_id: peerId, genome_hash: genomeHash, facts: gomcp.facts, backed_up_at: '2026-11-23T12:00:00Z' };
  expect(await alice.preview(JSON.stringify({ ...backup, reason: 'timeout' }))).toMatchObject({
    act: 'nothing',
    facts: { fresh: 0, present: 2 },
  });
  await alice.close();
});

test('Alice’s incidents come back with a mark before the title; they are hers, and unchanged', async () => {
  const { alice, gomcp } = await openAlice();
  await alice.api.addIncident(incidentDraft('Leak in the hall'));
  const before = await incidentRows(alice);
  for (let round = 1; round <= 3; round++) {
    await giveTo(gomcp, alice);
    // Somebody there closes it.
    gomcp.incidents = gomcp.incidents.map((one) => ({ ...one, status: 'CLOSED' }));
    const preview = await alice.previewPayload(gomcp.export());
    expect(preview.incidents).toEqual({ fresh: 0, present: 1, updates: 0, views: 0, refused: 0 });
    await alice.api.accept(preview.id);
    expect(await incidentRows(alice)).toEqual(before);
    gomcp.restart();
  }
  // It may also name Alice as the origin, or have another id.
  await alice.bringIn(gomcp.status());
  const { incidents, ...payload } = JSON.parse(gomcp.export());
  for (const change of [{ source_peer_id: before[0]?.incident.sourcePeerId }, { id: 'INC-9' }]) {
    const changed = incidents.map((one: object) => ({ ...one, ...change }));
    const preview = await alice.previewPayload(JSON.stringify({ ...payload, incidents: changed }));
    expect(preview.incidents).toEqual({ fresh: 0, present: 1, updates: 0, views: 0, refused: 0 });
    await alice.api.accept(preview.id);
    expect(await incidentRows(alice)).toEqual(before);
  }
  await alice.close();
});

test('an incident with another node’s mark, or one that nobody here knows, is like any other', async () => {
  const { alice, gomcp } = await openAlice();
  await alice.bringIn(gomcp.status());
  const incident = (id: string, title: string) => ({ id, title, status: 'OPEN', created_at: '2026-11-23T12:00:00Z' });
  const self = alice.snapshot.node?.peerId;
  gomcp.incidents = [incident('a', '[P2P:peer_bob] Leak'), incident('b', `[P2P:${self}] Fire`)];
  expect((await alice.previewPayload(gomcp.export())).incidents).toMatchObject({ fresh: 2, present: 0 });
  await alice.close();
});

test('any round trips, restarts and facts written on either side: every fact stands here once', async () => {
  const step = fc.constantFrom('give', 'bring', 'restart', 'write here', 'write there', 'incident');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { alice, gomcp } = await openAlice();
      const written = [CLOSED.content, HALL.content];
      let incidents = 0;
      for (const [index, what] of [...steps, 'give', 'bring', 'restart', 'give', 'bring'].entries()) {
        alice.clock.advance(1000);
        if (what === 'restart') gomcp.restart();
        if (what === 'give') await giveTo(gomcp, alice);
        if (what === 'bring' && alice.snapshot.peers.some(({ peerId }) => peerId === gomcp.id)) {
          await alice.bringIn(gomcp.export());
        }
        if (what === 'incident') {
          incidents++;
          await alice.api.addIncident(incidentDraft(`Leak ${index}`));
        }
        if (!what.startsWith('write')) continue;
        written.push(`Word ${index}`);
        if (what === 'write here') await alice.api.addFact({ ...CLOSED, content: `Word ${index}` });
        else gomcp.write(`Word ${index}`);
      }
      expect(await contentsHere(alice)).toEqual(written.toSorted());
      expect(await incidentRows(alice)).toHaveLength(incidents);
      await alice.close();
    }),
    { numRuns: 12 },
  );
});
