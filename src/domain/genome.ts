import { hex, sha256, utf8 } from './bytes.ts';
import type { Fact } from './fact.ts';
import { type Refusal, refuse } from './refusal.ts';
import { NEVER, parseTime, type WireTime } from './time.ts';

/** An immutable L0 fact of the genome. Its rule is id and content; domain, source and time are labels. */
export interface Gene {
  readonly id: string;
  readonly content: string;
  readonly domain: string;
  readonly module: string;
  readonly source: string;
  /** NEVER until a trusted payload tells it: a genome file states no times, and the day we opened one is not it. */
  readonly createdAt: WireTime;
}

/** Genome hash (DESIGN 5.2): lower-case hex; the empty string for no genes. */
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

/** A gene as the fact it is carried as. */
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
 * What opening a genome would add to ours, or why it can not be: genes are never changed and never taken away,
 * so a genome can only grow, and only as a whole (anything else would have a hash that nobody lives by).
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
 * A gene with the time that a carried copy states, where that tells more than ours. The earliest stated time stands,
 * so that any order of payloads ends in the same genome; the rule itself (id, content) is never touched.
 */
export function learnGeneTime(gene: Gene, { createdAt }: Fact): Gene {
  return tellsMore(createdAt, gene.createdAt) ? { ...gene, createdAt } : gene;
}

/** Is the one the earlier time, or the only one there is? Of two ways to write an instant the text decides. */
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
