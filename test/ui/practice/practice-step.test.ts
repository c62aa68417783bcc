import { expect, test } from 'vitest';
import type { PeerView, Snapshot } from '../../../src/peer-api.ts';
import { practiceStep } from '../../../src/ui/practice/practice-step.ts';

const peer = (factCount: number, lastTakenOutAt: number | null) => ({ factCount, lastTakenOutAt }) as PeerView;
const asked = [{ nonce: 'n', peerId: null, at: 0 }] as Snapshot['openHandshakes'];

test.for([
  ['the first node asks', true, [], [], 'ask'],
  ['then its request is carried', true, [], asked, 'carry-request'],
  ['then, answered, it takes out', true, [peer(0, null)], [], 'take-out'],
  ['then its facts are carried', true, [peer(0, 1)], [], 'carry-facts'],
  ['the second node answers', false, [], [], 'answer'],
  ['then its reply is carried', false, [peer(0, null)], [], 'carry-reply'],
  ['then the loop is complete', false, [peer(3, null)], [], 'whole'],
] as const)('%s', ([, isFirst, peers, openHandshakes, step]) => {
  expect(practiceStep(isFirst, { peers, openHandshakes })).toBe(step);
});
