/** The GoMCP node that the files in test/data come from, and what it prints. */
import handshake from '../../data/gomcp-handshake-request.json?raw';
import { openNode, type TestNode } from './open-node.ts';

export const GOMCP = 'sentinel-mcp';
export const GOMCP_ID = 'peer_5f3a9c0e7b1d24688ace0135';

/** Alice, who trusts the GoMCP node. */
export async function openTrustingGomcp(): Promise<TestNode> {
  const node = await openNode('alice');
  await node.bringIn(handshake);
  return node;
}

/** What `peer_handshake` prints there after GoMCP has answered a request of `node`. */
export function handshakeReport(node: TestNode, change: object = {}): string {
  const { genomeHash, peerId } = node.snapshot.node ?? {};
  const report = {
    local_hash: genomeHash,
    local_node: GOMCP,
    local_peer_id: GOMCP_ID,
    match: true,
    remote_hash: genomeHash,
    remote_peer_id: peerId,
    trust: 'VERIFIED',
    trusted_peers: 1,
  };
  return JSON.stringify({ ...report, ...change }, null, 2);
}

/** What `sync_facts` prints there after an import of this payload. Go writes a time without the zeros at its end. */
export function importReport(payload: string, change: object = {}): string {
  const { from_peer_id, synced_at, facts, incidents = [] } = JSON.parse(payload);
  const report = {
    from_peer: from_peer_id,
    imported: facts.length,
    incidents_imported: incidents.length,
    synced_at: synced_at.replace(/\.?0+Z$/, 'Z'),
    total_incidents: incidents.length,
    total_sent: facts.length,
  };
  return JSON.stringify({ ...report, ...change }, null, 2);
}
