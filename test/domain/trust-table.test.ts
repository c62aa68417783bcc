/** What every event makes of every level of trust. PROTOCOL "Trust" shows the same table. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { Registry } from '../../src/domain/registry.ts';
import { Trust, trustName } from '../../src/domain/trust.ts';

const [OURS, OTHER] = ['our genome', 'another genome'];
const TIMEOUT = 60_000;
const PEER = 'peer_bob';

type Node = Registry<null>;

function shakes(node: Node, genomeHash: string, now: number): void {
  const request = { fromPeerId: PEER, fromNode: 'bob', genomeHash, timestamp: 0, nonce: 'n' };
  node.processHandshake({ kind: 'handshake_request', ...request }, OURS, now);
}

function replies(node: Node, genomeHash: string): void {
  const reply = { toPeerId: PEER, toNode: 'bob', genomeHash, match: true, trust: Trust.VERIFIED, timestamp: 0 };
  node.completeHandshake({ kind: 'handshake_response', ...reply }, OURS, 0);
}

const STATES: Readonly<Record<string, (node: Node) => void>> = {
  stranger: () => undefined,
  PENDING: (node) => {
    shakes(node, OURS, 0);
    node.awaitReply(PEER);
  },
  VERIFIED: (node) => shakes(node, OURS, 0),
  REJECTED: (node) => shakes(node, OTHER, 0),
  EXPIRED: (node) => {
    shakes(node, OURS, -TIMEOUT);
    node.checkTimeouts(null, 0);
  },
};

const EVENTS: Readonly<Record<string, (node: Node) => void>> = {
  'its handshake, same genome': (node) => shakes(node, OURS, 0),
  'its handshake, other genome': (node) => shakes(node, OTHER, 0),
  'its reply, same genome': (node) => replies(node, OURS),
  'its reply, other genome': (node) => replies(node, OTHER),
  'we ask it again': (node) => node.awaitReply(PEER),
  'we withdraw that': (node) => node.resume(PEER, Trust.VERIFIED, OURS),
  'its payload': (node) => {
    if (node.isTrusted(PEER)) node.recordSync(PEER, 1, 0);
  },
  'silence past the timeout': (node) => void node.checkTimeouts(null, TIMEOUT),
  'our genome grows': (node) => void node.distrustOtherGenomes('a larger genome'),
};

function after(state: string, event: string): string {
  const node = new Registry<null>('peer_alice', 'alice', TIMEOUT);
  STATES[state]?.(node);
  EVENTS[event]?.(node);
  const peer = node.getPeer(PEER);
  return isRefusal(peer) ? 'stranger' : trustName(peer.trust);
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(): string {
  const states = Object.keys(STATES);
  const rows = Object.keys(EVENTS).map((event) => {
    return line([
      event,
      ...states.map((state) => after(state, event)).map((to, index) => (to === states[index] ? '–' : to)),
    ]);
  });
  return [line(['what happens to a', ...states]), line(['---', ...states.map(() => '---')]), ...rows].join('\n');
}

test('PROTOCOL.md shows this table', () => {
  const protocol = readFileSync(new URL('../../.github/PROTOCOL.md', import.meta.url), 'utf8');
  expect(protocol).toContain(table());
});

describe('only a handshake with the same genome makes a peer trusted', () => {
  test.for(Object.keys(STATES).flatMap((state) => Object.keys(EVENTS).map((event) => [state, event] as const)))(
    '%s: %s',
    ([state, event]) => {
      const isTrusted = after(state, event) === 'VERIFIED';
      const may = state === 'VERIFIED' || /same genome/.test(event) || (state === 'PENDING' && /withdraw/.test(event));
      expect(isTrusted && !may).toBe(false);
    },
  );
});
