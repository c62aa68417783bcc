/** Taking in a payload of a trusted peer (DESIGN 5.4): one preview, one transaction. */
import type { DeltaSyncResponse, SyncPayload } from '../domain/document.ts';
import type { Fact, Origin, StoredFact } from '../domain/fact.ts';
import { type Gene, learnGeneTime } from '../domain/genome.ts';
import { incidentKey, type Statement, withStatement } from '../domain/incident.ts';
import { aboutPeer } from '../domain/journal.ts';
import type { Counts, Outcome } from '../domain/outcome.ts';
import { type Peer, shownName } from '../domain/peer.ts';
import {
  type Buckets,
  type FactBuckets,
  type IncidentBuckets,
  type IncidentCounts,
  sortFacts,
  sortIncidents,
} from '../domain/preview.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Accepted, BucketCounts } from '../peer-api.ts';
import type { LoadedPages } from '../store/fact-pages.ts';
import type { NodeStore } from '../store/node-store.ts';
import type { DropRecord } from '../store/schema.ts';
import { exchangeWith } from './carried.ts';
import { decidedVersions, keepConflicts, newConflicts } from './conflicts.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, senderOf, withoutReply } from './intake.ts';
import type { NodeContext } from './node-context.ts';
import { hasEverything, isEarlier, takeReceipts } from './receipts.ts';

/** A page of a delta is a payload without incidents and receipts. */
export function payloadOfDelta(delta: DeltaSyncResponse): SyncPayload {
  return { ...delta, kind: 'sync_payload', version: '', incidents: [], receipts: [] };
}

export async function inspectPayload(node: NodeContext, drop: Drop<SyncPayload>): Promise<Intake | Refusal> {
  const { store } = node;
  const { document: payload, dropId } = drop;
  const peer = trustedSender(store, payload);
  if (isRefusal(peer)) return peer;
  const pages = await store.readPages(store.facts.pagesOf(idsOf(payload.facts)));
  const facts = sortPayloadFacts(store, payload.facts, pages);
  const incidents = sortPayloadIncidents(store, payload, { dropId, at: node.platform.now() });
  const before = store.drops.get(dropId);
  const { toldAt } = exchangeWith(store, peer.peerId);
  const backup = store.registry?.getBackup(peer.peerId);
  const kept = backup ? await store.readKept(backup.facts.keptId) : [];
  const isNews = !before || facts.fresh.length + newsOf(incidents).length + newConflicts(store, facts).length > 0;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      documentKind: payload.kind,
      dropId,
      act: isNews ? 'take-in' : 'nothing',
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: payload.genomeHash },
      madeAt: payload.syncedAt,
      takenInAt: before?.at ?? null,
      olderThan: isEarlier(payload.syncedAt, toldAt) ? toldAt : null,
      facts: { ...countsOf(facts), genes: facts.genes.length },
      incidents: payload.incidents.length > 0 ? countIncidents(incidents) : null,
      clearsBackup: hasEverything(store, peer, payload, kept),
    },
    rows: facts,
    accept: () => takeIn(node, drop),
  };
}

async function takeIn({ store, platform }: NodeContext, drop: Drop<SyncPayload>): Promise<Accepted> {
  const { document: payload, dropId } = drop;
  const needs = {
    pages: () => new Set([...store.facts.pagesOf(idsOf(payload.facts)), ...store.facts.pagesToAppend()]),
    kept: () => [store.registry?.getBackup(payload.fromPeerId)?.facts.keptId ?? []].flat(),
  };
  const outcome = await store.transact(needs, (loaded): Outcome => {
    const peer = trustedSender(store, payload);
    if (isRefusal(peer)) return peer;
    const at = platform.now();
    const origin = { peerId: peer.peerId, dropId, at };
    const facts = sortPayloadFacts(store, payload.facts, loaded.pages);
    const incidents = sortPayloadIncidents(store, payload, { dropId, at });
    const news = newsOf(incidents);
    const conflicts = newConflicts(store, facts);
    if (store.drops.get(dropId) && facts.fresh.length + news.length + conflicts.length === 0) {
      return { kind: 'nothing', why: 'already-here', peer: shownName(peer) };
    }
    appendFacts(store, facts.fresh, origin, loaded.pages, payload.variants);
    putStatements(store, news);
    keepConflicts(store, conflicts, origin);
    const genesBefore = learnGeneTimes(store, facts.genes);
    store.registry?.recordSync(peer.peerId, facts.fresh.length, at);
    takeReceipts(store, peer.peerId, payload, dropId);
    const kept = store.registry?.getBackup(peer.peerId)?.facts.keptId;
    if (kept !== undefined && hasEverything(store, peer, payload, loaded.kept.get(kept) ?? [])) {
      store.registry?.clearBackup(peer.peerId);
      store.note({ kind: 'backup-cleared', at, ...aboutPeer(peer), dropId });
    }
    const counts: Counts = {
      facts: facts.fresh.length,
      present: facts.present.length,
      genes: facts.genes.length,
      incidents: news.length,
      conflicts: facts.conflicts.length,
      refused: facts.refused.length + incidents.refused.length,
    };
    noteDrop(
      store,
      { dropId, direction: 'in', documentKind: payload.kind, peerId: peer.peerId, at },
      peer,
      genesBefore,
      facts,
    );
    store.note({ kind: 'drop-in', at, documentKind: payload.kind, dropId, ...aboutPeer(peer), counts });
    return { kind: 'done', what: 'taken-in', counts, peer: shownName(peer) };
  });
  return withoutReply(outcome);
}

/** The sender, where it may send us anything: known, trusted, living by our genome, and not ourselves. In the reference's order. */
export function trustedSender(
  { registry, genomeHash }: NodeStore,
  { fromPeerId, genomeHash: theirs }: { readonly fromPeerId: string; readonly genomeHash: string },
): Peer | Refusal {
  if (!registry || fromPeerId === registry.selfId) return refuse('own-payload', { found: fromPeerId });
  const peer = registry.getPeer(fromPeerId);
  if (isRefusal(peer)) return refuse('not-trusted', { found: fromPeerId });
  if (!registry.isTrusted(fromPeerId)) return refuse('not-trusted', { found: shownName(peer) });
  if (genomeHash === '') return refuse('no-genome');
  return theirs === genomeHash
    ? peer
    : refuse('hash-mismatch', { place: '/genome_hash', found: theirs, wanted: genomeHash });
}

export function sortPayloadFacts(store: NodeStore, facts: readonly Fact[], pages: LoadedPages): FactBuckets {
  const genes = new Map(store.genes.all().map((gene) => [gene.id, gene]));
  const decided = decidedVersions(store);
  return sortFacts(
    facts,
    genes,
    (id) => store.facts.get(id, pages)?.fact,
    (theirs) => decided.has(JSON.stringify([theirs.id, theirs.content])),
  );
}

export function appendFacts(
  store: NodeStore,
  facts: readonly Fact[],
  origin: Origin,
  pages: LoadedPages,
  variants: SyncPayload['variants'] = new Map(),
): void {
  const first = store.reserveSeqs(facts.length);
  const stored = facts.map((fact, index) => ({
    fact,
    seq: first + index,
    stale: false,
    archived: false,
    origin,
    editedAt: null,
    ...variantOf(variants, fact.id),
  }));
  store.facts.append(stored, pages);
}

function variantOf(variants: ReadonlyMap<string, string>, id: string): Pick<StoredFact, 'variantOf'> {
  const other = variants.get(id);
  return other === undefined ? {} : { variantOf: other };
}

export function idsOf(facts: readonly Fact[]): readonly string[] {
  return facts.map((fact) => fact.id);
}

export function countsOf({ fresh, present, conflicts, refused }: Buckets<unknown>): BucketCounts {
  return {
    fresh: fresh.length,
    present: present.length,
    genes: 0,
    conflicts: conflicts.length,
    refused: refused.length,
  };
}

/** Whoever sends an incident says so at the time of its payload. */
function sortPayloadIncidents(
  store: NodeStore,
  { fromPeerId, incidents, syncedAt }: SyncPayload,
  about: Pick<Statement, 'dropId' | 'at'>,
): IncidentBuckets {
  const statements = incidents.map((incident) => ({ incident, speaker: fromPeerId, statedAt: syncedAt, ...about }));
  return sortIncidents(statements, (key) => store.incidents.get(key));
}

function newsOf({ fresh, updates, views }: IncidentBuckets): readonly Statement[] {
  return [...fresh, ...updates, ...views];
}

function countIncidents({ fresh, present, updates, views, refused }: IncidentBuckets): IncidentCounts {
  return {
    fresh: fresh.length,
    present: present.length,
    updates: updates.length,
    views: views.length,
    refused: refused.length,
  };
}

function putStatements(store: NodeStore, statements: readonly Statement[]): void {
  for (const statement of statements) {
    const stored = store.incidents.get(incidentKey(statement.incident));
    store.incidents.put(withStatement(stored, statement, store.nextSeq()));
  }
}

/** A drop that is taken in once more is still undone to what was before the first time. */
function noteDrop(store: NodeStore, record: DropRecord, peer: Peer, genes: readonly Gene[], facts: FactBuckets): void {
  const first = store.drops.get(record.dropId);
  const before = { peer: first?.before?.peer ?? peer, genes: [...(first?.before?.genes ?? []), ...genes] };
  const factCount = (first?.factCount ?? 0) + facts.fresh.length;
  store.drops.put({ ...record, at: first?.at ?? record.at, factCount, before });
}

/** Returns the genes that learned something, as they were. */
function learnGeneTimes(store: NodeStore, carried: readonly Fact[]): readonly Gene[] {
  const before: Gene[] = [];
  for (const fact of carried) {
    const gene = store.genes.get(fact.id);
    const learned = gene && learnGeneTime(gene, fact);
    if (!learned || learned === gene) continue;
    before.push(gene);
    store.genes.put(learned);
  }
  return before;
}
