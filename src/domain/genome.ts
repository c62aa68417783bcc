/** The genome: the rules that two nodes must share to trust each other. It only grows, and only as a whole. */
import { hex, sha256, utf8 } from './bytes.ts';
import type { Fact } from './fact.ts';
import { type Refusal, refuse } from './refusal.ts';
import { NEVER, parseTime, type WireTime } from './time.ts';

/** An immutable fact of level 0. The rule is its id and content; domain, source and time are labels. */
export interface Gene {
  readonly id: string;
  readonly content: string;
  readonly domain: string;
  readonly module: string;
  readonly source: string;
  /**
   * NEVER until a trusted payload tells it. A genome file states no times, and the day of opening it is not the time.
   */
  readonly createdAt: WireTime;
}

/**
 * The hash of a genome (PROTOCOL "Genome hash"): lower-case hex, or the empty text if there are no genes. Genes are
 * sorted by the UTF-8 bytes of their ids; an order by UTF-16 units would be another one.
 */
export async function genomeHash(genes: readonly Pick<Gene, 'id' | 'content'>[]): Promise<string> {
  if (genes.length === 0) return '';
  const sorted = genes.map((gene) => ({ gene, key: utf8(gene.id) })).sort((a, b) => compareBytes(a.key, b.key));
  const digests = new Uint8Array(sorted.length * 32);
  await Promise.all(
    sorted.map(async ({ gene }, index) => digests.set(await sha256(`${gene.id}:${gene.content}`), index * 32)),
  );
  return hex(await sha256(digests));
}

export function geneOf(id: string, content: string, domain: string): Gene {
  return {
    id,
    content,
    domain,
    module: '',
    source: 'genome',
    createdAt: NEVER,
  };
}

/** A gene as a fact, which is how it is carried. */
export function geneFact(gene: Gene): Fact {
  const { id, content, domain, module, source, createdAt } = gene;
  return {
    id,
    content,
    level: 0,
    domain,
    module,
    isGene: true,
    source,
    createdAt,
  };
}

/**
 * The genes that `theirs` would add to `ours`, or why that is refused. Genes are never changed and never removed. So
 * `theirs` must hold all of `ours`: any other mixture would have a hash that no node has.
 */
export function growGenome(ours: readonly Gene[], theirs: readonly Gene[]): readonly Gene[] | Refusal {
  const byId = new Map(theirs.map((gene) => [gene.id, gene]));
  for (const gene of ours) {
    const other = byId.get(gene.id);
    if (other && other.content !== gene.content) return refuse('gene-changed', { found: gene.id });
  }
  const lacking = ours.filter((gene) => !byId.has(gene.id));
  if (lacking.length > 0)
    return refuse('genome-lacks-ours', {
      found: lacking.map((gene) => gene.id).join(', '),
    });
  const known = new Set(ours.map((gene) => gene.id));
  return theirs.filter((gene) => !known.has(gene.id));
}

/**
 * The gene with the time of a carried copy, if that is earlier than ours or the first one known. The earliest time
 * stands, so that any order of payloads ends in the same genome. Id and content are never changed.
 */
export function learnGeneTime(gene: Gene, { createdAt }: Fact): Gene {
  return tellsMore(createdAt, gene.createdAt) ? { ...gene, createdAt } : gene;
}

/** Whether `one` is earlier than `than`, or the only time that was set. If the instants are equal, the texts decide. */
export function tellsMore(one: WireTime, than: WireTime): boolean {
  const [left, right] = [parseTime(one), parseTime(than)];
  if (one === NEVER || left === null || right === null) return false;
  return than === NEVER || left < right || (left === right && one < than);
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
