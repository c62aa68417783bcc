import { expect, test } from 'vitest';
import type { ForgetPreview, Preview } from '../../../src/peer-api.ts';
import { openNode, type TestNode, taken } from '../../stories/support/open-node.ts';

const COUNT = 100_000;

async function meet(node: TestNode, name: string): Promise<void> {
  const genome_hash = node.snapshot.node?.genomeHash;
  await node.bringIn(JSON.stringify({ from_peer_id: name, from_node: name, genome_hash, timestamp: 1, nonce: name }));
}

function payload(node: TestNode, from: string, count: number): Blob {
  const facts = Array.from({ length: count }, (_, index) => ({
    id: index.toString(16).padStart(32, '0'),
    content: `${index} of the bridges`,
    level: 1,
    domain: 'roads',
    source: 'test',
    created_at: '2026-01-01T00:00:00Z',
  }));
  const genome_hash = node.snapshot.node?.genomeHash;
  return new Blob([
    JSON.stringify({ version: '1.1', from_peer_id: from, genome_hash, facts, synced_at: '2026-01-01T00:00:00Z' }),
  ]);
}

test('100,000 facts are forgotten in one change, half of them handed on to whoever brought them too', {
  timeout: 60_000,
}, async () => {
  const node = await openNode('alice');
  for (const name of ['mara', 'bob']) await meet(node, name);
  await node.bringIn(payload(node, 'mara', COUNT));
  await node.bringIn(payload(node, 'bob', COUNT / 2));
  const { revision } = node.snapshot;
  const seen = taken<ForgetPreview>(await node.api.inspectForget('mara'));
  expect(seen).toMatchObject({ facts: COUNT / 2, shared: COUNT / 2 });
  expect(await node.api.forgetPeer('mara', 'peer-and-facts', false)).toMatchObject({ counts: { facts: COUNT / 2 } });
  expect(node.snapshot.revision).toBe(revision + 1);
  expect(node.snapshot.counts.facts).toBe(5 + COUNT / 2);
  expect(await node.api.facts({ search: '', origin: 'bob' }, { offset: 0, limit: 1 })).toMatchObject({
    total: COUNT / 2,
  });
  expect(taken<Preview>(await node.api.read(payload(node, 'bob', COUNT / 2)))).toMatchObject({ act: 'nothing' });
  await node.close();
});
