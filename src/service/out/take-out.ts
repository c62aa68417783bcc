/** Taking out: what a trusted peer may have, or what is new for it, made ready for a person to carry. */
import { sortOut } from '../../domain/contents.ts';
import type { SyncPayload } from '../../domain/document.ts';
import { type Fact, isCarried } from '../../domain/fact.ts';
import { geneFact } from '../../domain/genome.ts';
import { standing } from '../../domain/incident.ts';
import { leftOutDomains, madeWithout, newsFor } from '../../domain/left-out.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { wireTime } from '../../domain/time.ts';
import type { Carried, TakeOutScope } from '../../peer-api.ts';
import type { LoadedPages } from '../../store/fact-pages.ts';
import type { NodeStore } from '../../store/node-store.ts';
import { NO_ENVELOPE } from '../../wire/gomcp-tools.ts';
import { PAYLOAD_VERSION } from '../../wire/sync-payload.ts';
import type { Job } from '../job.ts';
import { type NodeContext, trustedPeer } from '../node-context.ts';
import { exchangeWith, receiptsAlone } from './exchange.ts';
import { incidentsFor, inOrderFor } from './incidents-out.ts';
import { makeReady } from './make-ready.ts';

export async function takeOut(
  node: NodeContext,
  peerId: string,
  scope: TakeOutScope,
  job: Job,
  envelope = NO_ENVELOPE,
): Promise<Carried | Refusal> {
  const { store, environment } = node;
  const ready = await store.transact(
    { pages: () => pagesPast(store, scope === 'new' ? newsFor(exchangeWith(store, peerId)).past : 0) },
    ({ pages }) => {
      const peer = trustedPeer(store, peerId);
      if (isRefusal(peer)) return peer;
      const exchange = exchangeWith(store, peerId);
      const { isNew } = newsFor(exchange);
      const isAll = scope === 'everything';
      const { leaving: goingIncidents, heldBack: incidentsHeldBack } = incidentsFor(store, peerId, isAll);
      const incidents = inOrderFor(store, peer, goingIncidents);
      const candidates = store.facts.inOrder(pages).filter((stored) => isAll || isNew(stored));
      const { leaving, contents } = sortOut(candidates, leftOutDomains(exchange));
      const isReceipt = !isAll && leaving.length + incidents.length === 0;
      const isFirst = isAll || exchange.confirmedUpTo === 0;
      const genes = isFirst && !isReceipt ? genesOf(store) : [];
      const variants = leaving.flatMap(({ fact, variantOf }) => (variantOf ? [[fact.id, variantOf] as const] : []));
      const payload: SyncPayload = {
        kind: 'sync_payload',
        version: PAYLOAD_VERSION,
        fromPeerId: store.registry.selfId,
        genomeHash: store.genomeHash,
        facts: [...genes, ...leaving.map(({ fact }) => fact)],
        incidents: incidents.map((stored) => standing(stored).incident),
        syncedAt: wireTime(environment.now()),
        receipts: isReceipt ? receiptsAlone(exchange) : exchange.receipts,
        variants: new Map(variants),
      };
      const handover = { peerId, upTo: store.counters.seq, ...madeWithout(exchange) };
      return { payload, contents: { ...contents, genes: genes.length, incidentsHeldBack }, handover };
    },
    job,
  );
  if (isRefusal(ready)) return ready;
  return { ...(await makeReady(node, ready.payload, ready.handover, job, envelope)), contents: ready.contents };
}

/** Genes, and every fact that may be carried, in sequence order. This is what a backup holds. */
export function everythingCarried(store: NodeStore, pages: LoadedPages): readonly Fact[] {
  const carried = store.facts.inOrder(pages).filter(isCarried);
  return [...genesOf(store), ...carried.map(({ fact }) => fact)];
}

function genesOf(store: NodeStore): readonly Fact[] {
  return store.genes.all().map(geneFact);
}

/** Numbers of the pages with facts after the sequence number `seq`. Pages are in sequence order. */
function pagesPast({ facts }: NodeStore, seq: number): readonly number[] {
  return facts.numbers.filter((no) => (facts.page(no)?.seqs.at(-1) ?? 0) > seq);
}
