import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/answers.ts';
import type {
  BucketName,
  Chosen,
  PayloadPreview,
  PreviewRow,
  PreviewRows,
  RowChoice,
  WhichRows,
} from '../../../src/peer-api.ts';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { contentOf } from '../../stories/support/content-of.ts';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { closeAll, type TestNode, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { ALL, conflictRows, factRows, journalRows } from '../../stories/support/rows.ts';

/** A preview that a person looks through before accepting it. */
class OpenPreview {
  readonly node: TestNode;
  readonly preview: PayloadPreview;

  constructor(node: TestNode, preview: PayloadPreview) {
    this.node = node;
    this.preview = preview;
  }

  async rows(bucket: BucketName, search = ''): Promise<PreviewRows> {
    return taken<PreviewRows>(await this.node.api.previewRows(this.preview.id, bucket, search, ALL));
  }

  async choose(bucket: BucketName, which: WhichRows, choice: RowChoice): Promise<Chosen['counts']> {
    return taken<Chosen>(await this.node.api.chooseRows(this.preview.id, bucket, which, choice)).counts;
  }

  async accept() {
    return outcomeOf(await this.node.api.accept(this.preview.id));
  }
}

async function look(node: TestNode, text: string): Promise<OpenPreview> {
  return new OpenPreview(node, await node.previewPayload(text));
}

const idOf = ({ row }: PreviewRow) => (row.kind === 'fact' ? row.fact.id : '');
const theirsOf = ({ row }: PreviewRow) => (row.kind === 'conflict' ? row.theirs.fact.content : '');
/** The journal's line of the latest import. */
const importLine = async (node: TestNode) => (await journalRows(node, { kind: 'drop-in' }))[0];

test('rows that are left out are not stored, and the journal says how many there were', async () => {
  const node = await openTrustingGomcp();
  const open = await look(node, threatActors);
  const { rows } = await open.rows('fresh');
  const counts = await open.choose('fresh', { indices: [0, 983] }, 'leave');
  expect([counts.fresh, counts.conflicts]).toEqual([
    { leave: 2, theirs: 0, both: 0 },
    { leave: 0, theirs: 0, both: 0 },
  ]);
  const left = (await open.rows('fresh')).rows.filter(({ choice }) => choice === 'leave');
  expect(left.map(({ index }) => index)).toEqual([0, 983]);
  expect(await open.accept()).toMatchObject({ kind: 'done', counts: { facts: 982, leftOut: 2 } });
  const here = new Set((await factRows(node)).map(({ fact }) => fact.id));
  expect(rows.filter((row) => !here.has(idOf(row))).map(({ index }) => index)).toEqual([0, 983]);
  expect(await importLine(node)).toMatchObject({ kind: 'drop-in', counts: { facts: 982, leftOut: 2 } });

  // They are still new, and can be taken from the same drop.
  const again = await look(node, threatActors);
  expect(again.preview).toMatchObject({ act: 'take-in', takenInAt: node.clock.now, facts: { fresh: 2, present: 982 } });
  expect(await again.accept()).toMatchObject({ counts: { facts: 2, leftOut: 0 } });
  expect(node.snapshot.counts.facts).toBe(989);
  await node.close();
});

test('a search narrows what is shown and chosen; a whole bucket is left out and taken again', async () => {
  const node = await openTrustingGomcp();
  const open = await look(node, threatActors);
  const found = await open.rows('fresh', ' apt28 ');
  expect(found.total).toBe(5);
  expect((await open.choose('fresh', { search: '' }, 'leave')).fresh.leave).toBe(984);
  expect((await open.choose('fresh', { search: 'APT28' }, 'take')).fresh.leave).toBe(979);
  expect((await open.rows('fresh', 'apt28')).chosen.leave).toBe(0);
  expect((await open.rows('fresh')).chosen.leave).toBe(979);
  expect((await open.rows('fresh', 'no such words')).total).toBe(0);
  expect(await open.accept()).toMatchObject({ counts: { facts: 5, leftOut: 979 } });
  expect((await factRows(node)).length).toBe(10);
  await node.close();
});

test('conflicts are chosen in the preview or left out, and an undo brings the same content back', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  const before = await contentOf(node);
  node.clock.advance(1000);
  const open = await look(node, edited);
  const { rows } = await open.rows('conflicts');
  expect(rows.every(({ choice, row }) => choice === 'take' && row.kind === 'conflict')).toBe(true);
  await open.choose('conflicts', { indices: [0, 1] }, 'theirs');
  await open.choose('conflicts', { indices: [2] }, 'both');
  await open.choose('conflicts', { indices: [3, 4, 5] }, 'leave');
  expect(await open.accept()).toMatchObject({
    counts: { facts: 0, conflicts: 37, theirs: 2, both: 1, leftOut: 3, incidents: 2, refused: 3 },
  });
  const facts = await factRows(node);
  const contents = facts.map(({ fact }) => fact.content);
  for (const row of rows.slice(0, 3)) expect(contents).toContain(theirsOf(row));
  for (const row of rows.slice(3)) expect(contents).not.toContain(theirsOf(row));
  const ours = rows[2]?.row.kind === 'conflict' ? rows[2].row.ours.fact : undefined;
  expect(facts.filter(({ variantOf }) => variantOf === ours?.id)).toHaveLength(1);
  expect(contents).toContain(ours?.content);
  expect(await conflictRows(node)).toHaveLength(34);
  expect(await importLine(node)).toMatchObject({
    counts: { theirs: 2, both: 1, leftOut: 3 },
    refusals: { 'foreign-gene': 1, 'gene-changed': 1, 'level-not-carried': 1 },
  });

  // A chosen version does not come back; a version that was left out does.
  const again = await look(node, edited);
  expect(again.preview).toMatchObject({ act: 'take-in', facts: { conflicts: 37, present: 947 } });
  await node.api.discard(again.preview.id);
  await node.api.undoImport(open.preview.dropId);
  expect(await contentOf(node)).toBe(before);
  await node.close();
});

test('a conflict that waits already is decided in the next preview that brings its version', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const payload = JSON.parse(edited);
  const open = await look(
    node,
    JSON.stringify({ ...payload, facts: [...payload.facts, { ...payload.facts[50], id: 'another' }] }),
  );
  expect(open.preview.facts).toMatchObject({ fresh: 1, conflicts: 40 });
  await open.choose('conflicts', { search: '' }, 'theirs');
  await open.accept();
  expect(node.snapshot.counts.conflicts).toBe(0);
  await node.close();
});

test('incidents are shown beside what stands here, and can be left out', async () => {
  const node = await openTrustingGomcp();
  const open = await look(node, edited);
  const { rows } = await open.rows('incidentsFresh');
  expect(rows.map(({ row }) => row)).toMatchObject([
    { kind: 'incident', here: null },
    { kind: 'incident', here: null },
  ]);
  await open.choose('incidentsFresh', { indices: [0] }, 'leave');
  expect(await open.accept()).toMatchObject({ counts: { incidents: 1, leftOut: 1 } });
  expect(node.snapshot.counts.incidents).toBe(1);
  const receipts = async () => JSON.parse(await node.takeOutText('sentinel-mcp')).synapse.receipts ?? [];
  expect(await receipts()).toEqual([]);

  // What was left out is still new. With it the whole drop is here, so a receipt is due.
  const again = await look(node, edited);
  expect(again.preview).toMatchObject({ act: 'take-in', incidents: { fresh: 1, present: 1 } });
  expect(await again.accept()).toMatchObject({ kind: 'done', counts: { incidents: 1, leftOut: 0 } });
  expect(await receipts()).toEqual([open.preview.dropId]);
  await node.close();
});

test('a sender hears that its drop arrived only if nothing of it was left out', async () => {
  const { alice, bob, close } = await openPair();
  for (const content of ['one', 'two']) await alice.api.addFact({ content, level: 1, domain: '', module: '' });
  const drop = await alice.takeOutText('bob');
  const open = await look(bob, drop);
  await open.choose('fresh', { search: 'two' }, 'leave');
  await open.accept();
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(alice.peer('bob').waiting).toBe(2);
  await bob.bringIn(drop);
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, confirmedAt: alice.clock.now });
  await close();
});

test('a choice holds although the memory has changed meanwhile', async () => {
  const node = await openTrustingGomcp();
  const open = await look(node, threatActors);
  await open.choose('fresh', { indices: [0] }, 'leave');
  const other = await look(node, threatActors);
  await other.choose('fresh', { search: '' }, 'leave');
  await other.choose('fresh', { indices: [1, 2] }, 'take');
  await other.accept();
  expect(await open.accept()).toMatchObject({ counts: { facts: 981, present: 2, leftOut: 1 } });
  expect(await node.api.previewRows(open.preview.id, 'fresh', '', ALL)).toMatchObject({ code: 'preview-gone' });
  expect(await node.api.chooseRows(open.preview.id, 'fresh', { search: '' }, 'leave')).toMatchObject({
    code: 'preview-gone',
  });
  await node.close();
});

test('rows that Accept does nothing with cannot be chosen', async () => {
  const node = await openTrustingGomcp();
  const open = await look(node, threatActors);
  await expect(open.choose('genes', { search: '' }, 'leave')).rejects.toThrow(TypeError);
  await expect(open.choose('fresh', { search: '' }, 'theirs')).rejects.toThrow(TypeError);
  await node.close();
});

test('conflicts have the same order in the tab that took them in and in a later tab', async () => {
  const node = await openTrustingGomcp();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const later = await node.secondTab();
  const keysOf = async (tab: TestNode) => (await conflictRows(tab)).map(({ key }) => key);
  expect(await keysOf(later)).toEqual(await keysOf(node));
  expect(await keysOf(later)).toHaveLength(40);
  await closeAll(node, later);
});
