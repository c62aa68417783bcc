/** What a program writes that signs nothing. It is enough to be many peers at once, without a node for each of them. */
import { openNode, type TestNode } from './open-node.ts';

/** A handshake request of the peer `nodeName`, which has the genome of `node`. */
export function unsignedRequest(
  node: TestNode,
  nodeName: string,
  { peerId = `peer_${nodeName}`, nonce = nodeName } = {},
): string {
  const genome_hash = node.snapshot.node?.genomeHash;
  return JSON.stringify({ from_peer_id: peerId, from_node: nodeName, genome_hash, timestamp: 1, nonce });
}

/** `node` takes the request of this peer in, and trusts it from now on. */
export async function meet(
  node: TestNode,
  nodeName: string,
  options: { peerId?: string; nonce?: string } = {},
): Promise<void> {
  await node.bringIn(unsignedRequest(node, nodeName, options));
}

/** Alice, who trusts peers with these names. Their peer ids are `peer_` and the name. */
export async function openWithPeers(...nodeNames: readonly string[]): Promise<TestNode> {
  const node = await openNode('alice');
  for (const nodeName of nodeNames) await meet(node, nodeName);
  return node;
}

/** A fact as it stands in a payload. `more`: fields of the wire that differ from these. */
export function wireFact(id: string, content: string, more: object = {}): object {
  return { id, content, level: 1, is_gene: false, source: 'test', created_at: '2026-01-01T00:00:00Z', ...more };
}

/** A payload of the peer `peerId`, which has the genome of `node`. */
export function unsignedPayload(
  node: TestNode,
  peerId: string,
  facts: readonly object[],
  { syncedAt = '2026-01-01T00:00:00Z', incidents = [] as readonly object[] } = {},
): string {
  const genome_hash = node.snapshot.node?.genomeHash;
  return JSON.stringify({ version: '1.1', from_peer_id: peerId, genome_hash, facts, incidents, synced_at: syncedAt });
}
