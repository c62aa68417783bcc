/**
 * What an import changes beside the rows it brings: the times of genes, the earliest that anybody told, and what is known of its sender. Each drop remembers
 * what was there before it, so that it can be taken back; the ones after it then remember what was there without it, in whatever order they go.
 */
import type { Fact } from '../../domain/fact.ts';
import { type Gene, learnGeneTime, tellsMore } from '../../domain/genome.ts';
import { withoutSync } from '../../domain/peer.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import type { StartedStore } from '../node-context.ts';

export type Import = DropRecord & Required<Pick<DropRecord, 'before'>>;

/** Returns the genes that learned something, as they were. */
export function learnGeneTimes({ genes }: NodeStore, carried: readonly Fact[]): readonly Gene[] {
  const before: Gene[] = [];
  for (const fact of carried) {
    const gene = genes.get(fact.id);
    const learned = gene && learnGeneTime(gene, fact);
    if (!learned || learned === gene) continue;
    before.push(gene);
    genes.put(learned);
  }
  return before;
}

/** With its line in the ledger, so that the same drop can be brought in again. */
export function revertEffects(store: StartedStore, dropId: string): void {
  const drop = store.drops.get(dropId);
  if (!drop || !isImport(drop)) return;
  store.drops.delete(dropId);
  for (const gene of drop.before.genes.toReversed()) unlearn(store, gene);
  const { at, factCount = 0 } = drop;
  const { peer } = drop.before;
  store.registry.undoSync(peer, factCount, at);
  for (const later of importsIn(store)) {
    const before = later.before.peer;
    const isLater = later.at > at || (later.at === at && before.lastSyncAt === at);
    if (before.peerId !== peer.peerId || !isLater) continue;
    store.drops.put({ ...later, before: { ...later.before, peer: withoutSync(before, peer, factCount, at) } });
  }
}

/** The gene is as it was, unless somebody told more since: then that was told of the gene as it was. */
function unlearn(store: NodeStore, gene: Gene): void {
  const told = importsIn(store).flatMap((drop) => drop.before.genes.map((known) => ({ drop, known })));
  const since = told.filter(({ known }) => known.id === gene.id && tellsMore(known.createdAt, gene.createdAt));
  const [next] = since.sort((a, b) => (tellsMore(a.known.createdAt, b.known.createdAt) ? 1 : -1));
  if (!next) store.genes.put(gene);
  else {
    const { drop, known } = next;
    const genes = drop.before.genes.map((one) => (one === known ? gene : one));
    store.drops.put({ ...drop, before: { ...drop.before, genes } });
  }
}

export function importsIn({ drops }: NodeStore): readonly Import[] {
  return drops.all().filter(isImport);
}

function isImport(drop: DropRecord): drop is Import {
  return drop.before !== undefined;
}
