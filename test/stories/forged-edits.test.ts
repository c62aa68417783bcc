/** Edits that claim more than they prove: they are conflicts, as anybody's words are. */
import { expect, test } from 'vitest';
import { toBase64url } from '../../src/domain/bytes.ts';
import { signWith } from '../../src/service/identity.ts';
import { editBytes, hashOfWords, writeEdits, writeFact } from '../../src/wire/facts.ts';
import { editOnlyFact, onlyFact, openWithOneFact } from './support/edited-fact.ts';
import { identityOf } from './support/identity-of.ts';
import { pair, taken } from './support/open-node.ts';
import { openNodes } from './support/open-nodes.ts';
import { rewritten } from './support/rewritten.ts';

test('a proof fails for words changed on the way, for another fact, and by another key', async () => {
  const { alice, bob, carol, close } = await openWithOneFact('Bear uses one server.');
  await editOnlyFact(alice, { content: 'Bear uses two servers.' });
  await bob.bringIn(await alice.takeOutText('bob'));
  const text = await bob.takeOutText('carol');
  const payload = JSON.parse(text);
  const [fact] = payload.facts.filter((row: { level: number }) => row.level === 1);
  const { [fact.id]: proof } = payload.synapse.edits;
  const changes: readonly Record<string, unknown>[] = [
    { facts: [{ ...fact, content: 'Bear has left.' }] },
    { facts: [{ ...fact, domain: 'other' }] },
    { facts: [{ ...fact, created_at: '2026-01-01T00:00:00Z' }] },
    { synapse: { edits: { [fact.id]: { ...proof, replaces: [...proof.replaces, proof.replaces[0]] } } } },
    { synapse: { edits: { [fact.id]: { ...proof, public_key: payload.synapse.public_key } } } },
    { synapse: { edits: { [fact.id]: { ...proof, signature: 'A'.repeat(86) } } } },
    { synapse: { edits: { [fact.id]: {} } } },
    { synapse: {} },
  ];
  const unchanged = await carol.previewPayload(await rewritten(bob, text, {}));
  expect(unchanged.facts).toMatchObject({ updates: 1, conflicts: 0 });
  for (const change of changes) {
    const { facts } = await carol.previewPayload(await rewritten(bob, text, change));
    expect(facts, JSON.stringify(change)).toMatchObject({ updates: 0, conflicts: 1 });
  }
  // Bob may sign anything with his key, but the id of the fact is made of Alice's peer id.
  await carol.bringIn(await rewritten(bob, text, taken(changes[0])));
  expect((await onlyFact(carol)).fact.content).toBe('Bear uses one server.');
  await close();
});

test('a writer cannot name words of another node as replaced by its own', async () => {
  const { alice, bob, carol, close } = await openNodes('alice', 'bob', 'carol');
  await pair(alice, bob);
  await pair(bob, carol);
  await pair(alice, carol);
  await alice.api.addFact({ content: 'A', level: 1, domain: 'actors', module: '' });
  await bob.bringIn(await alice.takeOutText('bob'));
  await editOnlyFact(bob, { content: 'X, by Bob' });
  await carol.bringIn(await bob.takeOutText('carol'));
  const { fact: byBob } = await onlyFact(carol);
  expect(byBob.edit).toBeUndefined();
  const { fact: byAlice } = await onlyFact(alice);
  const identity = await identityOf(alice);
  const later = { ...byAlice, content: 'B, by Alice' };
  const claim = {
    publicKey: toBase64url(identity.publicKey),
    replaces: [hashOfWords(byAlice), hashOfWords(byBob)],
  };
  const signature = toBase64url(await signWith(identity, await editBytes(later, claim)));
  const signed = { ...later, edit: { ...claim, signature } };
  const text = await rewritten(alice, await alice.takeOutText('carol'), {
    facts: [writeFact(signed)],
    synapse: writeEdits([signed]),
  });
  expect((await carol.previewPayload(text)).facts).toMatchObject({ updates: 0, conflicts: 1 });
  await close();
});
