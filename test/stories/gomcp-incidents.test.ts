/** Incidents for a GoMCP node. It stops at the first one that it has, so that one must not stand before newer ones. */
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import type { Carried } from '../../src/peer-api.ts';
import { FakeGomcp, giveTo } from './support/fake-gomcp.ts';
import { incidentDraft } from './support/incident-draft.ts';
import { openNode, type TestNode, taken } from './support/open-node.ts';
import { openPair } from './support/open-nodes.ts';
import { incidentRows } from './support/rows.ts';

async function openAlice(
  ...titles: readonly string[]
): Promise<{ readonly alice: TestNode; readonly gomcp: FakeGomcp }> {
  const alice = await openNode('alice');
  for (const title of titles) await alice.api.addIncident(incidentDraft(title));
  return { alice, gomcp: new FakeGomcp(alice) };
}

async function change(node: TestNode, title: string, status: string): Promise<void> {
  const { key } = taken((await incidentRows(node)).find((row) => row.incident.title === title));
  expect(await node.api.changeIncident(key, { ...incidentDraft(title), status })).toMatchObject({
    kind: 'done',
  });
}

/** Titles in the order of the payload, and how many incidents stay here. */
async function leaving(node: TestNode, peerId: string, scope: 'new' | 'everything' = 'new') {
  const { file, contents } = taken<Carried>(await node.api.takeOut(peerId, scope));
  const { incidents = [] } = JSON.parse(await file.text());
  return [incidents.map(({ title }: { title: string }) => title), contents?.incidentsHeldBack];
}

const titlesAt = ({ incidents }: FakeGomcp) => incidents.map(({ title }) => title.replace(/^\[.*\] /, ''));

test('a changed incident stays here and is counted, and newer ones arrive', async () => {
  for (const isReported of [true, false]) {
    const { alice, gomcp } = await openAlice('Leak');
    const report = await giveTo(gomcp, alice);
    if (isReported) await alice.bringIn(report);
    await change(alice, 'Leak', 'closed');
    await alice.api.addIncident(incidentDraft('Fire'));
    expect(await leaving(alice, gomcp.id)).toEqual([['Fire'], 1]);
    expect(await leaving(alice, gomcp.id, 'everything')).toEqual([['Fire'], 1]);
    expect(alice.peer('gomcp').waitingIncidents).toBe(1);
    await alice.bringIn(await giveTo(gomcp, alice));
    expect(titlesAt(gomcp)).toEqual(['Leak', 'Fire']);
    expect(alice.peer('gomcp')).toMatchObject({ waitingIncidents: 0, unconfirmed: false });
    await alice.close();
  }
});

test('what may not have arrived comes last, behind what was never handed over', async () => {
  const { alice, gomcp } = await openAlice('Leak', 'Flood');
  await alice.bringIn(gomcp.status());
  const lost = taken<Carried>(await alice.api.takeOut(gomcp.id, 'new'));
  await alice.api.carriedOut(lost.dropId);
  await alice.api.addIncident(incidentDraft('Fire'));
  expect(await leaving(alice, gomcp.id)).toEqual([['Fire', 'Flood', 'Leak'], 0]);
  await giveTo(gomcp, alice);
  expect(titlesAt(gomcp)).toEqual(['Fire', 'Flood', 'Leak']);
  await alice.close();
});

test('after GoMCP was restarted, what is newest comes first, and what it told of itself comes last', async () => {
  const { alice, gomcp } = await openAlice('Leak');
  await giveTo(gomcp, alice);
  const own = { id: 'INC-OWN', title: 'Its own', status: 'OPEN', created_at: '2026-11-23T12:00:00Z' };
  gomcp.incidents = [...gomcp.incidents, own];
  await alice.bringIn(gomcp.export());
  alice.clock.advance(1000);
  await alice.api.addIncident(incidentDraft('Fire'));
  gomcp.restart();
  await alice.bringIn(gomcp.status());
  expect(await leaving(alice, gomcp.id)).toEqual([['Fire', 'Leak', 'Its own'], 0]);
  await giveTo(gomcp, alice);
  expect(titlesAt(gomcp)).toEqual(['Leak', 'Its own', 'Fire']);
  await alice.api.confirmArrival(gomcp.id);
  expect(await leaving(alice, gomcp.id, 'everything')).toEqual([[], 3]);
  await alice.close();
});

test('a change of an incident that was never handed over goes as it is now', async () => {
  const { alice, gomcp } = await openAlice();
  await giveTo(gomcp, alice);
  alice.clock.advance(1000);
  await alice.api.addIncident(incidentDraft('Leak'));
  alice.clock.advance(1000);
  await change(alice, 'Leak', 'closed');
  expect(await leaving(alice, gomcp.id)).toEqual([['Leak'], 0]);
  await alice.close();
});

test('a peer that signs is given every change, in the order of the store', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addIncident(incidentDraft('Leak'));
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  await change(alice, 'Leak', 'closed');
  await alice.api.addIncident(incidentDraft('Fire'));
  const [titles, heldBack] = await leaving(alice, alice.peer('bob').peerId);
  expect([[...(titles as string[])].sort(), heldBack]).toEqual([['Fire', 'Leak'], 0]);
  await close();
});

describe('a restarted GoMCP tells of its incidents under its new peer id', () => {
  const LEAK = { id: 'INC-1', title: 'Leak', status: 'OPEN', created_at: '2026-11-23T12:00:00Z' };

  async function openKnowing(): Promise<{
    readonly alice: TestNode;
    readonly gomcp: FakeGomcp;
    readonly formerId: string;
  }> {
    const { alice, gomcp } = await openAlice();
    gomcp.incidents = [LEAK];
    await alice.bringIn(gomcp.status());
    await alice.bringIn(gomcp.export());
    const formerId = gomcp.id;
    alice.clock.advance(1000);
    gomcp.restart();
    await alice.bringIn(gomcp.status());
    return { alice, gomcp, formerId };
  }

  test('it is the same incident, which the preview says, however often it is restarted', async () => {
    const { alice, gomcp, formerId } = await openKnowing();
    for (let round = 1; round <= 2; round++) {
      const preview = await alice.previewPayload(gomcp.export());
      expect(preview).toMatchObject({ underFormerId: 1, incidents: { fresh: 0, present: 1, updates: 0, views: 0 } });
      await alice.api.accept(preview.id);
      expect((await incidentRows(alice)).map(({ incident }) => incident.sourcePeerId)).toEqual([formerId]);
      alice.clock.advance(1000);
      gomcp.restart();
      await alice.bringIn(gomcp.status());
    }
    await alice.close();
  });

  test('what it says otherwise is a view of another node, and can be left out', async () => {
    const { alice, gomcp } = await openKnowing();
    gomcp.incidents = [{ ...LEAK, status: 'CLOSED' }];
    const { id, incidents } = await alice.previewPayload(gomcp.export());
    expect(incidents).toMatchObject({ fresh: 0, views: 1 });
    await alice.api.chooseRows(id, 'incidentsViews', { indices: [0] }, 'leave');
    expect(outcomeOf(await alice.api.accept(id))).toMatchObject({ counts: { incidents: 0, leftOut: 1 } });
    await alice.bringIn(gomcp.export());
    const [row, another] = await incidentRows(alice);
    expect(another).toBeUndefined();
    expect(row).toMatchObject({ incident: { status: 'OPEN' }, views: [{ peerId: gomcp.id, status: 'CLOSED' }] });
    await alice.close();
  });

  test('another title, time, id or node name is another incident, and so is one of a later peer', async () => {
    const { alice, gomcp } = await openKnowing();
    for (const change of [{ title: 'Flood' }, { created_at: '2026-11-23T12:00:01Z' }, { id: 'INC-2' }]) {
      gomcp.incidents = [{ ...LEAK, ...change }];
      expect(await alice.previewPayload(gomcp.export())).toMatchObject({ underFormerId: 0, incidents: { fresh: 1 } });
    }
    gomcp.incidents = [LEAK];
    gomcp.restart();
    await alice.bringIn(gomcp.status().replace('"gomcp"', '"sentinel"'));
    expect(await alice.previewPayload(gomcp.export())).toMatchObject({ underFormerId: 0, incidents: { fresh: 1 } });
    // Two that were met in the same millisecond: neither of them is known to be the former one.
    gomcp.restart();
    await alice.bringIn(gomcp.status());
    await alice.bringIn(gomcp.export());
    const second = gomcp.id;
    gomcp.restart();
    await alice.bringIn(gomcp.status());
    gomcp.incidents = [{ ...LEAK, title: 'Flood' }];
    await alice.bringIn(gomcp.export());
    gomcp.id = second;
    expect(await alice.previewPayload(gomcp.export())).toMatchObject({ underFormerId: 0, incidents: { fresh: 1 } });
    await alice.close();
  });
});
