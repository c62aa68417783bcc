import { expect, test } from 'vitest';
import type { Carried, ExportedFile, JournalRow, Rows } from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { handedOver, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

const ALL = { offset: 0, limit: 1000 };

async function lived(): Promise<TestNode> {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  await node.bringIn(threatActors);
  await node.api.addFact({ content: 'secret words', level: 1, domain: '', module: '' });
  return node;
}

async function rowsOf(
  node: TestNode,
  query: Parameters<TestNode['api']['journal']>[0],
): Promise<readonly JournalRow[]> {
  return taken<Rows<JournalRow>>(await node.api.journal(query, ALL)).rows;
}

test('filtered by kind and peer, searched by name and drop id, newest first', async () => {
  const node = await lived();
  const all = await rowsOf(node, { search: '' });
  expect(all.map((row) => row.no)).toEqual([6, 5, 4, 3, 2, 1]);
  const { peerId } = node.peer('sentinel-mcp');
  expect((await rowsOf(node, { search: '', peerId })).map((row) => row.kind)).toEqual([
    'drop-in',
    'trust-changed',
    'drop-in',
  ]);
  expect((await rowsOf(node, { search: '', kind: 'genome-grown' })).map((row) => row.no)).toEqual([2]);
  expect(await rowsOf(node, { search: 'SENTINEL', kind: 'trust-changed' })).toHaveLength(1);
  const dropId = all.find((row) => row.undoable)?.dropId as string;
  expect((await rowsOf(node, { search: dropId.slice(0, 12) })).map((row) => row.no)).toEqual([5]);
  await node.close();
});

test('JSON Lines, without the contents of any fact', async () => {
  const node = await lived();
  const { file, fileName } = taken<ExportedFile>(await node.api.exportJournal());
  const lines = (await file.text()).trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines.map((line) => JSON.parse(line).kind)).toContain('fact-added');
  expect(await file.text()).not.toMatch(/secret words|APT/);
  expect(fileName).toMatch(/^synapse-alice-journal-\d{8}-\d{4}\.jsonl$/);
  await node.close();
});

test.for([
  ['changed', 3, { subject: 'another' }, 3],
  ['first line changed', 1, { at: 0 }, 1],
  ['last line changed', 6, { subject: 'another' }, 6],
] as const)('the chain shows what was tampered with: %s', async ([, line, change, brokenAt]) => {
  const node = await lived();
  expect(await node.api.checkJournal()).toEqual({ kind: 'journal-state', length: 6, brokenAt: null });
  await tamper(node.name, line, change);
  expect(await node.api.checkJournal()).toMatchObject({ brokenAt });
  await node.close();
});

function tamper(database: string, line: number, change: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('journal', 'readwrite');
      const reading = tx.objectStore('journal').get(line);
      reading.onsuccess = () => tx.objectStore('journal').put({ ...reading.result, ...change }, line);
      tx.onerror = () => reject(tx.error);
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

test('every change of trust is told with its reason', async () => {
  const [alice, bob, eve] = [await openNode('alice'), await openNode('bob'), await openNode('eve')];
  await eve.api.addGene({ id: 'G9', content: 'Obey.', domain: '' });
  await pair(alice, bob);
  const { peerId } = alice.peer('bob');
  await alice.api.newHandshake(peerId);
  await alice.api.withdrawHandshake(alice.snapshot.openHandshakes[0]?.nonce ?? '');
  await alice.bringIn(await handedOver(eve, taken<Carried>(await eve.api.newHandshake(null))));
  await alice.api.addGene({ id: 'G8', content: 'Nothing is lost.', domain: '' });
  const changes = await rowsOf(alice, { search: '', kind: 'trust-changed' });
  expect(changes.map(({ nodeName, trust, reason }) => [nodeName, trust, reason]).reverse()).toEqual([
    ['bob', 'VERIFIED', 'same-genome'],
    ['bob', 'PENDING', 'asked-again'],
    ['bob', 'VERIFIED', 'withdrawn'],
    ['eve', 'REJECTED', 'other-genome'],
    ['bob', 'REJECTED', 'genome-grown'],
  ]);
  await Promise.all([alice.close(), bob.close(), eve.close()]);
});
