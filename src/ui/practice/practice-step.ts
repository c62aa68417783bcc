/** How far a practice node has come, from its snapshot. The banner says what to do next. */
import type { Snapshot } from '../../peer-api.ts';

export type PracticeStep = 'ask' | 'carry-request' | 'take-out' | 'carry-facts' | 'answer' | 'carry-reply' | 'whole';

type LoopState = Pick<Snapshot, 'peers' | 'openHandshakes'>;

/** `isFirst`: of the practice node. The step is the one to do next; `whole`: everything is done. */
export function practiceStep(isFirst: boolean, { peers, openHandshakes }: LoopState): PracticeStep {
  const [peer] = peers;
  if (!isFirst) {
    if (!peer) return 'answer';
    return peer.factCount > 0 ? 'whole' : 'carry-reply';
  }
  if (!peer) return openHandshakes.length > 0 ? 'carry-request' : 'ask';
  return peer.lastTakenOutAt === null ? 'take-out' : 'carry-facts';
}
