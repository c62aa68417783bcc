import { expect, test, vi } from 'vitest';
import { outcomeOf } from '../../src/domain/outcome.ts';
import { openNode, openTab, pair, taken } from './support/open-node.ts';

const FACT = { content: 'fact', level: 1, domain: '', module: '' };

test('two tabs on one node see each other’s changes, and none is lost', async () => {
  const first = await openNode('alice');
  const second = await first.secondTab();
  await first.api.addFact({ ...FACT, content: 'from the first' });
  await vi.waitFor(() => expect(second.snapshot.counts.facts).toBe(6));
  const acts = Array.from({ length: 20 }, (_, index) =>
    [first, second].map((tab) => tab.api.addFact({ ...FACT, content: `${tab === first ? 'a' : 'b'}${index}` })),
  );
  await Promise.all(acts.flat());
  await vi.waitFor(() => {
    expect(first.snapshot).toEqual(second.snapshot);
    expect(first.snapshot.counts.facts).toBe(46);
  });
  const third = await first.secondTab();
  expect(third.snapshot).toEqual(first.snapshot);
  for (const tab of [first, second, third]) await tab.close();
});

test('both tabs start the node at once: it gets one identity', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const tabs = [await openTab(name), await openTab(name)];
  const outcomes = await Promise.all(tabs.map((tab) => tab.api.startNode('alice')));
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['done', 'nothing']);
  await vi.waitFor(() => expect(tabs[0]?.snapshot).toEqual(tabs[1]?.snapshot));
  expect(tabs[0]?.snapshot.node).toMatchObject({
    nodeName: 'alice',
    peerId: expect.stringMatching(/^peer_[0-9a-f]{24}$/),
  });
  for (const tab of tabs) await tab.close();
});

test('a peer expires once, whichever tab notices', async () => {
  const first = await openNode('alice');
  const bob = await openNode('bob', first.clock);
  await pair(first, bob);
  const second = await first.secondTab();
  first.clock.advance(30 * 60 * 1000);
  await Promise.all([first.api.wake(), second.api.wake()]);
  await vi.waitFor(() => expect(second.snapshot).toEqual(first.snapshot));
  const journal = taken(await first.api.journal({ search: '' }, { offset: 0, limit: 100 }));
  const kinds = 'rows' in journal ? journal.rows.map((entry) => entry.kind) : [];
  expect(kinds.filter((kind) => kind === 'peer-expired')).toHaveLength(1);
  for (const node of [first, second, bob]) await node.close();
});

test('a preview that another tab has overtaken decides again, on what is stored by then', async () => {
  const first = await openNode('alice');
  const bob = await openNode('bob', first.clock);
  await pair(first, bob);
  await bob.api.addFact(FACT);
  const text = await bob.takeOutText('alice');
  const second = await first.secondTab();
  const previews = await Promise.all([first.api.read(text), second.api.read(text)]);
  const outcomes = [];
  for (const [index, tab] of [first, second].entries()) {
    const preview = previews[index];
    if (preview?.kind !== 'preview') throw new Error('no preview');
    outcomes.push(outcomeOf(await tab.api.accept(preview.id)).kind);
  }
  expect(outcomes).toEqual(['done', 'nothing']);
  await vi.waitFor(() => expect(first.snapshot.counts.facts).toBe(6));
  for (const node of [first, second, bob]) await node.close();
});
