/** A node that asks a peer for facts page by page, and what its requests and pages do not do. */
import { expect, test } from 'vitest';
import type { Done } from '../../src/domain/outcome.ts';
import { parseTime } from '../../src/domain/time.ts';
import type { Carried } from '../../src/peer-api.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { deltaRequest } from './support/delta-request.ts';
import { handedOver, taken } from './support/open-node.ts';
import { openPair } from './support/open-nodes.ts';
import { journalRows } from './support/rows.ts';

const WORDS = { content: 'A', level: 1, domain: 'actors', module: '' };

test('pages of a delta go to and fro until everything has come, oldest first', async () => {
  const { alice, bob, close } = await openPair();
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  let request: Carried | null = null;
  const brought: number[] = [];
  for (;;) {
    const text = request ? await handedOver(bob, request) : await deltaRequest(bob, 400);
    const page = await handedOver(alice, taken<Carried>((await alice.bringIn(text)).reply));
    const times = JSON.parse(page).facts.map((fact: { created_at: string }) => parseTime(fact.created_at));
    expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : 1)));
    expect((await bob.previewPayload(page)).hasMore).toBe(brought.length < 2);
    const { outcome, reply } = await bob.bringIn(page);
    brought.push((outcome as Done).counts?.facts ?? -1);
    if (!reply) break;
    expect(reply.documentKind).toBe('delta_sync_request');
    request = reply;
    // If the same page comes again, it brings no fact, and the next request once more.
    expect(await bob.preview(page)).toMatchObject({ act: 'ask-on', hasMore: true });
    expect((await bob.bringIn(page)).reply).not.toBeNull();
    expect(bob.snapshot.counts.facts).toBe(5 + brought.reduce((sum, count) => sum + count, 0));
  }
  expect(bob.snapshot.counts.facts).toBe(989);
  expect(brought).toHaveLength(3);
  await close();
});

test('the receipt of one delta page does not confirm everything up to a time', async () => {
  const { alice, bob, clock, close } = await openPair();
  for (const content of ['a', 'b', 'c']) {
    clock.advance(1000);
    await alice.api.addFact({ ...WORDS, content });
  }
  const { reply } = await alice.bringIn(await deltaRequest(bob, 1));
  await bob.bringIn(await handedOver(alice, taken<Carried>(reply)));
  await alice.bringIn(await bob.takeOutText('alice', 'new'));
  expect(alice.peer('bob').waiting).toBe(3);
  expect(alice.peer('bob').confirmedAt).toBeNull();
  await close();
});

test('a delta request that comes again is no contact', async () => {
  const { alice, bob, clock, close } = await openPair();
  const text = await deltaRequest(bob, 1);
  await alice.bringIn(text);
  clock.advance(20 * 60_000);
  await alice.bringIn(text);
  clock.advance(20 * 60_000);
  await alice.api.wake();
  expect(alice.peer('bob').trust).toBe(4);
  await close();
});

test('the journal names a delta page as what it is', async () => {
  const { alice, bob, close } = await openPair();
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  alice.clock.advance(1000);
  await alice.api.addFact({ ...WORDS, content: 'new one' });
  const { reply } = await alice.bringIn(await deltaRequest(bob, 9));
  await bob.bringIn(await handedOver(alice, taken<Carried>(reply)));
  const lines = await journalRows(bob, { kind: 'drop-in' });
  expect(lines.map((line) => line.documentKind)).toContain('delta_sync_response');
  await close();
});
