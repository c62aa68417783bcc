/** Signatures: everything that leaves has one, and a peer id that has signed once is never believed without one. */
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/answers.ts';
import type { Carried } from '../../src/peer-api.ts';
import { makeIdentity, peerIdOf, signWith } from '../../src/service/identity.ts';
import { canonicalBytes } from '../../src/wire/canonical.ts';
import type { JsonObject } from '../../src/wire/fields.ts';
import { readSignature, withPublicKey, withSignature } from '../../src/wire/signature.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { closeAll, handedOver, handshakeRequest, openNode, type TestNode, taken } from './support/open-node.ts';
import { openPair } from './support/open-nodes.ts';
import { testEnvironment } from './support/test-environment.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };

/** Alice and Bob, who trust each other, and a payload from Alice for Bob with a fact and an incident. */
async function signedPayload(): Promise<{ alice: TestNode; bob: TestNode; text: string }> {
  const { alice, bob } = await openPair();
  await alice.api.addFact(FACT);
  await alice.api.addIncident({
    title: 'A leak',
    description: 'of keys',
    status: 'OPEN',
    severity: 'HIGH',
    killChainPhase: 'impact',
    correlationRule: 'rule',
    mitreMapping: ['T1059'],
    eventCount: 3,
  });
  return { alice, bob, text: await alice.takeOutText('bob') };
}

type Path = readonly (string | number)[];

/** The path to every value of the document that is neither an object nor a list. */
function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key]));
}

/** The document with another value at this path: another year, text, number or truth value. */
function changedAt(json: unknown, path: Path): string {
  const copy = structuredClone(json) as Record<string | number, unknown>;
  const parent = path.slice(0, -1).reduce((object, key) => object[key] as typeof copy, copy);
  const key = path.at(-1) as string;
  const leaf = parent[key];
  if (typeof leaf === 'string') parent[key] = /^\d{4}-/.test(leaf) ? leaf.replace(/^\d{4}/, '1999') : `${leaf}x`;
  else parent[key] = typeof leaf === 'number' ? leaf + 1 : !leaf;
  return JSON.stringify(copy);
}

test('everything that leaves is signed with the key that the peer id is made of', async () => {
  const { alice, bob, text } = await signedPayload();
  const request = await handshakeRequest(alice);
  const { reply } = await bob.bringIn(request);
  for (const [from, document] of [
    [alice, text],
    [alice, request],
    [bob, await handedOver(bob, taken<Carried>(reply))],
  ] as const) {
    const json = JSON.parse(document) as JsonObject;
    const signature = readSignature(json);
    if (signature === null || signature === 'malformed') throw new Error(`${signature}`);
    expect(await peerIdOf(signature.publicKey)).toBe(from.snapshot.node?.peerId);
    const key = await crypto.subtle.importKey('raw', signature.publicKey, 'Ed25519', true, ['verify']);
    const canonical = await canonicalBytes(json);
    expect(await crypto.subtle.verify('Ed25519', key, signature.signature, canonical)).toBe(true);
    // GoMCP's decoder ignores names that it does not know. What we add stands below one such name.
    expect(Object.keys(json).filter((name) => name === 'synapse')).toHaveLength(1);
  }
  await closeAll(alice, bob);
});

test('a signature holds for every layout of the same document', async () => {
  const { alice, bob, text } = await signedPayload();
  const json = JSON.parse(text);
  const pretty = JSON.stringify(json, null, 2);
  const reversed = JSON.stringify(Object.fromEntries(Object.entries(json).reverse()));
  for (const form of [
    text,
    pretty,
    reversed,
    pretty.replaceAll('\n', '\r\n'),
    `Bob wrote:\n> ${pretty.replaceAll('\n', '\n> ')}`,
    text.replace('bridge', 'bridg\\u0065'),
    JSON.stringify({ content: [{ type: 'text', text: pretty }] }),
  ]) {
    expect(await bob.preview(form)).toMatchObject({ author: 'signed', act: 'take-in', problem: null });
  }
  await closeAll(alice, bob);
});

test('a signature breaks if the meaning of any field changes', async () => {
  const { alice, bob, text } = await signedPayload();
  const json = JSON.parse(text);
  const readings = [];
  expect(pathsOf(json).map((path) => path.join('/'))).toContain('synapse/number');
  for (const path of pathsOf(json)) {
    const answer = await bob.api.read(changedAt(json, path));
    // An unknown sender or a broken time is refused earlier, with a code of its own.
    if (answer.kind === 'preview') readings.push([path.join('/'), answer.act, answer.problem?.code]);
    else expect(answer).toMatchObject({ kind: 'refused' });
  }
  expect(readings.length).toBeGreaterThan(20);
  for (const [path, act, code] of readings) {
    expect([path, act, code]).toEqual([path, 'refused', 'signature-broken']);
  }
  const without = await bob.api.read(JSON.stringify({ ...json, incidents: undefined }));
  expect(without).toMatchObject({ problem: { code: 'signature-broken' } });
  await closeAll(alice, bob);
});

describe('once a peer id has signed', () => {
  test('missing, broken and foreign signatures can be looked at and not accepted, and write nothing', async () => {
    const { alice, bob, text } = await signedPayload();
    const eve = await openNode('eve');
    const { synapse, ...unsigned } = JSON.parse(text);
    const { secret, publicKey } = await newKeys();
    const foreign = withPublicKey(unsigned, publicKey);
    const signed = withSignature(foreign, await signWith({ secret, publicKey }, await canonicalBytes(foreign)));
    const before = bob.snapshot.counts.facts;
    for (const [document, code] of [
      [unsigned, 'signature-missing'],
      [{ ...unsigned, synapse: { ...synapse, signature: synapse.signature.replace(/^./, 'A') } }, 'signature-broken'],
      [{ ...unsigned, synapse: { ...synapse, signature: 'short' } }, 'signature-broken'],
      [{ ...unsigned, synapse: { public_key: synapse.public_key } }, 'signature-broken'],
      [signed, 'signed-by-another'],
    ] as const) {
      const shown = await bob.preview(JSON.stringify(document));
      expect(shown).toMatchObject({ act: 'refused', problem: { code }, facts: { fresh: 1 } });
      const outcome = outcomeOf(await bob.api.accept(shown.id));
      expect(outcome).toMatchObject({ kind: 'refused', code });
    }
    expect(bob.snapshot.counts.facts).toBe(before);
    expect(await bob.bringIn(text)).toMatchObject({ outcome: { kind: 'done' } });
    await closeAll(alice, bob, eve);
  });

  test('its documents must be signed in every tab, and in a preview that was opened before too', async () => {
    const node = await openNode('alice');
    const keys = await newKeys();
    const peerId = await peerIdOf(keys.publicKey);
    const request = { ...JSON.parse(handshake), from_peer_id: peerId, nonce: 'one' };
    const early = await node.preview(JSON.stringify(request));
    expect(early).toMatchObject({ author: 'unsigned', act: 'verify' });
    const tab = await node.secondTab();
    const keyed = withPublicKey({ ...request, nonce: 'two' }, keys.publicKey);
    const signed = withSignature(keyed, await signWith(keys, await canonicalBytes(keyed)));
    await tab.bringIn(JSON.stringify(signed));
    expect(tab.snapshot.peers[0]).toMatchObject({ peerId, signedSince: node.clock.now });
    expect(outcomeOf(await node.api.accept(early.id))).toMatchObject({ code: 'signature-missing' });
    await closeAll(node, tab);
  });
});

test('a node that signs nothing is taken in, and is shown as unsigned', async () => {
  const node = await openNode('alice');
  expect(await node.preview(handshake)).toMatchObject({ author: 'unsigned', act: 'verify', problem: null });
  await node.bringIn(handshake);
  expect(await node.bringIn(threatActors)).toMatchObject({ outcome: { kind: 'done' } });
  expect(node.peer('sentinel-mcp').signedSince).toBeNull();
  await node.close();
});

async function newKeys() {
  const { publicKey, secret } = await makeIdentity(testEnvironment());
  return { publicKey, secret };
}
