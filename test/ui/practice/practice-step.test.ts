import { expect, test } from 'vitest';
import type { PeerView, Snapshot } from '../../../src/peer-api.ts';
import { practiceStep } from '../../../src/ui/practice/practice-step.ts';

const peer = (factCount: number, lastTakenOutAt: number | null) => ({ factCount, lastTakenOutAt }) as PeerView;
const asked = [{ nonce: 'n', peerId: null, at: 0 }] as Snapshot['openHandshakes'];

test.for([
  ['the first asks', true, [], [], 'ask'],
  ['carries what it asked', true, [], asked, 'carry-request'],
  ['takes out once it is answered', true, [peer(0, null)], [], 'take-out'],
  ['and carries that', true, [peer(0, 1)], [], 'carry-facts'],
  ['the second answers', false, [], [], 'answer'],
  ['carries its reply', false, [peer(0, null)], [], 'carry-reply'],
  ['and has seen the whole loop', false, [peer(3, null)], [], 'whole'],
] as const)('%s', ([, isFirst, peers, openHandshakes, step]) => {
  expect(practiceStep(isFirst, { peers, openHandshakes })).toBe(step);
});
