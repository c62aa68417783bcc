/** The genome of this node. It grows from a file or by hand. A gene is never changed and never deleted. */
import type { GenomeFile } from '../../domain/document.ts';
import { checkDraft } from '../../domain/fact.ts';
import { type Gene, geneOf, genomeHash, growGenome } from '../../domain/genome.ts';
import { trustChange } from '../../domain/journal.ts';
import { LIMITS } from '../../domain/limits.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { trustedWithOtherGenome } from '../../domain/registry.ts';
import { type Drop, type Intake, PLAIN_PREVIEW } from '../intake.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';

export function inspectGenome(node: NodeContext, drop: Drop<GenomeFile>): Intake | Refusal {
  const { store } = node;
  const { document: file, dropId } = drop;
  const ours = store.genes.all();
  const newGenes = growGenome(ours, file.genes);
  if (isRefusal(newGenes)) return newGenes;
  const same = newGenes.length === 0;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'genome',
      documentKind: file.kind,
      dropId,
      act: same ? 'nothing' : 'grow-genome',
      from: null,
      genome: { same, ours: store.genomeHash, theirs: file.hash },
      takenInAt: store.drops.get(dropId)?.at ?? null,
      isHashOurs: file.isHashOurs ?? false,
      newGenes,
      distrusts: wouldDistrust(store, file.hash),
    },
    buckets: {},
    accept: () => takeGenome(node, drop),
  };
}

async function takeGenome({ store, environment }: NodeContext, drop: Drop<GenomeFile>): Promise<Outcome> {
  const { document: file, dropId } = drop;
  const outcome = await store.transact({}, (): Outcome => {
    const newGenes = growGenome(store.genes.all(), file.genes);
    if (isRefusal(newGenes)) return newGenes;
    if (newGenes.length === 0) return { kind: 'nothing', why: 'same-genome' };
    // One id must not mean a gene and another fact at once.
    const taken = newGenes.find((gene) => store.facts.has(gene.id));
    if (taken) return refuse('duplicate-id', { found: taken.id });
    const at = environment.now();
    grow(store, newGenes, file.hash, at);
    store.drops.put({ dropId, direction: 'in', documentKind: file.kind, peerId: null, at });
    return { kind: 'done', what: 'genome-grown', counts: { genes: newGenes.length } };
  });
  return outcome;
}

export async function addGene(
  node: NodeContext,
  typed: { readonly id: string; readonly content: string; readonly domain: string },
): Promise<Outcome> {
  const { store, environment } = node;
  const gene = geneOf(typed.id.trim(), typed.content.trim(), typed.domain.trim());
  const wrong = checkGene(gene);
  if (wrong) return wrong;
  for (;;) {
    const base = store.genomeHash;
    const hash = await genomeHash([...store.genes.all(), gene]);
    const outcome = await store.transact({}, (): Outcome | null => {
      if (store.genomeHash !== base) return null; // Another tab was first: the hash is made again.
      if (store.genes.get(gene.id) || store.facts.has(gene.id))
        return refuse('duplicate-id', { place: '/id', found: gene.id });
      grow(store, [gene], hash, environment.now());
      return { kind: 'done', what: 'gene-added', counts: { genes: 1 } };
    });
    if (outcome) return outcome;
  }
}

/** Inside a transaction: adds genes. Every trusted peer whose genome is now another one must shake hands again. */
function grow(store: StartedStore, genes: readonly Gene[], hash: string, at: number): void {
  for (const gene of genes) store.genes.put(gene);
  store.self.put({ id: 'genome', hash });
  store.note({ kind: 'genome-grown', at, subject: hash, counts: { genes: genes.length } });
  for (const { peerId } of store.registry.distrustOtherGenomes(hash)) {
    const peer = store.registry.getPeer(peerId);
    if (isRefusal(peer)) continue;
    store.note(trustChange(peer, at, 'genome-grown'));
  }
}

/** Names of the peers that would have to shake hands again if the genome had this hash. */
function wouldDistrust({ registry }: StartedStore, hash: string): readonly string[] {
  return trustedWithOtherGenome(registry.listPeers(), hash).map(shownName);
}

function checkGene({ id, content, domain }: Gene): Refusal | null {
  if (id === '') return refuse('empty-id', { place: '/id' });
  if (id.length > LIMITS.word)
    return refuse('too-long', { place: '/id', found: `${id.length}`, wanted: `${LIMITS.word}` });
  return checkDraft({ content, level: 0, domain, module: '' });
}
