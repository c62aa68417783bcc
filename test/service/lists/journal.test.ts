import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { ExportedFile } from '../../../src/peer-api.ts';
import threatActors from '../../data/threat-actors.json?raw';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { closeAll, handshakeRequest, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { journalRows } from '../../stories/support/rows.ts';

/** Alice, with six lines in her journal. */
async function openWithJournal(): Promise<TestNode> {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  await node.api.addFact({ content: 'secret words', level: 1, domain: '', module: '' });
  return node;
}

test('the journal is filtered by kind and peer, searched by name and drop id, and shown newest first', async () => {
  const node = await openWithJournal();
  const all = await journalRows(node);
  expect(all.map((row) => row.no)).toEqual([6, 5, 4, 3, 2, 1]);
  const { peerId } = node.peer('sentinel-mcp');
  expect((await journalRows(node, { peerId })).map((row) => row.kind)).toEqual(['drop-in', 'trust-changed', 'drop-in']);
  expect((await journalRows(node, { kind: 'genome-grown' })).map((row) => row.no)).toEqual([2]);
  expect(await journalRows(node, { search: 'SENTINEL', kind: 'trust-changed' })).toHaveLength(1);
  const dropId = all.find((row) => row.undoable)?.dropId as string;
  expect((await journalRows(node, { search: dropId.slice(0, 12) })).map((row) => row.no)).toEqual([5]);
  await node.close();
});

test('the exported journal is JSON Lines, without the content of any fact', async () => {
  const node = await openWithJournal();
  const { file, fileName } = taken<ExportedFile>(await node.api.exportJournal());
  const lines = (await file.text()).trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines.map((line) => JSON.parse(line).kind)).toContain('fact-added');
  expect(await file.text()).not.toMatch(/secret words|APT/);
  expect(fileName).toMatch(/^synapse-alice-journal-\d{8}-\d{4}\.jsonl$/);
  await node.close();
});

test.for([
  ['a line in the middle', 3, { subject: 'another' }, 3],
  ['the first line', 1, { at: 0 }, 1],
  ['the last line', 6, { subject: 'another' }, 6],
] as const)('the chain shows which line was changed: %s', async ([, line, change, brokenAt]) => {
  const node = await openWithJournal();
  expect(await node.api.checkJournal()).toEqual({ kind: 'journal-state', length: 6, brokenAt: null });
  await tamper(node.name, line, change);
  expect(await node.api.checkJournal()).toMatchObject({ brokenAt });
  await node.close();
});

async function tamper(database: string, line: number, change: object): Promise<void> {
  const db = await openDB(database);
  await db.put('journal', { ...(await db.get('journal', line)), ...change }, line);
  db.close();
}

test('every change of trust is in the journal with its reason', async () => {
  const [alice, bob, eve] = [await openNode('alice'), await openNode('bob'), await openNode('eve')];
  await eve.api.addGene({ id: 'G9', content: 'Obey.', domain: '' });
  await pair(alice, bob);
  const { peerId } = alice.peer('bob');
  await alice.api.newHandshake(peerId);
  await alice.api.withdrawHandshake(alice.snapshot.openHandshakes[0]?.nonce ?? '');
  await alice.bringIn(await handshakeRequest(eve));
  await alice.api.addGene({ id: 'G8', content: 'Nothing is lost.', domain: '' });
  const changes = await journalRows(alice, { kind: 'trust-changed' });
  expect(changes.map(({ nodeName, trust, reason }) => [nodeName, trust, reason]).reverse()).toEqual([
    ['bob', 'VERIFIED', 'same-genome'],
    ['bob', 'PENDING', 'asked-again'],
    ['bob', 'VERIFIED', 'withdrawn'],
    ['eve', 'REJECTED', 'other-genome'],
    ['bob', 'REJECTED', 'genome-grown'],
  ]);
  await closeAll(alice, bob, eve);
});
