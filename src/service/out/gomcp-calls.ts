/** Calls to type in GoMCP, which prints documents and takes them from calls (PROTOCOL "What GoMCP prints"). */
import { DEFAULT_BATCH } from '../../domain/delta.ts';
import type { DeltaSyncRequest } from '../../domain/document.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { NEVER, type WireTime } from '../../domain/time.ts';
import type { CallInstead, Carried, TakeOutScope, ToolCalls } from '../../peer-api.ts';
import { importCall, toolCall } from '../../wire/gomcp-tools.ts';
import type { Job } from '../job.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';
import { exchangeWith } from './exchange.ts';
import { takeOut } from './take-out.ts';

const GENES = toolCall('list_genes');

/** The calls name this node: for GoMCP, this node is the peer. */
export async function toolCalls({ store }: NodeContext, peerId: string): Promise<ToolCalls | Refusal> {
  const { registry, genomeHash } = store;
  const peer = registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  if (genomeHash === '') return refuse('no-genome');
  const { selfId } = registry;
  return {
    kind: 'tool-calls',
    handshake: toolCall('peer_handshake', aboutUs(store)),
    status: toolCall('peer_status'),
    import: toolCall('sync_facts', { mode: 'import', peer_id: selfId, payload_json: '…' }),
    export: toolCall('sync_facts', { mode: 'export', peer_id: selfId }),
    delta: toolCall('delta_sync', { since: readUpTo(store, peerId), max_batch: DEFAULT_BATCH }),
    resonance: toolCall('force_resonance_handshake', aboutUs(store)),
    backup: toolCall('peer_backup', { peer_id: selfId }),
    genes: GENES,
  };
}

/** In place of a handshake or a reply to one. `match`: whether GoMCP would find our genome to be its own. */
export function handshakeInstead(store: StartedStore, isLikely: boolean, match = true): CallInstead {
  if (!match) return { tool: 'list_genes', call: GENES, isLikely };
  return { tool: 'peer_handshake', call: toolCall('peer_handshake', aboutUs(store)), isLikely };
}

/** In place of the request for the next page. */
export function deltaInstead({ since, maxBatch }: Pick<DeltaSyncRequest, 'since' | 'maxBatch'>): CallInstead {
  return { tool: 'delta_sync', call: toolCall('delta_sync', { since, max_batch: maxBatch }), isLikely: true };
}

function aboutUs({ registry, genomeHash }: StartedStore) {
  return { peer_id: registry.selfId, peer_node: registry.nodeName, peer_genome_hash: genomeHash };
}

/**
 * The time, by the peer's clock, up to which everything it made was read here. It is not known if nothing was, or if a
 * page of a delta was: GoMCP writes a page in any order, and leaves out what is not in its cache.
 */
function readUpTo(store: StartedStore, peerId: string): WireTime {
  const read = store.drops.all().filter((drop) => drop.direction === 'in' && drop.peerId === peerId);
  const kinds = new Set(read.map(({ documentKind }) => documentKind));
  const isKnown = kinds.has('sync_payload') && !kinds.has('delta_sync_response');
  return (isKnown && exchangeWith(store, peerId).toldAt) || NEVER;
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
