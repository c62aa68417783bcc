/** Calls to type in GoMCP, which prints documents and takes them from calls (PROTOCOL "What GoMCP prints"). */
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Carried, TakeOutScope, ToolCalls } from '../../peer-api.ts';
import { importCall, toolCall } from '../../wire/gomcp-tools.ts';
import type { Job } from '../job.ts';
import type { NodeContext } from '../node-context.ts';
import { takeOut } from './take-out.ts';

/** The calls name this node: for GoMCP, this node is the peer. */
export async function toolCalls({ store }: NodeContext, peerId: string): Promise<ToolCalls | Refusal> {
  const { registry, genomeHash } = store;
  const peer = registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  if (genomeHash === '') return refuse('no-genome');
  const { selfId, nodeName } = registry;
  return {
    kind: 'tool-calls',
    handshake: toolCall('peer_handshake', { peer_id: selfId, peer_node: nodeName, peer_genome_hash: genomeHash }),
    status: toolCall('peer_status'),
    import: toolCall('sync_facts', { mode: 'import', peer_id: selfId, payload_json: '…' }),
    export: toolCall('sync_facts', { mode: 'export', peer_id: selfId }),
    backup: toolCall('peer_backup', { peer_id: selfId }),
  };
}

/** What is taken out for the peer, inside the call by which GoMCP takes it in. */
export async function takeOutCall(
  node: NodeContext,
  peerId: string,
  scope: TakeOutScope,
  job: Job,
): Promise<Carried | Refusal> {
  return takeOut(node, peerId, scope, job, importCall(node.store.registry.selfId));
}
