import { armor } from 'age-encryption';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type { ArchivePreview, Carried, ConflictRow, ExportedFile, FactRow, Rows } from '../../../src/peer-api.ts';
import archive1 from '../../data/archive-1.jsonl?raw';
import archive2 from '../../data/archive-2.jsonl?raw';
import archive3 from '../../data/archive-3.jsonl?raw';
import archive4 from '../../data/archive-4.jsonl?raw';
import handshake from '../../data/gomcp-handshake-request.json?raw';
import threatActors from '../../data/threat-actors.json?raw';
import edited from '../../data/threat-actors-edited.json?raw';
import { Clock, handedOver, openNode, openTab, pair, type TestNode, taken } from '../../stories/support/open-node.ts';
import { recordCounts, wholeMemory } from '../../stories/support/whole-memory.ts';

const ALL = { offset: 0, limit: 1000 };
const PASSPHRASE = 'correct horse battery staple';

/** A node that has seen everything: real data, edits, conflicts with choices, incidents, a backup, signed and unsigned peers, a handshake in flight. */
async function livedIn() {
  const clock = new Clock();
  const [alice, bob, carol] = [
    await openNode('alice', clock),
    await openNode('bob', clock),
    await openNode('carol', clock),
  ];
  await pair(alice, carol);
  await alice.bringIn(handshake);
  await alice.bringIn(threatActors);
  await alice.bringIn(edited);
  const [first, second] = taken<Rows<ConflictRow>>(await alice.api.conflicts(ALL)).rows;
  await alice.api.resolveConflict(taken(first).key, 'theirs');
  await alice.api.resolveConflict(taken(second).key, 'both');
  await alice.api.addFact({ content: 'Bear uses one server.', level: 1, domain: 'actors', module: '' });
  const { rows } = taken<Rows<FactRow>>(await alice.api.facts({ search: 'Bear uses one' }, ALL));
  await alice.api.editFact(taken(rows[0]).fact.id, {
    content: 'Bear uses two servers.',
    level: 1,
    domain: 'actors',
    module: '',
  });
  await alice.api.markFact(JSON.parse(threatActors).facts[20].id, 'stale', true);
  await alice.api.deleteFact(JSON.parse(threatActors).facts[21].id);
  await carol.bringIn(await alice.takeOutText('carol'));
  await alice.bringIn(await carol.takeOutText('alice', 'new'));
  await alice.api.leaveOut(alice.peer('carol').peerId, 'actors', true);
  await alice.api.setPeerTimeout(60_000);
  clock.advance(61_000);
  await alice.api.wake();
  expect(alice.peer('carol').backup).not.toBeNull();
  await alice.api.setPeerTimeout(3_600_000);
  await pair(alice, bob);
  const look = taken(await alice.api.fingerprint(alice.peer('bob').peerId));
  await alice.api.compareIdentity(alice.peer('bob').peerId, (look as { hash: string }).hash, true);
  await alice.api.newHandshake(null);
  const close = () => Promise.all([alice, bob, carol].map((node) => node.close()));
  return { alice, bob, carol, clock, close };
}

async function archived(node: TestNode, passphrase: string | null): Promise<Blob> {
  return taken<ExportedFile>(await node.api.makeArchive(passphrase)).file;
}

async function looked(node: TestNode, file: Blob, passphrase: string | null = null): Promise<ArchivePreview> {
  const preview = taken<ArchivePreview>(await node.api.openArchive(file, passphrase));
  expect(preview.kind).toBe('archive-preview');
  return preview;
}

async function linesOf(file: Blob): Promise<string[]> {
  const text = await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return text.split('\n').filter((line) => line !== '');
}

async function packed(lines: readonly string[], end = '\n'): Promise<Blob> {
  const text = new Blob([lines.join('\n') + end]);
  return new Response(text.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}

test('archive, wipe, restore: everything stored is the same, it signs as before, and its peers accept it', async () => {
  const { alice, bob, clock, close } = await livedIn();
  const before = await wholeMemory(alice.name);
  const counts = await recordCounts(alice.name);
  for (const store of [
    'genes',
    'peers',
    'exchanges',
    'signers',
    'handshakes',
    'backups',
    'kept',
    'incidents',
    'conflicts',
    'drops',
    'journal',
    'overlay',
    'pages',
  ]) {
    expect(counts[store], store).toBeGreaterThan(0);
  }
  const file = await archived(alice, PASSPHRASE);
  expect(await wholeMemory(alice.name)).toBe(before);
  const where = await openTab(`restored-${crypto.randomUUID()}`, clock);
  expect(await where.api.read(file)).toEqual({ kind: 'sealed-archive' });
  const preview = await looked(where, file, PASSPHRASE);
  expect(preview).toMatchObject({
    nodeName: 'alice',
    hasKey: true,
    lacks: null,
    holds: { genes: 5, incidents: 2, peers: 3 },
  });
  expect(preview.holds.facts + 5).toBe(alice.snapshot.counts.facts);
  expect(await where.api.restoreArchive(preview.id)).toMatchObject({ what: 'restored', peer: 'alice' });
  expect(await wholeMemory(where.name)).toBe(before);
  expect(where.snapshot).toMatchObject({ phase: 'ready', replaced: null, archive: { facts: 0, pairings: 0 } });
  expect(where.snapshot.node).toEqual(alice.snapshot.node);
  expect(where.snapshot.peers).toEqual(alice.snapshot.peers);
  await where.api.addFact({ content: 'Written after the flood.', level: 1, domain: '', module: '' });
  const carried = taken<Carried>(await where.api.takeOut(where.peer('bob').peerId, 'everything'));
  const { outcome } = await bob.bringIn(await handedOver(where, carried));
  expect(outcome).toMatchObject({ what: 'taken-in', peer: 'alice' });
  expect(where.snapshot.archive).toMatchObject({ facts: 1, pairings: 0 });
  await close();
  await where.close();
});

test('without a passphrase it holds no key: whoever restores it is a new node that knows everything', async () => {
  const { alice, bob, clock, close } = await livedIn();
  const file = await archived(alice, null);
  expect((await linesOf(file)).join('\n')).not.toContain('"secret"');
  const where = await openTab(`restored-${crypto.randomUUID()}`, clock);
  const preview = taken<ArchivePreview>((await where.api.read(file)) as ArchivePreview);
  expect(preview).toMatchObject({ kind: 'archive-preview', hasKey: false });
  await where.api.restoreArchive(preview.id);
  expect(where.snapshot.node).toMatchObject({ nodeName: 'alice' });
  expect(where.snapshot.node?.peerId).not.toBe(alice.snapshot.node?.peerId);
  expect(where.snapshot.counts).toEqual(alice.snapshot.counts);
  expect(where.snapshot.openHandshakes).toEqual([]);
  await pair(where, bob);
  expect((await bob.bringIn(await where.takeOutText('bob'))).outcome).toMatchObject({ kind: 'done' });
  await close();
  await where.close();
});

test('what was here is kept until the person says otherwise, and can be gone back to with its key', async () => {
  const { alice, bob, carol, close } = await livedIn();
  const file = await archived(alice, PASSPHRASE);
  await bob.api.addFact({ content: 'Only here.', level: 1, domain: '', module: '' });
  const before = await wholeMemory(bob.name);
  const node = bob.snapshot.node;
  const preview = await looked(bob, file, PASSPHRASE);
  expect(preview.lacks).toEqual({ facts: 1, incidents: 0, peers: 1 });
  const tab = await bob.secondTab();
  const knownArchive = bob.snapshot.archive;
  await bob.api.restoreArchive(preview.id);
  expect(bob.snapshot.node?.nodeName).toBe('alice');
  // A second restore would take the place of what is kept, its key with it.
  const again = await looked(bob, file, PASSPHRASE);
  expect(await bob.api.restoreArchive(again.id)).toMatchObject({ code: 'replaced-kept', found: 'bob' });
  expect(bob.snapshot.replaced).toMatchObject({ nodeName: 'bob' });
  await expect.poll(() => tab.snapshot.node).toEqual(bob.snapshot.node);
  expect(taken<ExportedFile>(await bob.api.saveReplaced()).fileName).toMatch(/^synapse-bob-archive-.*\.jsonl\.gz$/);
  expect(await bob.api.goBack()).toMatchObject({ what: 'restored', peer: 'bob' });
  expect(bob.snapshot.node).toEqual(node);
  // What never left the device is no archive that a person has.
  expect(bob.snapshot.archive).toEqual(knownArchive);
  expect(await wholeMemory(bob.name).then(Boolean)).toBe(Boolean(before));
  expect((await alice.bringIn(await bob.takeOutText('alice'))).outcome).toMatchObject({ kind: 'done' });
  // What was kept is what is here again.
  expect(bob.snapshot.replaced).toBeNull();
  expect(await bob.api.letReplacedGo()).toMatchObject({ kind: 'nothing' });
  expect(await bob.api.goBack()).toMatchObject({ code: 'archive-gone' });
  await tab.close();
  await carol.close();
  await close();
});

test('an archive is known in armour, as text that is pasted, and unpacked by hand', async () => {
  const alice = await openNode('alice');
  const where = await openTab(`elsewhere-${crypto.randomUUID()}`, alice.clock);
  const file = await archived(alice, PASSPHRASE);
  const text = armor.encode(new Uint8Array(await file.arrayBuffer()));
  expect(await where.api.read(text)).toEqual({ kind: 'sealed-archive' });
  expect(await looked(where, new Blob([text]), PASSPHRASE)).toMatchObject({ nodeName: 'alice', hasKey: true });
  const lines = await linesOf(await archived(alice, null));
  const preview = taken<ArchivePreview>((await where.api.read(`${lines.join('\n')}\n`)) as ArchivePreview);
  expect(preview).toMatchObject({ kind: 'archive-preview', nodeName: 'alice', holds: { genes: 5 } });
  expect(await where.api.restoreArchive(preview.id)).toMatchObject({ what: 'restored' });
  await alice.close();
  await where.close();
});

describe('what is refused, with its place', () => {
  test('cut off, edited, mixed up, from a newer version, not ours', async () => {
    const alice = await openNode('alice');
    await alice.bringIn(handshake);
    await alice.bringIn(threatActors);
    const file = await archived(alice, null);
    const lines = await linesOf(file);
    const where = await openTab(`empty-${crypto.randomUUID()}`, alice.clock);
    const refusal = async (blob: Blob) => {
      const result = await where.api.openArchive(blob, null);
      return isRefusal(result) ? `${result.code} ${result.place ?? ''}`.trim() : result;
    };
    const last = lines.length;
    const page = lines.findIndex((line) => line.startsWith('{"store":"pages"'));
    const change = (index: number, from: string | RegExp, to: string) =>
      packed(lines.map((line, at) => (at === index ? line.replace(from, to) : line)));
    expect(await refusal(await packed(lines.slice(0, -1)))).toBe(`archive-cut line ${last}`);
    expect(await refusal(await packed(lines.slice(0, 3)))).toBe('archive-cut line 4');
    expect(await refusal(file.slice(0, file.size - 200))).toMatch(/^archive-(cut|damaged) line/);
    expect(await refusal(await change(page, 'APT28', 'APT29'))).toBe(`archive-damaged line ${last}`);
    expect(await refusal(await change(page, '"seq":', '"sequence":'))).toMatch(/^archive-damaged pages\/facts\/0\//);
    expect(await refusal(await change(1, '"store":"self"', '"store":"elsewhere"'))).toBe('archive-damaged elsewhere');
    expect(await refusal(await packed([...lines.slice(0, 2), ...lines.slice(3)]))).toMatch(/^archive-damaged/);
    expect(await refusal(await change(0, /"synapse_archive":\d+/, '"synapse_archive":99'))).toBe('archive-newer');
    expect(await refusal(await change(0, /"schema":\d+/, '"schema":99'))).toBe('archive-newer');
    expect(await refusal(new Blob([threatActors]))).toBe('not-an-archive');
    expect(await refusal(await packed(['{"a":1}']))).toBe('not-an-archive');
    expect(where.snapshot.phase).toBe('new');
    expect((await recordCounts(where.name)).staged).toBe(0);
    await alice.close();
    await where.close();
  });

  test('behind a passphrase: another passphrase, cut off, a byte changed', async () => {
    const alice = await openNode('alice');
    const file = await archived(alice, PASSPHRASE);
    const where = await openTab(`empty-${crypto.randomUUID()}`, alice.clock);
    expect(await where.api.openArchive(file, 'Correct horse')).toMatchObject({ code: 'wrong-passphrase' });
    const code = async (blob: Blob) => ((await where.api.openArchive(blob, PASSPHRASE)) as { code?: string }).code;
    expect(await code(file.slice(0, file.size - 10))).toMatch(/^archive-(cut|damaged)$/);
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    expect(await code(new Blob([bytes]))).toMatch(/^archive-(cut|damaged)$/);
    expect(taken<ArchivePreview>((await where.api.openArchive(file, PASSPHRASE)) as ArchivePreview).nodeName).toBe(
      'alice',
    );
    await alice.close();
    await where.close();
  });
});

test('stopped in the middle, nothing is changed; stopped while it replaces, the old memory is there, whole', async () => {
  const { alice, bob, close } = await livedIn();
  const file = await archived(alice, null);
  const before = await wholeMemory(bob.name);
  const preview = await looked(bob, file);
  for (const stopAt of [1, 3, 20, 200]) {
    let told = 0;
    bob.onProgress = ({ jobId }) => {
      told++;
      if (told === stopAt) void bob.api.stop(jobId);
    };
    const outcome = await bob.api.restoreArchive(preview.id, { jobId: `job-${stopAt}` });
    if (outcome.kind === 'done') break;
    expect(outcome).toEqual({ kind: 'nothing', why: 'stopped' });
    expect(await wholeMemory(bob.name)).toBe(before);
    expect(bob.snapshot.node?.nodeName).toBe('bob');
  }
  await close();
});

test('going back that fails leaves everything as it was, and nothing put aside', async () => {
  const { alice, bob, close } = await livedIn();
  await bob.api.restoreArchive((await looked(bob, await archived(alice, null))).id);
  const before = await wholeMemory(bob.name);
  bob.onProgress = ({ phase }) => {
    if (phase === 'writing') throw new Error('cut in two');
  };
  await expect(bob.api.goBack()).rejects.toThrow('cut in two');
  expect(await wholeMemory(bob.name)).toBe(before);
  expect((await recordCounts(bob.name)).staged).toBe(0);
  bob.onProgress = () => undefined;
  expect(await bob.api.goBack()).toMatchObject({ what: 'restored', peer: 'bob' });
  await close();
});

test('what was made ready before an archive was restored in another tab must not be carried', async () => {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  await pair(alice, bob);
  const file = await archived(alice, PASSPHRASE);
  await alice.api.addFact({ content: 'Newer than the archive.', level: 1, domain: '', module: '' });
  const ready = taken<Carried>(await alice.api.takeOut(alice.peer('bob').peerId, 'new'));
  const tab = await alice.secondTab();
  expect(await tab.api.restoreArchive((await looked(tab, file, PASSPHRASE)).id)).toMatchObject({ kind: 'done' });
  expect(await alice.api.carriedOut(ready.dropId)).toMatchObject({ code: 'made-before' });
  for (const node of [alice, bob, tab]) await node.close();
});

test('pages and kept facts too long for one line are written in pieces, and are whole again', async () => {
  const { alice, bob, clock, close } = await livedIn();
  const content = (index: number) => `${index} ${'ё'.repeat(500_000)}`;
  for (let index = 0; index < 20; index++) {
    await alice.api.addFact({ content: content(index), level: 1, domain: 'large', module: '' });
  }
  // What came in one by one takes its place in the pages with the next import.
  await bob.api.addFact({ content: 'One more.', level: 1, domain: '', module: '' });
  await alice.bringIn(await bob.takeOutText('alice'));
  await alice.api.setPeerTimeout(60_000);
  clock.advance(61_000);
  await alice.api.wake();
  await alice.api.setPeerTimeout(3_600_000);
  const before = await wholeMemory(alice.name);
  const lines = await linesOf(await archived(alice, null));
  const inPieces = lines.flatMap((line) => (line.startsWith('{"piece_of"') ? [JSON.parse(line).piece_of] : []));
  expect(new Set(inPieces)).toEqual(new Set(['kept', 'pages']));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(10_000_000);
  const where = await openTab(`restored-${crypto.randomUUID()}`, clock);
  await where.api.restoreArchive((await looked(where, await archived(alice, PASSPHRASE), PASSPHRASE)).id);
  expect(await wholeMemory(where.name)).toBe(before);
  await where.close();
  await close();
});

test('what a look put aside is let go of when the person closes it, and when its tab is gone; another tab may look too', async () => {
  const { alice, bob, close } = await livedIn();
  const file = await archived(alice, PASSPHRASE);
  const staged = async () => (await recordCounts(bob.name)).staged;
  const preview = await looked(bob, file, PASSPHRASE);
  expect(await staged()).toBeGreaterThan(0);
  await bob.api.closeArchive();
  expect(await staged()).toBe(0);
  expect(await bob.api.restoreArchive(preview.id)).toMatchObject({ code: 'archive-gone' });
  const tab = await bob.secondTab();
  const [here, there] = [await looked(bob, file, PASSPHRASE), await looked(tab, file, PASSPHRASE)];
  expect(await bob.api.restoreArchive(here.id)).toMatchObject({ kind: 'done' });
  expect(await staged()).toBe(0);
  expect(await tab.api.restoreArchive(there.id)).toMatchObject({ code: 'replaced-kept' });
  await tab.api.letReplacedGo();
  expect(await tab.api.restoreArchive(there.id)).toMatchObject({ code: 'archive-gone' });
  expect(tab.snapshot.node).toEqual(bob.snapshot.node);
  await tab.close();
  await close();
});

test('what a look put aside in a tab that died is gone when the node is opened again', async () => {
  const alice = await openNode('alice');
  await alice.close();
  const db = await openDB(alice.name);
  await db.add('staged', [{ store: 'genes', record: {} }], ['nobody', 0]);
  db.close();
  const again = await alice.secondTab();
  expect((await recordCounts(alice.name)).staged).toBe(0);
  await again.close();
});

test('everything on this device is forgotten: nothing is stored any more, in no tab', async () => {
  const { alice, close } = await livedIn();
  const tab = await alice.secondTab();
  const { revision } = alice.snapshot;
  expect(await alice.api.forgetEverything()).toMatchObject({ what: 'everything-forgotten' });
  expect(Object.values(await recordCounts(alice.name)).every((count) => count === 0)).toBe(true);
  expect(alice.snapshot).toMatchObject({ phase: 'new', node: null });
  await expect.poll(() => tab.snapshot.phase).toBe('new');
  await alice.api.startNode('anew');
  expect(alice.snapshot.node?.nodeName).toBe('anew');
  // No tab may take the new memory for the one that it remembers.
  expect(alice.snapshot.revision).toBeGreaterThan(revision);
  await tab.close();
  await close();
});

test('how old the last archive is, and what came in since', async () => {
  const { alice, clock, close } = await livedIn();
  expect(alice.snapshot.archive).toMatchObject({ at: null, pairings: 3 });
  await archived(alice, null);
  expect(alice.snapshot.archive.at).toBeNull();
  const at = clock.now;
  clock.advance(5000);
  await alice.api.archiveSaved();
  expect(alice.snapshot.archive).toEqual({ at, facts: 0, pairings: 0 });
  await alice.api.addFact({ content: 'new', level: 1, domain: '', module: '' });
  const dora = await openNode('dora', clock);
  await pair(alice, dora);
  expect(alice.snapshot.archive).toEqual({ at, facts: 1, pairings: 1 });
  await dora.close();
  await close();
});

test.for([
  [1, archive1],
  [2, archive2],
  [3, archive3],
  [4, archive4],
] as const)('an archive of schema version %i restores for ever', async ([schema, text]) => {
  expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({ synapse_archive: 1, schema });
  const where = await openTab(`restored-${crypto.randomUUID()}`);
  const preview = await looked(where, await packed([text.trimEnd()]));
  await where.api.restoreArchive(preview.id);
  expect(where.snapshot.node).toMatchObject({ nodeName: 'fixture' });
  expect(where.snapshot.counts).toMatchObject({ facts: preview.holds.facts + 5, conflicts: preview.holds.conflicts });
  expect(preview.holds).toMatchObject({ genes: 5, facts: 61, peers: 1, conflicts: 40 });
  const rows = taken<Rows<ConflictRow>>(await where.api.conflicts(ALL)).rows;
  expect(rows.map(({ theirs }) => theirs.fromPeerId)).toEqual(rows.map(() => where.peer('sentinel-mcp').peerId));
  await where.close();
});
