/** The whole loop with data that GoMCP wrote: shake hands, take in, take out, and what is refused on the way. */
import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import { Trust } from '../../src/domain/trust.ts';
import type { Carried } from '../../src/peer-api.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import otherGenome from '../data/gomcp-handshake-request-other-genome.json?raw';
import peerStatus from '../data/gomcp-peer-status.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { handshakeRequest, openEmptyNode, openNode, pair, taken } from './support/open-node.ts';

const GENOME = '38063b8cd2c9c6444729a7684906026f389c7922f5b5bad5ab35ba21e9e5fb91';

test('a GoMCP node shakes hands, and its 984 facts are taken in once', async () => {
  const alice = await openNode('alice');
  expect(alice.snapshot.node).toMatchObject({ genomeHash: GENOME, nodeName: 'alice' });
  const { outcome, reply } = await alice.bringIn(handshake);
  expect(outcome).toMatchObject({ kind: 'done', what: 'handshake-verified', peer: 'sentinel-mcp' });
  expect(JSON.parse(taken<Carried>(reply).text as string)).toMatchObject({
    match: true,
    trust: 2,
    genome_hash: GENOME,
  });
  const preview = await alice.preview(new Blob([threatActors]));
  expect(preview).toMatchObject({
    act: 'take-in',
    facts: { fresh: 984, genes: 5, present: 0, conflicts: 0, refused: 0 },
  });
  alice.clock.advance(1000);
  expect(outcomeOf(await alice.api.accept(preview.id))).toMatchObject({
    kind: 'done',
    counts: { facts: 984, genes: 5 },
  });
  expect(alice.peer('sentinel-mcp')).toMatchObject({
    factCount: 984,
    lastSyncAt: alice.clock.now,
    trust: Trust.VERIFIED,
  });
  expect(alice.snapshot.counts.facts).toBe(989);
  const found = await alice.api.facts({ search: 'apt28' }, { offset: 0, limit: 50 });
  expect(found).toMatchObject({ total: 5 });
  const again = await alice.preview(threatActors);
  expect(again).toMatchObject({
    act: 'nothing',
    takenInAt: alice.clock.now,
    facts: { fresh: 0, present: 984, genes: 5 },
  });
  await alice.close();
});

test('everything taken out is what GoMCP wrote, field by field', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  await pair(alice, bob);
  const carried = await alice.takeOut('bob');
  expect(carried).toMatchObject({ text: null, factCount: 989 });
  const { facts } = JSON.parse(await carried.file.text());
  expect(facts).toEqual(JSON.parse(threatActors).facts);
  const { outcome } = await bob.bringIn(carried.file);
  expect(outcome).toMatchObject({ counts: { facts: 984, genes: 5 } });
  expect(JSON.parse(await bob.takeOutText('alice')).facts).toEqual(JSON.parse(threatActors).facts);
  await alice.close();
  await bob.close();
});

test('a node with another genome is rejected, our own request is refused, a status is a handshake', async () => {
  const alice = await openNode('alice');
  expect((await alice.bringIn(otherGenome)).outcome).toMatchObject({ what: 'handshake-rejected', peer: 'stranger' });
  expect(alice.peer('stranger')).toMatchObject({ trust: Trust.REJECTED, genome: 'different' });
  const ownRequest = await handshakeRequest(alice);
  expect(await alice.api.read(ownRequest)).toMatchObject({ kind: 'refused', code: 'self-handshake' });
  expect((await alice.bringIn(peerStatus)).outcome).toMatchObject({ what: 'handshake-verified' });
  await alice.close();
});

test('a stranger is not trusted, and a node without genes shakes no hands', async () => {
  const alice = await openNode('alice');
  expect(await alice.api.read(threatActors)).toMatchObject({ code: 'not-trusted' });
  await alice.bringIn(handshake);
  const otherHash = threatActors.replace(GENOME, `${GENOME.slice(0, -1)}0`);
  expect(await alice.api.read(otherHash)).toMatchObject({ code: 'hash-mismatch', wanted: GENOME });
  expect(alice.snapshot.counts.facts).toBe(5);
  const empty = await openEmptyNode('empty');
  expect(await empty.api.read(handshake)).toMatchObject({ code: 'no-genome' });
  expect(await empty.api.newHandshake(null)).toMatchObject({ code: 'no-genome' });
  await alice.close();
  await empty.close();
});
