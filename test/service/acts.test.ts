import { expect, test } from 'vitest';
import handshake from '../data/gomcp-handshake-request.json?raw';
import { openNode, openTab } from '../stories/support/open-node.ts';
import { recordCounts } from '../stories/support/whole-memory.ts';
import { eventually } from '../watch/eventually.ts';

const DRAFT = { content: 'A rule of the road.', level: 1, domain: '', module: '' };
const RANGE = { offset: 0, limit: 10 };
const NO_NODE = { kind: 'refused', code: 'store-failed' };

async function recordsIn(name: string): Promise<number> {
  return Object.values(await recordCounts(name)).reduce((sum, count) => sum + count, 0);
}

test('an act of a node is refused before there is a node, and nothing is stored', async () => {
  const { api, name, service } = await openTab(`no-node-${crypto.randomUUID()}`);
  expect(await api.addFact(DRAFT)).toEqual(NO_NODE);
  expect(await api.newHandshake(null)).toEqual(NO_NODE);
  expect(await api.read(handshake)).toEqual(NO_NODE);
  expect(await api.facts({ search: '' }, RANGE)).toEqual(NO_NODE);
  expect(await recordsIn(name)).toBe(0);
  await service.close();
});

test('an act is refused if another tab forgets the node while the act waits for its turn to write', async () => {
  const node = await openNode('alice');
  const tab = await node.secondTab();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const pending = async () => (await navigator.locks.query()).pending?.length;
  const lock = navigator.locks.request(`${node.name}/write`, () => held);
  const forgetting = node.api.forgetEverything();
  await eventually(async () => expect(await pending()).toBe(1));
  const adding = tab.api.addFact(DRAFT);
  await eventually(async () => expect(await pending()).toBe(2));
  release();
  expect(await forgetting).toMatchObject({ what: 'everything-forgotten' });
  expect(await adding).toEqual(NO_NODE);
  expect(await recordsIn(node.name)).toBe(0);
  await lock;
  await tab.close();
  await node.close();
});
