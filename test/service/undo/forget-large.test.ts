import { expect, test } from 'vitest';
import { forgetPreview } from '../../stories/support/forget-preview.ts';
import { openNode, type TestNode } from '../../stories/support/open-node.ts';
import { meet, unsignedPayload, wireFact } from '../../stories/support/unsigned.ts';

const COUNT = 100_000;

/** A payload of this peer with the first `count` facts. */
function payload(node: TestNode, peerId: string, count: number): Blob {
  const facts = Array.from({ length: count }, (_, index) =>
    wireFact(index.toString(16).padStart(32, '0'), `${index} of the bridges`, { domain: 'roads' }),
  );
  return new Blob([unsignedPayload(node, peerId, facts)]);
}

test('100,000 facts are forgotten in one change; half of them stay, as another peer brought them too', async () => {
  const node = await openNode('alice');
  for (const name of ['mara', 'bob']) await meet(node, name, { peerId: name });
  await node.bringIn(payload(node, 'mara', COUNT));
  await node.bringIn(payload(node, 'bob', COUNT / 2));
  const { revision } = node.snapshot;
  expect(await forgetPreview(node, 'mara')).toMatchObject({ facts: COUNT / 2, shared: COUNT / 2 });
  expect(await node.api.forgetPeer('mara', 'peer-and-facts', false)).toMatchObject({ counts: { facts: COUNT / 2 } });
  expect(node.snapshot.revision).toBe(revision + 1);
  expect(node.snapshot.counts.facts).toBe(5 + COUNT / 2);
  expect(await node.api.facts({ search: '', origin: 'bob' }, { offset: 0, limit: 1 })).toMatchObject({
    total: COUNT / 2,
  });
  expect(await node.preview(payload(node, 'bob', COUNT / 2))).toMatchObject({ act: 'nothing' });
  await node.close();
});
