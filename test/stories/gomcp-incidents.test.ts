/** Incidents for a GoMCP node. It stops at the first one that it has, so that one must not stand before newer ones. */
import { expect, test } from 'vitest';
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
