import { expect, test } from 'vitest';
import type { IncidentQuery, IncidentRow, IncidentRows } from '../../../src/peer-api.ts';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { openNode, type TestNode, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { rewritten } from '../../stories/support/rewritten.ts';

const DRAFT = {
  title: 'Leak in the hall',
  description: 'Water.',
  status: 'OPEN',
  severity: 'HIGH',
  killChainPhase: 'impact',
  correlationRule: 'wet_floor',
  mitreMapping: ['T1485'],
  eventCount: 3,
};

async function list(node: TestNode, query: IncidentQuery = { search: '' }): Promise<IncidentRows> {
  return taken<IncidentRows>(await node.api.incidents(query, { offset: 0, limit: 100 }));
}

test('two different incidents with the id INC-2026-0001 stand side by side', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const { rows, words } = await list(node);
  expect(rows.map(({ incident }) => incident.id)).toEqual(['INC-2026-0001', 'INC-2026-0001']);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  expect(words).toMatchObject({ statuses: ['INVESTIGATING', 'OPEN'], severities: ['CRITICAL', 'HIGH'] });
  expect((await list(node, { search: 'чат' })).total).toBe(1);
  expect((await list(node, { search: '', severity: 'HIGH' })).rows[0]?.incident.eventCount).toBe(7);
  expect((await list(node, { search: 't1059', killChainPhase: 'exploitation' })).total).toBe(1);
  expect((await list(node, { search: '', technique: 'T1059' })).total).toBe(1);
  expect((await list(node, { search: '', technique: 'T105' })).total).toBe(0);
  await node.close();
});

test('an incident of ours travels and is updated; what another node says of it is a view', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addIncident(DRAFT);
  const [added] = (await list(alice)).rows as [IncidentRow];
  expect(added).toMatchObject({
    own: true,
    fromPeerId: null,
    incident: { ...DRAFT, sourcePeerId: alice.snapshot.node?.peerId },
  });
  expect(added.incident.id).toMatch(/^INC-2026-[0-9A-F]{10}$/);
  expect(alice.peer('bob')).toMatchObject({ waiting: 1, waitingIncidents: 1, confirmedAt: null });
  await bob.bringIn(await alice.takeOutText('bob'));
  await alice.bringIn(await bob.takeOutText('alice', 'new'));
  expect(alice.peer('bob').waiting).toBe(0);
  expect((await list(bob)).rows).toMatchObject([
    { own: false, incident: added.incident, history: [{ status: 'OPEN' }] },
  ]);
  expect(await bob.api.changeIncident(added.key, { ...DRAFT, status: 'RESOLVED' })).toMatchObject({
    code: 'incident-not-ours',
  });

  alice.clock.advance(60_000);
  await alice.api.changeIncident(added.key, { ...DRAFT, status: 'INVESTIGATING' });
  const changed = await alice.takeOutText('bob', 'new');
  expect(JSON.parse(changed).incidents).toHaveLength(1);
  await bob.bringIn(changed);
  const [updated] = (await list(bob)).rows;
  expect(updated).toMatchObject({ incident: { status: 'INVESTIGATING' }, views: [] });
  expect(updated?.history.map(({ status }) => status)).toEqual(['OPEN', 'INVESTIGATING']);

  // Bob's node is another program, which gives Alice's incident a status of its own.
  alice.clock.advance(60_000);
  const text = await bob.takeOutText('alice');
  const incidents = JSON.parse(text).incidents.map((one: object) => ({ ...one, status: 'FALSE_POSITIVE' }));
  await alice.bringIn(await rewritten(bob, text, { incidents }));
  expect((await list(alice)).rows).toMatchObject([
    { incident: { status: 'INVESTIGATING' }, views: [{ peerId: bob.snapshot.node?.peerId, status: 'FALSE_POSITIVE' }] },
  ]);
  await close();
});

test('an unknown status stays as it is; an incident without a title is refused', async () => {
  const node = await openNode('alice');
  await node.api.addIncident({ ...DRAFT, status: 'На паузе', severity: 'meh' });
  expect((await list(node)).words).toMatchObject({ statuses: ['На паузе'], severities: ['meh'] });
  expect(await node.api.addIncident({ ...DRAFT, title: '' })).toMatchObject({ code: 'empty-content', place: '/title' });
  expect(await node.api.changeIncident('["x","y"]', DRAFT)).toMatchObject({ code: 'incident-not-found' });
  expect(node.snapshot.counts.incidents).toBe(1);
  await node.close();
});

test('saving without a change does nothing; a change counts even if the clock was set back', async () => {
  const alice = await openNode('alice');
  await alice.api.addIncident(DRAFT);
  const [added] = (await list(alice)).rows as [IncidentRow];
  const { revision } = alice.snapshot;
  alice.clock.advance(60_000);
  expect(await alice.api.changeIncident(added.key, DRAFT)).toEqual({ kind: 'nothing', why: 'unchanged' });
  expect(alice.snapshot.revision).toBe(revision);
  alice.clock.advance(-3_600_000);
  for (const status of ['INVESTIGATING', 'RESOLVED', 'OPEN']) {
    expect(await alice.api.changeIncident(added.key, { ...DRAFT, status })).toMatchObject({ kind: 'done' });
    expect((await list(alice)).rows).toMatchObject([{ incident: { status } }]);
  }
  await alice.close();
});
