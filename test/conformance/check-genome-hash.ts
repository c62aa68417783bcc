/** GoMCP's genome hashes. */
import { genomeHash } from '../../src/domain/genome.ts';

export async function checkGenomeHash(one: {
  genes: readonly { id: string; content: string }[] | null;
  hash: string;
}): Promise<string | null> {
  const hash = await genomeHash(one.genes ?? []);
  return hash === one.hash ? null : `ours ${hash}, theirs ${one.hash}`;
}
