import { describe, expect, test } from 'vitest';
import { answeredRequest, type OpenHandshake } from '../../src/domain/handshake.ts';

/** A request of ours with this nonce, made for `peerId`. It was made at the time in the nonce. */
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

describe('a reply of Bob answers', () => {
  test.for<[string, readonly OpenHandshake[], string | undefined, string | undefined]>([
    ['nothing, if no request is open', [], undefined, undefined],
    ['the only request, which is for anybody', [open('n1')], undefined, 'n1'],
    ['the oldest request for anybody', [open('n3'), open('n1'), open('n2')], undefined, 'n1'],
    ['the one for Bob, though it is younger', [open('n1'), open('n2', 'bob')], undefined, 'n2'],
    ['the oldest of those for Bob', [open('n9', 'bob'), open('n2', 'bob')], undefined, 'n2'],
    ['nothing, if the request is for Eve', [open('n1', 'eve')], undefined, undefined],
    ['the one it names', [open('n1'), open('n2')], 'n2', 'n2'],
    ['the one it names, though another is for Bob', [open('n1', 'bob'), open('n2')], 'n2', 'n2'],
    ['nothing, if the one it names is closed', [open('n1'), open('n2', 'bob')], 'n7', undefined],
    ['nothing, if the one it names is for Eve', [open('n1', 'eve'), open('n2')], 'n1', undefined],
    ['nothing, if it names an empty nonce', [open('n1')], '', undefined],
  ])('%s', ([, requests, inReplyTo, nonce]) => {
    const reply = { toPeerId: 'bob', ...(inReplyTo !== undefined && { inReplyTo }) };
    expect(answeredRequest(requests, reply)?.nonce).toBe(nonce);
  });

  test('the list of open requests stays in its order', () => {
    const requests = [open('n3'), open('n1')];
    answeredRequest(requests, { toPeerId: 'bob' });
    expect(requests.map(({ nonce }) => nonce)).toEqual(['n3', 'n1']);
  });
});
