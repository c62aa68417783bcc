import { expect, test } from 'vitest';
import { outcomeOf } from '../../../src/domain/outcome.ts';
import type {
  BucketName,
  Chosen,
  ConflictRow,
  FactRow,
  JournalRow,
  PayloadPreview,
  PreviewRow,
  PreviewRows,
  RowChoice,
  Rows,
  WhichRows,
} from '../../../src/peer-api.ts';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { contentOf } from '../../stories/support/content-of.ts';
import { openNode, pair, type TestNode, taken } from '../../stories/support/open-node.ts';

const ALL = { offset: 0, limit: 10_000 };

async function openTrusting(): Promise<TestNode> {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  return node;
}

class Looking {
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

async function look(node: TestNode, text: string): Promise<Looking> {
  return new Looking(node, taken<PayloadPreview>(await node.api.read(text)));
}

const idOf = ({ row }: PreviewRow) => (row.kind === 'fact' ? row.fact.id : '');
const theirsOf = ({ row }: PreviewRow) => (row.kind === 'conflict' ? row.theirs.fact.content : '');
const factsOf = async (node: TestNode) => taken<Rows<FactRow>>(await node.api.facts({ search: '' }, ALL)).rows;
const conflictsOf = async (node: TestNode) => taken<Rows<ConflictRow>>(await node.api.conflicts(ALL)).rows;
const lastLine = async (node: TestNode) =>
  taken<Rows<JournalRow>>(await node.api.journal({ search: '', kind: 'drop-in' }, ALL)).rows[0];

test('rows that are left out are not stored, and the journal says how many', async () => {
  const node = await openTrusting();
  const looking = await look(node, threatActors);
  const { rows } = await looking.rows('fresh');
  const counts = await looking.choose('fresh', { indices: [0, 983] }, 'leave');
  expect([counts.fresh, counts.conflicts]).toEqual([
    { leave: 2, theirs: 0, both: 0 },
    { leave: 0, theirs: 0, both: 0 },
  ]);
  const left = (await looking.rows('fresh')).rows.filter(({ choice }) => choice === 'leave');
  expect(left.map(({ index }) => index)).toEqual([0, 983]);
  expect(await looking.accept()).toMatchObject({ kind: 'done', counts: { facts: 982, leftOut: 2 } });
  const here = new Set((await factsOf(node)).map(({ fact }) => fact.id));
  expect(rows.filter((row) => !here.has(idOf(row))).map(({ index }) => index)).toEqual([0, 983]);
  expect(await lastLine(node)).toMatchObject({ kind: 'drop-in', counts: { facts: 982, leftOut: 2 } });

  // They are new still, and can be taken from the same drop.
  const again = await look(node, threatActors);
  expect(again.preview).toMatchObject({ act: 'take-in', takenInAt: node.clock.now, facts: { fresh: 2, present: 982 } });
  expect(await again.accept()).toMatchObject({ counts: { facts: 2, leftOut: 0 } });
  expect(node.snapshot.counts.facts).toBe(989);
  await node.close();
});

test('a search narrows what is shown and what is chosen; a whole bucket is left out and taken again', async () => {
  const node = await openTrusting();
  const looking = await look(node, threatActors);
  const found = await looking.rows('fresh', ' apt28 ');
  expect(found.total).toBe(5);
  expect((await looking.choose('fresh', { search: '' }, 'leave')).fresh.leave).toBe(984);
  expect((await looking.choose('fresh', { search: 'APT28' }, 'take')).fresh.leave).toBe(979);
  expect((await looking.rows('fresh', 'apt28')).chosen.leave).toBe(0);
  expect((await looking.rows('fresh')).chosen.leave).toBe(979);
  expect((await looking.rows('fresh', 'no such words')).total).toBe(0);
  expect(await looking.accept()).toMatchObject({ counts: { facts: 5, leftOut: 979 } });
  expect((await factsOf(node)).length).toBe(10);
  await node.close();
});

test('conflicts start as ours; some are decided at once, some left out; undo brings back the very same content', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  const before = await contentOf(node);
  node.clock.advance(1000);
  const looking = await look(node, edited);
  const { rows } = await looking.rows('conflicts');
  expect(rows.every(({ choice, row }) => choice === 'take' && row.kind === 'conflict')).toBe(true);
  await looking.choose('conflicts', { indices: [0, 1] }, 'theirs');
  await looking.choose('conflicts', { indices: [2] }, 'both');
  await looking.choose('conflicts', { indices: [3, 4, 5] }, 'leave');
  expect(await looking.accept()).toMatchObject({
    counts: { facts: 0, conflicts: 37, theirs: 2, both: 1, leftOut: 3, incidents: 2, refused: 3 },
  });
  const facts = await factsOf(node);
  const contents = facts.map(({ fact }) => fact.content);
  for (const row of rows.slice(0, 3)) expect(contents).toContain(theirsOf(row));
  for (const row of rows.slice(3)) expect(contents).not.toContain(theirsOf(row));
  const ours = rows[2]?.row.kind === 'conflict' ? rows[2].row.ours.fact : undefined;
  expect(facts.filter(({ variantOf }) => variantOf === ours?.id)).toHaveLength(1);
  expect(contents).toContain(ours?.content);
  expect(await conflictsOf(node)).toHaveLength(34);
  expect(await lastLine(node)).toMatchObject({
    counts: { theirs: 2, both: 1, leftOut: 3 },
    refusals: { 'foreign-gene': 1, 'gene-changed': 1, 'level-not-carried': 1 },
  });

  // What was decided does not come back, what was left out does.
  const again = await look(node, edited);
  expect(again.preview).toMatchObject({ act: 'take-in', facts: { conflicts: 37, present: 947 } });
  await node.api.discard(again.preview.id);
  await node.api.undoImport(looking.preview.dropId);
  expect(await contentOf(node)).toBe(before);
  await node.close();
});

test('a conflict that is kept already is decided by the next preview that brings it', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const more = JSON.parse(edited);
  const looking = await look(
    node,
    JSON.stringify({ ...more, facts: [...more.facts, { ...more.facts[50], id: 'another' }] }),
  );
  expect(looking.preview.facts).toMatchObject({ fresh: 1, conflicts: 40 });
  await looking.choose('conflicts', { search: '' }, 'theirs');
  await looking.accept();
  expect(node.snapshot.counts.conflicts).toBe(0);
  await node.close();
});

test('incidents are shown with what stands here, and left out', async () => {
  const node = await openTrusting();
  const looking = await look(node, edited);
  const { rows } = await looking.rows('incidentsFresh');
  expect(rows.map(({ row }) => row)).toMatchObject([
    { kind: 'incident', here: null },
    { kind: 'incident', here: null },
  ]);
  await looking.choose('incidentsFresh', { indices: [0] }, 'leave');
  expect(await looking.accept()).toMatchObject({ counts: { incidents: 1, leftOut: 1 } });
  expect(node.snapshot.counts.incidents).toBe(1);
  const receipts = async () => JSON.parse(await node.takeOutText('sentinel-mcp')).synapse.receipts ?? [];
  expect(await receipts()).toEqual([]);

  // What was left out is news still, and with it the drop is here whole.
  const again = await look(node, edited);
  expect(again.preview).toMatchObject({ act: 'take-in', incidents: { fresh: 1, present: 1 } });
  expect(await again.accept()).toMatchObject({ kind: 'done', counts: { incidents: 1, leftOut: 0 } });
  expect(await receipts()).toEqual([looking.preview.dropId]);
  await node.close();
});

test('a sender hears that its drop arrived only where nothing of it was left out', async () => {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  await pair(alice, bob);
  for (const content of ['one', 'two']) await alice.api.addFact({ content, level: 1, domain: '', module: '' });
  const drop = await alice.takeOutText('bob');
  const looking = await look(bob, drop);
  await looking.choose('fresh', { search: 'two' }, 'leave');
  await looking.accept();
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(alice.peer('bob').waiting).toBe(2);
  await bob.bringIn(drop);
  await alice.bringIn(await bob.takeOutText('alice'));
  expect(alice.peer('bob')).toMatchObject({ waiting: 0, confirmedAt: alice.clock.now });
  await Promise.all([alice.close(), bob.close()]);
});

test('what a person chose holds although the memory has moved on meanwhile', async () => {
  const node = await openTrusting();
  const looking = await look(node, threatActors);
  await looking.choose('fresh', { indices: [0] }, 'leave');
  const other = await look(node, threatActors);
  await other.choose('fresh', { search: '' }, 'leave');
  await other.choose('fresh', { indices: [1, 2] }, 'take');
  await other.accept();
  expect(await looking.accept()).toMatchObject({ counts: { facts: 981, present: 2, leftOut: 1 } });
  expect(await node.api.previewRows(looking.preview.id, 'fresh', '', ALL)).toMatchObject({ code: 'preview-gone' });
  expect(await node.api.chooseRows(looking.preview.id, 'fresh', { search: '' }, 'leave')).toMatchObject({
    code: 'preview-gone',
  });
  await node.close();
});

test('rows that Accept does nothing with can not be chosen', async () => {
  const node = await openTrusting();
  const looking = await look(node, threatActors);
  await expect(looking.choose('genes', { search: '' }, 'leave')).rejects.toThrow(TypeError);
  await expect(looking.choose('fresh', { search: '' }, 'theirs')).rejects.toThrow(TypeError);
  await node.close();
});

test('conflicts stand in one order, in the tab that took them in and in one that is opened later', async () => {
  const node = await openTrusting();
  await node.bringIn(threatActors);
  await node.bringIn(edited);
  const later = await node.secondTab();
  const keysOf = async (tab: TestNode) => (await conflictsOf(tab)).map(({ key }) => key);
  expect(await keysOf(later)).toEqual(await keysOf(node));
  expect(await keysOf(later)).toHaveLength(40);
  await Promise.all([node, later].map((tab) => tab.close()));
});
