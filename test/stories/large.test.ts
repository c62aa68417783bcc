import { expect, test } from 'vitest';
import { openPair } from './support/open-nodes.ts';

test('a payload that is too large to be read as text leaves as gzip, and is read again', async () => {
  const { alice, bob, close } = await openPair();
  const megabyte = 'A bridge, a road, a river. '.repeat(38_000);
  for (let index = 0; index < 68; index++) {
    await alice.api.addFact({ content: `${index} ${megabyte}`, level: 1, domain: '', module: '' });
  }
  const carried = await alice.takeOut('bob');
  expect(carried.fileName).toMatch(/\.json\.gz$/);
  expect(carried.file.size).toBeLessThan(1024 * 1024);
  expect(await bob.preview(carried.file)).toMatchObject({ facts: { fresh: 68, genes: 5 } });
  await close();
});
