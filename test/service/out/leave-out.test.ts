/** What leaves for a peer: counted before it is carried, domains left out by hand, and nothing of them taken for known. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BackupForm, Carried, FactRows, Preview, Rows, TakeOutScope } from '../../../src/peer-api.ts';
import { Clock, handedOver, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { rewritten } from '../../stories/support/rewritten.ts';

const HALF_AN_HOUR = 30 * 60 * 1000;
const ALL = { offset: 0, limit: 10_000 };

async function pairOfNodes() {
  const clock = new Clock();
  const alice = await openNode('alice', clock);
  const bob = await openNode('bob', clock);
  await pair(alice, bob);
  return { alice, bob, clock, close: () => Promise.all([alice.close(), bob.close()]) };
}

async function add(node: TestNode, domain: string, ...contents: readonly string[]): Promise<void> {
  for (const content of contents) await node.api.addFact({ content, level: 1, domain, module: '' });
}

const leave = (node: TestNode, peerName: string, domain: string, isLeftOut = true) =>
  node.api.leaveOut(node.peer(peerName).peerId, domain, isLeftOut);

const made = async (node: TestNode, peerName: string, scope: TakeOutScope = 'everything') =>
  taken<Carried>(await node.api.takeOut(node.peer(peerName).peerId, scope));

/** What a payload or backup holds, genes not counted. */
function wordsOf(text: string): readonly string[] {
  const { facts } = JSON.parse(text) as { facts: { content: string; is_gene?: boolean }[] };
  return facts.filter((fact) => !fact.is_gene).map((fact) => fact.content);
}

async function contentsOf(node: TestNode): Promise<readonly string[]> {
  const { rows } = taken<FactRows>(await node.api.facts({ search: '' }, ALL));
  return rows.flatMap(({ fact }) => (fact.isGene ? [] : fact.content)).sort();
}

/** Bob's payload, which holds his receipts. */
const confirm = async (alice: TestNode, bob: TestNode) => alice.bringIn(await bob.takeOutText('alice', 'new'));

test('a take-out says what goes by level and domain, and what stays here and why', async () => {
  const { alice, bob, close } = await pairOfNodes();
  const drafts = [
    ['one', 0, 'roads'],
    ['two', 1, 'roads'],
    ['three', 1, ''],
    ['four', 2, 'roads'],
    ['five', 3, ''],
    ['six', 1, 'roads'],
    ['seven', 1, 'roads'],
    ['eight', 1, 'bridges'],
  ] as const;
  for (const [content, level, domain] of drafts) await alice.api.addFact({ content, level, domain, module: '' });
  const { rows } = taken<FactRows>(await alice.api.facts({ search: '' }, ALL));
  const idOf = (content: string) => rows.find(({ fact }) => fact.content === content)?.fact.id as string;
  await alice.api.markFact(idOf('six'), 'stale', true);
  await alice.api.markFact(idOf('seven'), 'archived', true);
  const roads = { domain: 'roads', count: 2, leftOut: false };
  const heldBack = [
    { why: 'level', count: 2 },
    { why: 'stale', count: 1 },
    { why: 'archived', count: 1 },
  ];
  expect(await made(alice, 'bob')).toMatchObject({
    factCount: 9,
    contents: {
      genes: 5,
      levels: [
        { level: 0, count: 1 },
        { level: 1, count: 3 },
      ],
      domains: [roads, { domain: '', count: 1, leftOut: false }, { domain: 'bridges', count: 1, leftOut: false }],
      heldBack,
    },
  });
  await leave(alice, 'bob', '');
  await leave(alice, 'bob', 'roads');
  expect(await made(alice, 'bob')).toMatchObject({
    factCount: 6,
    contents: {
      levels: [{ level: 1, count: 1 }],
      domains: [
        { ...roads, leftOut: true },
        { domain: '', leftOut: true },
        { domain: 'bridges', leftOut: false },
      ],
      heldBack: [...heldBack, { why: 'left-out', count: 3 }],
    },
  });
  await bob.bringIn(await alice.takeOutText('bob'));
  await confirm(alice, bob);
  await add(alice, 'roads', 'nine');
  await add(alice, 'bridges', 'ten', 'eleven');
  // Only what is past what is confirmed; of what is left out, what would go if it were put back.
  expect((await made(alice, 'bob', 'new')).contents).toEqual({
    genes: 0,
    levels: [{ level: 1, count: 2 }],
    domains: [
      { domain: 'roads', count: 3, leftOut: true },
      { domain: 'bridges', count: 2, leftOut: false },
      { domain: '', count: 1, leftOut: true },
    ],
    heldBack: [{ why: 'left-out', count: 4 }],
  });
  expect(taken<Carried>(await alice.api.newHandshake(null)).contents).toBeNull();
  await close();
});

test('a domain is left out for one peer, remembered, written down, and put back', async () => {
  const { alice, close } = await pairOfNodes();
  const carol = await openNode('carol', alice.clock);
  await pair(alice, carol);
  await add(alice, 'roads', 'one', 'two');
  await add(alice, '', 'three');
  expect(alice.peer('bob')).toMatchObject({ waiting: 3, leftOut: [] });
  expect(await leave(alice, 'bob', 'roads')).toMatchObject({ kind: 'done', what: 'setting-changed', peer: 'bob' });
  expect(await leave(alice, 'bob', 'roads')).toMatchObject({ kind: 'nothing', why: 'unchanged' });
  expect(await leave(alice, 'bob', 'bridges', false)).toMatchObject({ kind: 'nothing', why: 'unchanged' });
  expect(await alice.api.leaveOut('peer_nobody', 'roads', true)).toMatchObject({ code: 'peer-not-found' });
  expect(alice.peer('bob')).toMatchObject({ waiting: 1, leftOut: ['roads'] });
  expect(alice.peer('carol')).toMatchObject({ waiting: 3, leftOut: [] });
  const later = await alice.secondTab();
  expect(later.peer('bob')).toMatchObject({ waiting: 1, leftOut: ['roads'] });
  expect(await leave(later, 'bob', 'roads', false)).toMatchObject({ kind: 'done' });
  expect(later.peer('bob')).toMatchObject({ waiting: 3, leftOut: [] });
  const { rows } = taken<Rows<unknown>>(await later.api.journal({ search: 'roads' }, ALL));
  expect(rows).toMatchObject([
    { kind: 'domain-put-back', nodeName: 'bob', subject: 'roads' },
    { kind: 'domain-left-out', nodeName: 'bob', subject: 'roads' },
  ]);
  for (const node of [later, carol]) await node.close();
  await close();
});

test('left out, carried, confirmed, put back: the other node ends with everything', async () => {
  const { alice, bob, close } = await pairOfNodes();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  alice.clock.advance(1000);
  await confirm(alice, bob);
  expect(await contentsOf(bob)).toEqual(['two']);
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, confirmedAt: alice.clock.now - 1000 });
  await leave(alice, 'bob', 'roads', false);
  expect(alice.peer('bob')).toMatchObject({ waiting: 2, confirmedAt: null });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  expect(await contentsOf(bob)).toEqual(['one', 'two']);
  await confirm(alice, bob);
  expect(alice.peer('bob')).toMatchObject({ waiting: 0 });
  await close();
});

test('put back while a drop is under way: its receipt speaks for nothing', async () => {
  const { alice, bob, close } = await pairOfNodes();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  const underWay = await alice.takeOutText('bob', 'new');
  await leave(alice, 'bob', 'roads', false);
  await bob.bringIn(underWay);
  await confirm(alice, bob);
  expect(alice.peer('bob')).toMatchObject({ waiting: 2, confirmedAt: null });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  expect(await contentsOf(bob)).toEqual(['one', 'two']);
  await confirm(alice, bob);
  expect(alice.peer('bob').waiting).toBe(0);
  await close();
});

test('left out again before the receipt comes: it speaks for the rest', async () => {
  const { alice, bob, close } = await pairOfNodes();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  const underWay = await alice.takeOutText('bob', 'new');
  await leave(alice, 'bob', 'roads', false);
  await leave(alice, 'bob', 'roads');
  await bob.bringIn(underWay);
  await confirm(alice, bob);
  expect(alice.peer('bob').waiting).toBe(0);
  await leave(alice, 'bob', 'roads', false);
  expect(wordsOf(await alice.takeOutText('bob', 'new'))).toContain('one');
  await close();
});

/** Two real nodes, drops that arrive late or never, domains in and out between them. */
test('in whatever order, what waits is never less than what the other node lacks', async () => {
  const act = fc.constantFrom('add a', 'add b', 'turn a', 'turn b', 'make', 'arrive', 'arrive', 'confirm', 'confirm');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
      const { alice, bob, close } = await pairOfNodes();
      const underWay: string[] = [];
      let added = 0;
      for (const [index, one] of acts.entries()) {
        const [verb, domain = ''] = one.split(' ');
        if (verb === 'add') await add(alice, domain, `${domain} ${added++}`);
        else if (verb === 'turn') await leave(alice, 'bob', domain, !alice.peer('bob').leftOut.includes(domain));
        else if (verb === 'make') underWay.push(await alice.takeOutText('bob', 'new'));
        else if (verb === 'confirm') await confirm(alice, bob);
        else {
          const [text] = underWay.splice(index % (underWay.length || 1), 1);
          if (text !== undefined) await bob.bringIn(text);
        }
        const theirs = new Set(await contentsOf(bob));
        const leftOut = alice.peer('bob').leftOut;
        const goes = (await contentsOf(alice)).filter((words) => !leftOut.includes(words[0] as string));
        const offered = wordsOf(await (await made(alice, 'bob', 'new')).file.text());
        expect(alice.peer('bob').waiting).toBe(offered.length);
        expect(goes.filter((words) => !theirs.has(words) && !offered.includes(words))).toEqual([]);
      }
      for (const domain of alice.peer('bob').leftOut) await leave(alice, 'bob', domain, false);
      await bob.bringIn(await alice.takeOutText('bob', 'new'));
      expect(await contentsOf(bob)).toEqual(await contentsOf(alice));
      await close();
    }),
    { numRuns: 12 },
  );
});

test('the answer to a delta request leaves out what is left out', async () => {
  const { alice, bob, close } = await pairOfNodes();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  const node = bob.snapshot.node;
  const request = {
    from_peer_id: node?.peerId,
    genome_hash: node?.genomeHash,
    since: '0001-01-01T00:00:00Z',
    max_batch: 9,
  };
  const answer = async () =>
    taken<Carried>((await alice.bringIn(await rewritten(bob, '{}', request))).reply).file.text();
  expect(wordsOf(await answer())).toEqual(['two']);
  await leave(alice, 'bob', 'roads', false);
  expect(wordsOf(await answer())).toEqual(['one', 'two']);
  await close();
});

test.for<BackupForm>(['payload', 'raw'])('a backup handed over as %s leaves it out, and stays here', async (form) => {
  const { alice, bob, clock, close } = await pairOfNodes();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  await pair(bob, alice);
  await leave(alice, 'bob', 'roads');
  const { peerId } = alice.peer('bob');
  const hand = async () => handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, form)));
  const part = await hand();
  expect(wordsOf(part)).toEqual(['two']);
  expect(JSON.parse(part).facts).toHaveLength(6);
  await bob.bringIn(part);
  await confirm(alice, bob);
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 7 });
  await leave(alice, 'bob', 'roads', false);
  // What was handed over without it speaks for the whole as little as before.
  await confirm(alice, bob);
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 7 });
  expect(wordsOf(await hand())).toEqual(['one', 'two']);
  await close();
});

test('a backup of which nothing was left out is cleared by its receipt, whatever else is left out', async () => {
  const { alice, bob, clock, close } = await pairOfNodes();
  await add(alice, 'bridges', 'two');
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  await pair(bob, alice);
  await leave(alice, 'bob', 'roads');
  const { peerId } = alice.peer('bob');
  await bob.bringIn(await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'payload'))));
  const receipt = await bob.takeOutText('alice', 'new');
  expect(taken<Preview>(await alice.api.read(receipt))).toMatchObject({ clearsBackup: true });
  await close();
});

test('genes and incidents go whatever is left out', async () => {
  const { alice, close } = await pairOfNodes();
  const words = { title: 'Flood', severity: 'high', status: 'open', description: '' };
  await alice.api.addIncident({ ...words, killChainPhase: '', correlationRule: '', mitreMapping: [], eventCount: 1 });
  for (const gene of alice.snapshot.node?.genes ?? []) await leave(alice, 'bob', gene.domain);
  expect(await made(alice, 'bob')).toMatchObject({
    factCount: 5,
    incidentCount: 1,
    contents: { genes: 5, levels: [] },
  });
  expect(alice.peer('bob')).toMatchObject({ waiting: 1, waitingIncidents: 1 });
  await close();
});
