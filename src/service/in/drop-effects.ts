/**
 * What an import changes besides the rows that it brings: the times of genes, and what is known of its sender. Its
 * ledger line remembers both as they were before (`before`), so that they can be reverted. If an import is reverted,
 * later ones remember what was there without it. So imports can be reverted in any order.
 */
import type { Fact } from '../../domain/fact.ts';
import { type Gene, learnGeneTime, tellsMore } from '../../domain/genome.ts';
import { withoutSync } from '../../domain/peer.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import type { StartedStore } from '../node-context.ts';

/** The ledger line of an import that can be undone. */
export type Import = DropRecord & Required<Pick<DropRecord, 'before'>>;

/** Takes over earlier times of genes. Returns the genes that changed, as they were before. */
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

/** Inside a transaction. The ledger line is deleted too, so that the same drop can be brought in again. */
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

/**
 * `gene`: as it was before the reverted import. It is so again, unless a later import told an earlier time: then that
 * import remembers the gene like this.
 */
function unlearn(store: NodeStore, gene: Gene): void {
  const all = importsIn(store).flatMap((drop) => drop.before.genes.map((known) => ({ drop, known })));
  const since = all.filter(({ known }) => known.id === gene.id && tellsMore(known.createdAt, gene.createdAt));
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
