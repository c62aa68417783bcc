/** Figures: facts by level, domain and month, and the documents exchanged with a peer by month. */
import { FactTally, monthCounts, monthOf } from '../../domain/fact-tally.ts';
import { geneFact } from '../../domain/genome.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { wireTime } from '../../domain/time.ts';
import type { ExchangeCounts, FactCounts, MonthCount } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import type { NodeContext } from '../node-context.ts';

/** Of all facts that the list shows without a filter: genes too, archived facts not. */
export async function factCounts({ store }: NodeContext): Promise<FactCounts> {
  const tally = new FactTally();
  for (const gene of store.genes.all().map(geneFact)) tally.add(gene, monthOf(gene.createdAt));
  await store.search.tally(tally);
  return tally.counts();
}

export async function exchangeCounts({ store }: NodeContext, peerId: string): Promise<ExchangeCounts | Refusal> {
  const peer = store.registry.getPeer(peerId);
  if (isRefusal(peer)) return peer;
  return {
    kind: 'exchange-counts',
    broughtIn: dropsByMonth(store, peerId, 'in'),
    takenOut: dropsByMonth(store, peerId, 'out'),
  };
}

/** Counts every document, handshakes too. The months are in UTC, like every time that this node writes. */
function dropsByMonth({ drops }: NodeStore, peerId: string, direction: DropRecord['direction']): readonly MonthCount[] {
  const months = new Map<number, number>();
  for (const drop of drops.all()) {
    if (drop.peerId !== peerId || drop.direction !== direction) continue;
    const month = monthOf(wireTime(drop.at));
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  return monthCounts(months);
}
