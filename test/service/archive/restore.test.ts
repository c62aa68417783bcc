import { armor } from 'age-encryption';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type { ArchivePreview } from '../../../src/peer-api.ts';
import archive1 from '../../data/archive-1.jsonl?raw';
import archive2 from '../../data/archive-2.jsonl?raw';
import archive3 from '../../data/archive-3.jsonl?raw';
import archive4 from '../../data/archive-4.jsonl?raw';
import threatActors from '../../data/threat-actors.json?raw';
import { linesOf, makeArchive, openArchive, openNewDevice, packed } from '../../stories/support/archive-file.ts';
import { openTrustingGomcp } from '../../stories/support/gomcp.ts';
import { openLivedIn } from '../../stories/support/lived-in.ts';
import { closeAll, openNode, pair, taken } from '../../stories/support/open-node.ts';
import { openPair } from '../../stories/support/open-nodes.ts';
import { conflictRows } from '../../stories/support/rows.ts';
import { recordCounts, wholeMemory } from '../../stories/support/whole-memory.ts';

const PASSPHRASE = 'correct horse battery staple';

test('a restored node has everything, signs as before, and its peers accept it', async () => {
  const { alice, bob, clock, close } = await openLivedIn();
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
  const file = await makeArchive(alice, PASSPHRASE);
  expect(await wholeMemory(alice.name)).toBe(before);
  const device = await openNewDevice(clock);
  expect(await device.api.read(file)).toEqual({ kind: 'sealed-archive' });
  const preview = await openArchive(device, file, PASSPHRASE);
  expect(preview).toMatchObject({
    nodeName: 'alice',
    hasKey: true,
    lacks: null,
    holds: { genes: 5, incidents: 2, peers: 3 },
  });
  expect(preview.holds.facts + 5).toBe(alice.snapshot.counts.facts);
  expect(await device.api.restoreArchive(preview.id)).toMatchObject({ what: 'restored', peer: 'alice' });
  expect(await wholeMemory(device.name)).toBe(before);
  expect(device.snapshot).toMatchObject({ state: 'ready', replaced: null, archive: { facts: 0, pairings: 0 } });
  expect(device.snapshot.node).toEqual(alice.snapshot.node);
  expect(device.snapshot.peers).toEqual(alice.snapshot.peers);
  await device.api.addFact({ content: 'Written after the flood.', level: 1, domain: '', module: '' });
  const { outcome } = await bob.bringIn(await device.takeOutText('bob'));
  expect(outcome).toMatchObject({ what: 'taken-in', peer: 'alice' });
  expect(device.snapshot.archive).toMatchObject({ facts: 1, pairings: 0 });
  await close();
  await device.close();
});

test('an archive without a passphrase has no key: restored, it is a new node that knows everything', async () => {
  const { alice, bob, clock, close } = await openLivedIn();
  const file = await makeArchive(alice, null);
  expect((await linesOf(file)).join('\n')).not.toContain('"secret"');
  const device = await openNewDevice(clock);
  const preview = taken<ArchivePreview>(await device.api.read(file));
  expect(preview).toMatchObject({ kind: 'archive-preview', hasKey: false });
  await device.api.restoreArchive(preview.id);
  expect(device.snapshot.node).toMatchObject({ nodeName: 'alice' });
  expect(device.snapshot.node?.peerId).not.toBe(alice.snapshot.node?.peerId);
  expect(device.snapshot.counts).toEqual(alice.snapshot.counts);
  expect(device.snapshot.openHandshakes).toEqual([]);
  await pair(device, bob);
  expect((await bob.bringIn(await device.takeOutText('bob'))).outcome).toMatchObject({ kind: 'done' });
  await close();
  await device.close();
});

test('an archive is recognised in armour, as pasted text, and unpacked by hand', async () => {
  const alice = await openNode('alice');
  const device = await openNewDevice(alice.clock);
  const file = await makeArchive(alice, PASSPHRASE);
  const text = armor.encode(new Uint8Array(await file.arrayBuffer()));
  expect(await device.api.read(text)).toEqual({ kind: 'sealed-archive' });
  expect(await openArchive(device, new Blob([text]), PASSPHRASE)).toMatchObject({ nodeName: 'alice', hasKey: true });
  const lines = await linesOf(await makeArchive(alice, null));
  const preview = taken<ArchivePreview>(await device.api.read(`${lines.join('\n')}\n`));
  expect(preview).toMatchObject({ kind: 'archive-preview', nodeName: 'alice', holds: { genes: 5 } });
  expect(await device.api.restoreArchive(preview.id)).toMatchObject({ what: 'restored' });
  await closeAll(alice, device);
});

test.for([
  [1, archive1],
  [2, archive2],
  [3, archive3],
  [4, archive4],
] as const)('an archive of schema version %i can still be restored', async ([schema, text]) => {
  expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({ synapse_archive: 1, schema });
  const device = await openNewDevice();
  const preview = await openArchive(device, await packed([text.trimEnd()]));
  await device.api.restoreArchive(preview.id);
  expect(device.snapshot.node).toMatchObject({ nodeName: 'fixture' });
  expect(device.snapshot.counts).toMatchObject({ facts: preview.holds.facts + 5, conflicts: preview.holds.conflicts });
  expect(preview.holds).toMatchObject({ genes: 5, facts: 61, peers: 1, conflicts: 40 });
  const rows = await conflictRows(device);
  expect(rows.map(({ theirs }) => theirs.fromPeerId)).toEqual(rows.map(() => device.peer('sentinel-mcp').peerId));
  await device.close();
});

describe('an archive is refused', () => {
  test('if it is cut off, edited, incomplete, from a newer version, or no archive at all', async () => {
    const alice = await openTrustingGomcp();
    await alice.bringIn(threatActors);
    const file = await makeArchive(alice, null);
    const lines = await linesOf(file);
    const device = await openNewDevice(alice.clock);
    const refusal = async (blob: Blob) => {
      const result = await device.api.openArchive(blob, null);
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
    expect(device.snapshot.state).toBe('new');
    expect((await recordCounts(device.name)).staged).toBe(0);
    await closeAll(alice, device);
  });

  test('if the passphrase is wrong, or if a sealed archive is cut off or has one other byte', async () => {
    const alice = await openNode('alice');
    const file = await makeArchive(alice, PASSPHRASE);
    const device = await openNewDevice(alice.clock);
    expect(await device.api.openArchive(file, 'Correct horse')).toMatchObject({ code: 'wrong-passphrase' });
    const code = async (blob: Blob) => ((await device.api.openArchive(blob, PASSPHRASE)) as { code?: string }).code;
    expect(await code(file.slice(0, file.size - 10))).toMatch(/^archive-(cut|damaged)$/);
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    expect(await code(new Blob([bytes]))).toMatch(/^archive-(cut|damaged)$/);
    expect(taken<ArchivePreview>(await device.api.openArchive(file, PASSPHRASE)).nodeName).toBe('alice');
    await closeAll(alice, device);
  });
});

test('a restore that is stopped changes nothing, even if it is replacing the memory already', async () => {
  const { alice, bob, close } = await openLivedIn();
  const file = await makeArchive(alice, null);
  const before = await wholeMemory(bob.name);
  const preview = await openArchive(bob, file);
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

test('a payload that was made ready is not carried if an archive was restored in another tab since', async () => {
  const { alice, bob } = await openPair();
  const file = await makeArchive(alice, PASSPHRASE);
  await alice.api.addFact({ content: 'Newer than the archive.', level: 1, domain: '', module: '' });
  const ready = await alice.takeOut('bob', 'new');
  const tab = await alice.secondTab();
  expect(await tab.api.restoreArchive((await openArchive(tab, file, PASSPHRASE)).id)).toMatchObject({ kind: 'done' });
  expect(await alice.api.carriedOut(ready.dropId)).toMatchObject({ code: 'made-before' });
  await closeAll(alice, bob, tab);
});

test('an opened archive is put aside until it is closed or restored; two tabs can each open one', async () => {
  const { alice, bob, close } = await openLivedIn();
  const file = await makeArchive(alice, PASSPHRASE);
  const staged = async () => (await recordCounts(bob.name)).staged;
  const preview = await openArchive(bob, file, PASSPHRASE);
  expect(await staged()).toBeGreaterThan(0);
  await bob.api.closeArchive();
  expect(await staged()).toBe(0);
  expect(await bob.api.restoreArchive(preview.id)).toMatchObject({ code: 'archive-gone' });
  const tab = await bob.secondTab();
  const [here, there] = [await openArchive(bob, file, PASSPHRASE), await openArchive(tab, file, PASSPHRASE)];
  expect(await bob.api.restoreArchive(here.id)).toMatchObject({ kind: 'done' });
  expect(await staged()).toBe(0);
  expect(await tab.api.restoreArchive(there.id)).toMatchObject({ code: 'replaced-kept' });
  await tab.api.letReplacedGo();
  expect(await tab.api.restoreArchive(there.id)).toMatchObject({ code: 'archive-gone' });
  expect(tab.snapshot.node).toEqual(bob.snapshot.node);
  await tab.close();
  await close();
});

test('what a tab that died had put aside is gone when the node is opened again', async () => {
  const alice = await openNode('alice');
  await alice.close();
  const db = await openDB(alice.name);
  await db.add('staged', [{ store: 'genes', record: {} }], ['nobody', 0]);
  db.close();
  const again = await alice.secondTab();
  expect((await recordCounts(alice.name)).staged).toBe(0);
  await again.close();
});
