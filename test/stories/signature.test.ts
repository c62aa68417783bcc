import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../src/domain/outcome.ts';
import type { Carried, Preview } from '../../src/peer-api.ts';
import { makeIdentity, peerIdOf, signWith } from '../../src/service/identity.ts';
import { canonicalBytes } from '../../src/wire/canonical.ts';
import type { JsonObject } from '../../src/wire/fields.ts';
import { readSignature, withPublicKey, withSignature } from '../../src/wire/signature.ts';
import handshake from '../data/gomcp-handshake-request.json?raw';
import threatActors from '../data/threat-actors.json?raw';
import { handedOver, openNode, pair, type TestNode, taken } from './support/open-node.ts';

const FACT = { content: 'The bridge is closed.', level: 1, domain: 'roads', module: 'north' };

/** A trusted pair, and what alice has for bob. */
async function signedPayload(): Promise<{ alice: TestNode; bob: TestNode; text: string }> {
  const [alice, bob] = [await openNode('alice'), await openNode('bob')];
  await pair(alice, bob);
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

const preview = async (node: TestNode, text: string) => taken<Preview>(await node.api.read(text));
const closeAll = (...nodes: readonly TestNode[]) => Promise.all(nodes.map((node) => node.close()));

/** Every leaf of the document, as the ways to it. */
function leavesOf(value: unknown, way: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => leavesOf((value as Record<string, unknown>)[key], [...way, key]));
}

function changedAt(json: unknown, way: readonly (string | number)[]): string {
  const copy = structuredClone(json) as Record<string | number, unknown>;
  const parent = way.slice(0, -1).reduce((node, key) => node[key] as typeof copy, copy);
  const key = way.at(-1) as string;
  const leaf = parent[key];
  if (typeof leaf === 'string') parent[key] = /^\d{4}-/.test(leaf) ? leaf.replace(/^\d{4}/, '1999') : `${leaf}x`;
  else parent[key] = typeof leaf === 'number' ? leaf + 1 : !leaf;
  return JSON.stringify(copy);
}

test('everything that leaves is signed with the key that the peer id is made of', async () => {
  const { alice, bob, text } = await signedPayload();
  const request = await handedOver(alice, taken<Carried>(await alice.api.newHandshake(null)));
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
    // GoMCP's decoder takes what it knows and lets the rest be: ours is below one name.
    expect(Object.keys(json).filter((name) => name === 'synapse')).toHaveLength(1);
  }
  await closeAll(alice, bob);
});

test('a signature survives every way of laying out the same document', async () => {
  const { alice, bob, text } = await signedPayload();
  const json = JSON.parse(text);
  const pretty = JSON.stringify(json, null, 2);
  const turned = JSON.stringify(Object.fromEntries(Object.entries(json).reverse()));
  for (const form of [
    text,
    pretty,
    turned,
    pretty.replaceAll('\n', '\r\n'),
    `Bob wrote:\n> ${pretty.replaceAll('\n', '\n> ')}`,
    text.replace('bridge', 'bridg\\u0065'),
    JSON.stringify({ content: [{ type: 'text', text: pretty }] }),
  ]) {
    expect(await preview(bob, form)).toMatchObject({ author: 'signed', act: 'take-in', problem: null });
  }
  await closeAll(alice, bob);
});

test('it breaks on any change of meaning, in any field', async () => {
  const { alice, bob, text } = await signedPayload();
  const json = JSON.parse(text);
  const readings = [];
  expect(leavesOf(json).map((way) => way.join('/'))).toContain('synapse/number');
  for (const way of leavesOf(json)) {
    const answer = await bob.api.read(changedAt(json, way));
    // What is no known trusted sender or no time any more is refused before that, and for that.
    if (answer.kind === 'preview') readings.push([way.join('/'), answer.act, answer.problem?.code]);
    else expect(answer).toMatchObject({ kind: 'refused' });
  }
  expect(readings.length).toBeGreaterThan(20);
  for (const [way, act, code] of readings) {
    expect([way, act, code]).toEqual([way, 'refused', 'signature-broken']);
  }
  const without = await bob.api.read(JSON.stringify({ ...json, incidents: undefined }));
  expect(without).toMatchObject({ problem: { code: 'signature-broken' } });
  await closeAll(alice, bob);
});

describe('once a peer id has signed', () => {
  test('unsigned, broken and foreign signatures can be looked at, not accepted, and write nothing', async () => {
    const { alice, bob, text } = await signedPayload();
    const eve = await openNode('eve');
    const { synapse, ...unsigned } = JSON.parse(text);
    const { secret, publicKey } = await keysOf();
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
      const shown = await preview(bob, JSON.stringify(document));
      expect(shown).toMatchObject({ act: 'refused', problem: { code }, facts: { fresh: 1 } });
      const outcome = outcomeOf(await bob.api.accept(shown.id));
      expect(outcome).toMatchObject({ kind: 'refused', code });
    }
    expect(bob.snapshot.counts.facts).toBe(before);
    expect(await bob.bringIn(text)).toMatchObject({ outcome: { kind: 'done' } });
    await closeAll(alice, bob, eve);
  });

  test('a preview that was opened before is held to it too, and so is every other tab', async () => {
    const node = await openNode('alice');
    const keys = await keysOf();
    const peerId = await peerIdOf(keys.publicKey);
    const request = { ...JSON.parse(handshake), from_peer_id: peerId, nonce: 'one' };
    const early = await preview(node, JSON.stringify(request));
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

test('a node that signs nothing is taken as it is, and said to be so', async () => {
  const node = await openNode('alice');
  expect(await preview(node, handshake)).toMatchObject({ author: 'unsigned', act: 'verify', problem: null });
  await node.bringIn(handshake);
  expect(await node.bringIn(threatActors)).toMatchObject({ outcome: { kind: 'done' } });
  expect(node.peer('sentinel-mcp').signedSince).toBeNull();
  await node.close();
});

async function keysOf() {
  const { publicKey, secret } = await makeIdentity({
    now: () => 0,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    wakeAt: () => undefined,
  });
  return { publicKey, secret };
}
