/** What leaves for a peer: counted before it is carried, without the domains that a person leaves out for that peer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BackupForm, Carried } from '../../../src/peer-api.ts';
import { contentsIn } from '../../stories/support/contents-in.ts';
import { deltaRequest } from '../../stories/support/delta-request.ts';
import { incidentDraft } from '../../stories/support/incident-draft.ts';
import { handedOver, openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { factRows, idOfFact, journalRows } from '../../stories/support/rows.ts';

const HALF_AN_HOUR = 30 * 60 * 1000;

async function add(node: TestNode, domain: string, ...contents: readonly string[]): Promise<void> {
  for (const content of contents) await node.api.addFact({ content, level: 1, domain, module: '' });
}

const leave = (node: TestNode, peerName: string, domain: string, isLeftOut = true) =>
  node.api.leaveOut(node.peer(peerName).peerId, domain, isLeftOut);

/** The contents of the facts here, without genes, sorted. */
async function contentsOf(node: TestNode): Promise<readonly string[]> {
  return (await factRows(node)).flatMap(({ fact }) => (fact.isGene ? [] : fact.content)).sort();
}

/** Alice takes in a payload from Bob with his receipts. */
const confirm = async (alice: TestNode, bob: TestNode) => alice.bringIn(await bob.takeOutText('alice', 'new'));

test('a payload is shown with what goes by level and domain, and with what stays here and why', async () => {
  const { alice, bob, close } = await openPair();
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
  await alice.api.markFact(await idOfFact(alice, 'six'), 'stale', true);
  await alice.api.markFact(await idOfFact(alice, 'seven'), 'archived', true);
  const roads = { domain: 'roads', count: 2, leftOut: false };
  const heldBack = [
    { why: 'level', count: 2 },
    { why: 'stale', count: 1 },
    { why: 'archived', count: 1 },
  ];
  expect(await alice.takeOut('bob')).toMatchObject({
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
  expect(await alice.takeOut('bob')).toMatchObject({
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
  // Counted are facts that are later than what Bob confirmed, and all of a left-out domain that would go with it.
  expect((await alice.takeOut('bob', 'new')).contents).toEqual({
    genes: 0,
    levels: [{ level: 1, count: 2 }],
    domains: [
      { domain: 'roads', count: 3, leftOut: true },
      { domain: 'bridges', count: 2, leftOut: false },
      { domain: '', count: 1, leftOut: true },
    ],
    heldBack: [{ why: 'left-out', count: 4 }],
    incidentsHeldBack: 0,
  });
  expect(taken<Carried>(await alice.api.newHandshake(null)).contents).toBeNull();
  await close();
});

test('a domain is left out for one peer, in every tab and in the journal, until it is put back', async () => {
  const { alice, close } = await openPair();
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
  expect(await journalRows(later, { search: 'roads' })).toMatchObject([
    { kind: 'domain-put-back', nodeName: 'bob', subject: 'roads' },
    { kind: 'domain-left-out', nodeName: 'bob', subject: 'roads' },
  ]);
  for (const node of [later, carol]) await node.close();
  await close();
});

test('a domain is left out, a drop is confirmed, the domain is put back: the peer gets everything', async () => {
  const { alice, bob, close } = await openPair();
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

test('if a domain is put back while a drop is on its way, the receipt confirms nothing', async () => {
  const { alice, bob, close } = await openPair();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  const onItsWay = await alice.takeOutText('bob', 'new');
  await leave(alice, 'bob', 'roads', false);
  await bob.bringIn(onItsWay);
  await confirm(alice, bob);
  expect(alice.peer('bob')).toMatchObject({ waiting: 2, confirmedAt: null });
  await bob.bringIn(await alice.takeOutText('bob', 'new'));
  expect(await contentsOf(bob)).toEqual(['one', 'two']);
  await confirm(alice, bob);
  expect(alice.peer('bob').waiting).toBe(0);
  await close();
});

test('if the domain is left out again before the receipt comes, the receipt confirms the rest', async () => {
  const { alice, bob, close } = await openPair();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  const onItsWay = await alice.takeOutText('bob', 'new');
  await leave(alice, 'bob', 'roads', false);
  await leave(alice, 'bob', 'roads');
  await bob.bringIn(onItsWay);
  await confirm(alice, bob);
  expect(alice.peer('bob').waiting).toBe(0);
  await leave(alice, 'bob', 'roads', false);
  expect(contentsIn(await alice.takeOutText('bob', 'new'))).toContain('one');
  await close();
});

/** Drops arrive late or never, and domains are left out and put back in between. */
test('in any order, everything that the peer lacks and may get waits for it', async () => {
  const act = fc.constantFrom('add a', 'add b', 'turn a', 'turn b', 'make', 'arrive', 'arrive', 'confirm', 'confirm');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
      const { alice, bob, close } = await openPair();
      const onTheirWay: string[] = [];
      let added = 0;
      for (const [index, one] of acts.entries()) {
        const [verb, domain = ''] = one.split(' ');
        if (verb === 'add') await add(alice, domain, `${domain} ${added++}`);
        else if (verb === 'turn') await leave(alice, 'bob', domain, !alice.peer('bob').leftOut.includes(domain));
        else if (verb === 'make') onTheirWay.push(await alice.takeOutText('bob', 'new'));
        else if (verb === 'confirm') await confirm(alice, bob);
        else {
          const [text] = onTheirWay.splice(index % (onTheirWay.length || 1), 1);
          if (text !== undefined) await bob.bringIn(text);
        }
        const atBob = new Set(await contentsOf(bob));
        const leftOut = alice.peer('bob').leftOut;
        const goes = (await contentsOf(alice)).filter((content) => !leftOut.includes(content[0] as string));
        const offered = contentsIn(await (await alice.takeOut('bob', 'new')).file.text());
        expect(alice.peer('bob').waiting).toBe(offered.length);
        expect(goes.filter((content) => !atBob.has(content) && !offered.includes(content))).toEqual([]);
      }
      for (const domain of alice.peer('bob').leftOut) await leave(alice, 'bob', domain, false);
      await bob.bringIn(await alice.takeOutText('bob', 'new'));
      expect(await contentsOf(bob)).toEqual(await contentsOf(alice));
      await close();
    }),
    { numRuns: 12 },
  );
});

test('the answer to a delta request is without the domains that are left out', async () => {
  const { alice, bob, close } = await openPair();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  await leave(alice, 'bob', 'roads');
  const answer = async () => taken<Carried>((await alice.bringIn(await deltaRequest(bob, 9))).reply).file.text();
  expect(contentsIn(await answer())).toEqual(['two']);
  await leave(alice, 'bob', 'roads', false);
  expect(contentsIn(await answer())).toEqual(['one', 'two']);
  await close();
});

test.for<BackupForm>(['payload', 'raw'])('a backup (%s) without a left-out domain is not cleared', async (form) => {
  const { alice, bob, clock, close } = await openPair();
  await add(alice, 'roads', 'one');
  await add(alice, 'bridges', 'two');
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  await pair(bob, alice);
  await leave(alice, 'bob', 'roads');
  const { peerId } = alice.peer('bob');
  const handOver = async () => handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, form)));
  const part = await handOver();
  expect(contentsIn(part)).toEqual(['two']);
  expect(JSON.parse(part).facts).toHaveLength(6);
  await bob.bringIn(part);
  await confirm(alice, bob);
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 7 });
  await leave(alice, 'bob', 'roads', false);
  // A receipt for a part of the backup still does not confirm the whole.
  await confirm(alice, bob);
  expect(alice.peer('bob').backup).toMatchObject({ factCount: 7 });
  expect(contentsIn(await handOver())).toEqual(['one', 'two']);
  await close();
});

test('a backup without facts of the left-out domain is cleared by its receipt', async () => {
  const { alice, bob, clock, close } = await openPair();
  await add(alice, 'bridges', 'two');
  clock.advance(HALF_AN_HOUR);
  await alice.api.wake();
  await pair(bob, alice);
  await leave(alice, 'bob', 'roads');
  const { peerId } = alice.peer('bob');
  await bob.bringIn(await handedOver(alice, taken<Carried>(await alice.api.takeOutBackup(peerId, peerId, 'payload'))));
  const receipt = await bob.takeOutText('alice', 'new');
  expect(await alice.preview(receipt)).toMatchObject({ clearsBackup: true });
  await close();
});

test('genes and incidents go even if their domain is left out', async () => {
  const { alice, close } = await openPair();
  await alice.api.addIncident(incidentDraft('Flood'));
  for (const gene of alice.snapshot.node?.genes ?? []) await leave(alice, 'bob', gene.domain);
  expect(await alice.takeOut('bob')).toMatchObject({
    factCount: 5,
    incidentCount: 1,
    contents: { genes: 5, levels: [] },
  });
  expect(alice.peer('bob')).toMatchObject({ waiting: 1, waitingIncidents: 1 });
  await close();
});
