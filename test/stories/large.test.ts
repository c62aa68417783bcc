import { expect, test } from 'vitest';
import type { Carried, Preview } from '../../src/peer-api.ts';
import { openNode, pair, taken } from './support/open-node.ts';

test('what is too large to be read as text leaves as gzip, and is read again', async () => {
  const alice = await openNode('alice');
  const bob = await openNode('bob');
  await pair(alice, bob);
  const megabyte = 'A bridge, a road, a river. '.repeat(38_000);
  for (let i = 0; i < 68; i++) {
    await alice.api.addFact({ content: `${i} ${megabyte}`, level: 1, domain: '', module: '' });
  }
  const carried = taken<Carried>(await alice.api.takeOut(alice.peer('bob').peerId, 'everything'));
  expect(carried.fileName).toMatch(/\.json\.gz$/);
  expect(carried.file.size).toBeLessThan(1024 * 1024);
  expect(taken<Preview>(await bob.api.read(carried.file))).toMatchObject({ facts: { fresh: 68, genes: 5 } });
  await alice.close();
  await bob.close();
});
