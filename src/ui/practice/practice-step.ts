/** Where in the loop a practice node is, read from what it knows: the banner says what to do now. */
import type { Snapshot } from '../../peer-api.ts';

export type PracticeStep = 'ask' | 'carry-request' | 'take-out' | 'carry-facts' | 'answer' | 'carry-reply' | 'whole';

type Known = Pick<Snapshot, 'peers' | 'openHandshakes'>;

/** `isFirst`: this one asks and has the facts; the other one answers and takes them in. */
export function practiceStep(isFirst: boolean, { peers, openHandshakes }: Known): PracticeStep {
  const [peer] = peers;
  if (!isFirst) {
    if (!peer) return 'answer';
    return peer.factCount > 0 ? 'whole' : 'carry-reply';
  }
  if (!peer) return openHandshakes.length > 0 ? 'carry-request' : 'ask';
  return peer.lastTakenOutAt === null ? 'take-out' : 'carry-facts';
}
