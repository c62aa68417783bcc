import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { toBase64url } from '../../src/domain/bytes.ts';
import type { Carried, FactRow, PayloadPreview, Rows } from '../../src/peer-api.ts';
import { signWith } from '../../src/service/identity.ts';
import type { Identity } from '../../src/store/schema.ts';
import { editBytes, hashOfWords, writeEdits, writeFact } from '../../src/wire/facts.ts';
import { Clock, handedOver, openNode, pair, type TestNode, taken } from './support/open-node.ts';
import { rewritten } from './support/rewritten.ts';

const ALL = { offset: 0, limit: 1000 };
const WORDS = { content: 'A', level: 1, domain: 'actors', module: '' };
const rows = async (node: TestNode) => taken<Rows<FactRow>>(await node.api.facts({ search: '', level: 1 }, ALL)).rows;
const only = async (node: TestNode) => {
  const found = await rows(node);
  expect(found).toHaveLength(1);
  return found[0] as FactRow;
};
const look = async (node: TestNode, text: string) => taken<PayloadPreview>(await node.api.read(text));
async function identityOf(node: TestNode): Promise<Identity> {
  const db = await openDB(node.name);
  const identity = (await db.get('self', 'identity')) as Identity;
  db.close();
  return identity;
}
async function edit(node: TestNode, content: string) {
  node.clock.advance(1000);
  const { fact } = await only(node);
  expect(await node.api.editFact(fact.id, { ...WORDS, content })).toMatchObject({ kind: 'done' });
}
async function three() {
  const clock = new Clock();
  const [alice, bob, carol] = [
    await openNode('alice', clock),
    await openNode('bob', clock),
    await openNode('carol', clock),
  ];
  await pair(alice, bob);
  await pair(bob, carol);
  await pair(alice, carol);
  await alice.api.addFact(WORDS);
  await bob.bringIn(await alice.takeOutText('bob'));
  return { alice, bob, carol, clock, close: () => Promise.all([alice, bob, carol].map((node) => node.close())) };
}

test('the writer can not name another nodes words as replaced by its own', async () => {
  const { alice, bob, carol, close } = await three();
  await edit(bob, 'X, by Bob');
  await carol.bringIn(await bob.takeOutText('carol'));
  const { fact: x } = await only(carol);
  expect(x.edit).toBeUndefined();
  const { fact: a } = await only(alice);
  const identity = await identityOf(alice);
  const b = { ...a, content: 'B, by Alice' };
  const said = { publicKey: toBase64url(identity.publicKey), replaces: [hashOfWords(a), hashOfWords(x)] };
  const signed = {
    ...b,
    edit: { ...said, signature: toBase64url(await signWith(identity, await editBytes(b, said))) },
  };
  const text = await rewritten(alice, await alice.takeOutText('carol'), {
    facts: [writeFact(signed)],
    synapse: writeEdits([signed]),
  });
  expect((await look(carol, text)).facts).toMatchObject({ updates: 0, conflicts: 1 });
  await close();
});

test('what a person chose in a conflict is not overwritten by an update of the same payload', async () => {
  const { alice, bob, close } = await three();
  const { fact: a } = await only(bob);
  await edit(alice, 'B');
  const text = await alice.takeOutText('bob', 'new');
  const b = JSON.parse(text).facts.find((one: { id: string }) => one.id === a.id);
  const two = await rewritten(alice, text, { facts: [{ ...b, content: 'X' }, b] });
  const preview = await look(bob, two);
  expect(preview.facts).toMatchObject({ conflicts: 2, updates: 0 });
  await bob.api.chooseRows(preview.id, 'conflicts', { indices: [0] }, 'theirs');
  await bob.api.accept(preview.id);
  expect((await only(bob)).fact.content).toBe('X');
  await close();
});

test('a receipt that was made ready, and whose import is undone before it is carried, is not carried', async () => {
  const { alice, bob, close } = await three();
  const text = await alice.takeOutText('bob');
  const ready = taken<Carried>(await bob.api.takeOut(bob.peer('alice').peerId, 'new'));
  await look(bob, text);
  const { rows: ins } = taken<Rows<{ undoable: boolean; dropId?: string }>>(
    (await bob.api.journal({ search: '', kind: 'drop-in' }, ALL)) as never,
  );
  await bob.api.undoImport(ins.find((row) => row.undoable)?.dropId as string);
  expect(await rows(bob)).toHaveLength(0);
  expect(await bob.api.carriedOut(ready.dropId)).toMatchObject({ code: 'receipt-undone' });
  expect(JSON.parse(await bob.takeOutText('alice', 'new')).synapse.receipts).toBeUndefined();
  await close();
});

test('the journal calls a delta page what it is', async () => {
  const { alice, bob, close } = await three();
  alice.clock.advance(1000);
  await alice.api.addFact({ ...WORDS, content: 'new one' });
  const node = bob.snapshot.node;
  const request = await rewritten(bob, '{}', {
    from_peer_id: node?.peerId,
    genome_hash: node?.genomeHash,
    since: '0001-01-01T00:00:00Z',
    max_batch: 9,
  });
  const { reply } = await alice.bringIn(request);
  await bob.bringIn(await handedOver(alice, taken<Carried>(reply)));
  const { rows: lines } = taken<Rows<{ documentKind?: string }>>(
    (await bob.api.journal({ search: '', kind: 'drop-in' }, ALL)) as never,
  );
  expect(lines.map((line) => line.documentKind)).toContain('delta_sync_response');
  await close();
});
