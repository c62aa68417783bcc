/** Two tabs on one memory: both show the same, and neither undoes what the other did. */

import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import { eventually } from '../watch/eventually.ts';
import { closeAll, openNode, openTab, pair } from './support/open-node.ts';
import { journalRows } from './support/rows.ts';

const FACT = { content: 'fact', level: 1, domain: '', module: '' };

test('two tabs on one node see each other’s changes, and none is lost', async () => {
  const first = await openNode('alice');
  const second = await first.secondTab();
  await first.api.addFact({ ...FACT, content: 'from the first' });
  await eventually(() => expect(second.snapshot.counts.facts).toBe(6));
  const adding = Array.from({ length: 20 }, (_, index) =>
    [first, second].map((tab) => tab.api.addFact({ ...FACT, content: `${tab === first ? 'a' : 'b'}${index}` })),
  );
  await Promise.all(adding.flat());
  await eventually(() => {
    expect(first.snapshot).toEqual(second.snapshot);
    expect(first.snapshot.counts.facts).toBe(46);
  });
  const third = await first.secondTab();
  expect(third.snapshot).toEqual(first.snapshot);
  await closeAll(first, second, third);
});

test('a node that both tabs start at once gets one identity', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const tabs = [await openTab(name), await openTab(name)];
  const outcomes = await Promise.all(tabs.map((tab) => tab.api.startNode('alice')));
  expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['done', 'nothing']);
  await eventually(() => expect(tabs[0]?.snapshot).toEqual(tabs[1]?.snapshot));
  expect(tabs[0]?.snapshot.node).toMatchObject({
    nodeName: 'alice',
    peerId: expect.stringMatching(/^peer_[0-9a-f]{24}$/),
  });
  await closeAll(...tabs);
});

test('a peer expires once, whichever tab notices it', async () => {
  const first = await openNode('alice');
  const bob = await openNode('bob', first.clock);
  await pair(first, bob);
  const second = await first.secondTab();
  first.clock.advance(30 * 60 * 1000);
  await Promise.all([first.api.wake(), second.api.wake()]);
  await eventually(() => expect(second.snapshot).toEqual(first.snapshot));
  const kinds = (await journalRows(first)).map((entry) => entry.kind);
  expect(kinds.filter((kind) => kind === 'peer-expired')).toHaveLength(1);
  await closeAll(first, second, bob);
});

test('a preview that another tab has overtaken decides by what is stored at Accept', async () => {
  const first = await openNode('alice');
  const bob = await openNode('bob', first.clock);
  await pair(first, bob);
  await bob.api.addFact(FACT);
  const text = await bob.takeOutText('alice');
  const second = await first.secondTab();
  const [one, other] = await Promise.all([first.preview(text), second.preview(text)]);
  const outcomes = [outcomeOf(await first.api.accept(one.id)).kind, outcomeOf(await second.api.accept(other.id)).kind];
  expect(outcomes).toEqual(['done', 'nothing']);
  await eventually(() => expect(first.snapshot.counts.facts).toBe(6));
  await closeAll(first, second, bob);
});
