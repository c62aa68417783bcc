/** A GoMCP node as it really is: what it makes of the facts and incidents that it is given, and what it forgets. */
import type { TestNode } from './open-node.ts';

interface GoFact {
  readonly id: string;
  readonly content: string;
  readonly level: number;
  readonly domain?: string;
  readonly module?: string;
  readonly is_gene: boolean;
  readonly source: string;
  readonly created_at: string;
}

interface GoIncident {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

let made = 0;
const newId = () => (++made).toString(16).padStart(24, '0');

/** It has the genome of `node` compiled in, and calls itself `gomcp`, as every GoMCP node does. */
export class FakeGomcp {
  facts: readonly GoFact[] = [];
  incidents: readonly GoIncident[] = [];
  id = '';
  readonly #node: TestNode;

  constructor(node: TestNode) {
    this.#node = node;
    this.restart();
  }

  /** From now on it has another peer id and trusts nobody. What it was given, it keeps. */
  restart(): void {
    this.id = `peer_${newId()}`;
  }

  /** What `peer_status` prints there. */
  status(): string {
    return JSON.stringify({ genome_hash: this.#genomeHash, node_name: 'gomcp', self_id: this.id, peers: [] });
  }

  /**
   * `sync_facts`, an import: every fact becomes a new one of its own. It stops at the first incident that it has.
   * Returns what it prints: after that, that it took in none.
   */
  import(payload: string): string {
    const { from_peer_id, facts, incidents = [], synced_at } = JSON.parse(payload);
    const given: readonly GoFact[] = facts.filter((fact: GoFact) => !fact.is_gene);
    const source = `peer_sync:${from_peer_id}`;
    this.facts = [...this.facts, ...given.map((fact) => this.#fact({ ...fact, source }))];
    let taken = 0;
    let clash = false;
    for (const incident of incidents as readonly GoIncident[]) {
      clash = this.incidents.some(({ id }) => id === incident.id);
      if (clash) break;
      this.incidents = [...this.incidents, { ...incident, title: `[P2P:${from_peer_id}] ${incident.title}` }];
      taken++;
    }
    return JSON.stringify({
      from_peer: from_peer_id,
      imported: facts.length,
      incidents_imported: clash ? 0 : taken,
      synced_at,
      total_incidents: incidents.length,
      total_sent: facts.length,
    });
  }

  /** `sync_facts`, an export. */
  export(): string {
    return JSON.stringify({
      version: '1.1',
      from_peer_id: this.id,
      genome_hash: this.#genomeHash,
      facts: this.facts,
      incidents: this.incidents.map((incident) => ({ ...incident, source_peer_id: this.id })),
      synced_at: this.#now(),
    });
  }

  /** Somebody there writes a fact. */
  write(content: string, more: Partial<GoFact> = {}): void {
    this.facts = [...this.facts, this.#fact({ content, level: 1, ...more, source: 'manual' })];
  }

  /** Somebody there changes every fact with this content. */
  rewrite(content: string, to: string): void {
    this.facts = this.facts.map((fact) => (fact.content === content ? { ...fact, content: to } : fact));
  }

  #fact({ content, level, domain, module, source }: Omit<GoFact, 'id' | 'is_gene' | 'created_at'>): GoFact {
    const labels = { ...(domain && { domain }), ...(module && { module }) };
    return { id: newId(), content, level, ...labels, is_gene: false, source, created_at: this.#now() };
  }

  get #genomeHash(): string {
    return this.#node.snapshot.node?.genomeHash ?? '';
  }

  #now(): string {
    return new Date(this.#node.clock.now).toISOString();
  }
}

/** `node` meets GoMCP under the id that it has now, takes out what is new for it, and GoMCP takes that in. */
export async function giveTo(gomcp: FakeGomcp, node: TestNode): Promise<string> {
  if (!node.snapshot.peers.some(({ peerId }) => peerId === gomcp.id)) await node.bringIn(gomcp.status());
  const carried = await node.api.takeOut(gomcp.id, 'new');
  if (carried.kind !== 'carried') throw new Error(JSON.stringify(carried));
  await node.api.carriedOut(carried.dropId);
  node.clock.advance(1000);
  return gomcp.import(await carried.file.text());
}

/** `node` gives GoMCP what is new for it, and takes in what GoMCP has then. */
export async function roundTrip(gomcp: FakeGomcp, node: TestNode): Promise<void> {
  await giveTo(gomcp, node);
  await node.bringIn(gomcp.export());
}
