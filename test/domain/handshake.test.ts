import { describe, expect, test } from 'vitest';
import { answeredRequest, type OpenHandshake } from '../../src/domain/handshake.ts';

/** A request of ours with this nonce, meant for `peerId`; the figure in the nonce is its age in the queue. */
function open(nonce: string, peerId: string | null = null): OpenHandshake {
  const at = Number(nonce.replace(/\D/g, ''));
  const request = {
    kind: 'handshake_request',
    fromPeerId: 'us',
    fromNode: '',
    genomeHash: 'h',
    timestamp: 0,
    nonce,
  } as const;
  return { nonce, peerId, at, request, trustBefore: null };
}

describe('which request of ours a reply of Bob answers', () => {
  test.for<[string, readonly OpenHandshake[], string | undefined, string | undefined]>([
    ['none is open', [], undefined, undefined],
    ['the only one, open to all', [open('n1')], undefined, 'n1'],
    ['the oldest that is open to all', [open('n3'), open('n1'), open('n2')], undefined, 'n1'],
    ['the one meant for Bob, though younger', [open('n1'), open('n2', 'bob')], undefined, 'n2'],
    ['the oldest of those meant for Bob', [open('n9', 'bob'), open('n2', 'bob')], undefined, 'n2'],
    ['one meant for Eve is not his to answer', [open('n1', 'eve')], undefined, undefined],
    ['the one it names', [open('n1'), open('n2')], 'n2', 'n2'],
    ['the one it names, though another is meant for him', [open('n1', 'bob'), open('n2')], 'n2', 'n2'],
    ['the one it names is closed: no other is taken for it', [open('n1'), open('n2', 'bob')], 'n7', undefined],
    ['the one it names is meant for Eve', [open('n1', 'eve'), open('n2')], 'n1', undefined],
    ['it names an empty nonce', [open('n1')], '', undefined],
  ])('%s', ([, requests, inReplyTo, nonce]) => {
    const reply = { toPeerId: 'bob', ...(inReplyTo !== undefined && { inReplyTo }) };
    expect(answeredRequest(requests, reply)?.nonce).toBe(nonce);
  });

  test('the open ones stay in their order', () => {
    const requests = [open('n3'), open('n1')];
    answeredRequest(requests, { toPeerId: 'bob' });
    expect(requests.map(({ nonce }) => nonce)).toEqual(['n3', 'n1']);
  });
});
