import { NEVER } from '../../../src/domain/time.ts';
import type { TestNode } from './open-node.ts';
import { rewritten } from './rewritten.ts';

/** A delta request that `by` signs: for at most `maxBatch` facts that were made after `since`. */
export async function deltaRequest(by: TestNode, maxBatch: number, since: string = NEVER): Promise<string> {
  const { peerId, genomeHash } = by.snapshot.node ?? {};
  return rewritten(by, '{}', { from_peer_id: peerId, genome_hash: genomeHash, since, max_batch: maxBatch });
}
