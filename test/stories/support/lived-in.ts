import { expect } from 'vitest';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { pair, taken } from './open-node.ts';
import { type OpenedNodes, openNodes } from './open-nodes.ts';
import { conflictRows, idOfFact } from './rows.ts';

/**
 * Alice has something of everything that can be stored: real data, edits, conflicts with choices, incidents, a backup,
 * peers that sign and one that does not, an open handshake. Bob and Carol are her peers.
 */
export async function openLivedIn(): Promise<OpenedNodes<'alice' | 'bob' | 'carol'>> {
  const nodes = await openNodes('alice', 'bob', 'carol');
  const { alice, bob, carol, clock } = nodes;
  await pair(alice, carol);
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  await alice.bringIn(edited);
  const [first, second] = await conflictRows(alice);
  await alice.api.resolveConflict(taken(first).key, 'theirs');
  await alice.api.resolveConflict(taken(second).key, 'both');
  await alice.api.addFact({ content: 'Bear uses one server.', level: 1, domain: 'actors', module: '' });
  await alice.api.editFact(await idOfFact(alice, 'Bear uses one'), {
    content: 'Bear uses two servers.',
    level: 1,
    domain: 'actors',
    module: '',
  });
  const { facts } = JSON.parse(threatActors);
  await alice.api.markFact(facts[20].id, 'stale', true);
  await alice.api.deleteFact(facts[21].id);
  await carol.bringIn(await alice.takeOutText('carol'));
  await alice.bringIn(await carol.takeOutText('alice', 'new'));
  await alice.api.leaveOut(alice.peer('carol').peerId, 'actors', true);
  await alice.api.setPeerTimeout(60_000);
  clock.advance(61_000);
  await alice.api.wake();
  expect(alice.peer('carol').backup).not.toBeNull();
  await alice.api.setPeerTimeout(3_600_000);
  await pair(alice, bob);
  const { peerId } = alice.peer('bob');
  const { hash } = taken(await alice.api.fingerprint(peerId));
  await alice.api.compareIdentity(peerId, hash, true);
  await alice.api.newHandshake(null);
  return nodes;
}
