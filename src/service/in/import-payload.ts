/** Importing a payload of a trusted peer: one preview, one transaction (PROTOCOL "Importing a payload"). */
import type { SyncPayload } from '../../domain/document.ts';
import { incidentEchoes } from '../../domain/echo.ts';
import type { Gene } from '../../domain/genome.ts';
import { incidentKey, type Statement, withAgreement, withStatement } from '../../domain/incident.ts';
import { aboutPeer } from '../../domain/journal.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { type Peer, shownName } from '../../domain/peer.ts';
import type { PayloadPreview } from '../../domain/preview.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type IncidentBuckets, type IncidentCounts, sortIncidents } from '../../domain/sort-payload.ts';
import { atOnce } from '../../domain/steps.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { DropRecord } from '../../store/schema.ts';
import type { Preload } from '../../store/transaction.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, type Previewed, senderOf } from '../intake.ts';
import type { Job } from '../job.ts';
import { maySpeakGomcp, type NodeContext, type StartedStore } from '../node-context.ts';
import {
  exchangeWith,
  hasBackupFacts,
  isEarlier,
  isReceiptAlone,
  newlyConfirmed,
  takeReceipts,
} from '../out/exchange.ts';
import { problemOf, rememberAuthor } from './authors.ts';
import { asPreviewed, factBuckets, incidentBuckets, stillMeant } from './buckets.ts';
import { countNews } from './conflicts.ts';
import { learnGeneTimes } from './drop-effects.ts';
import { withProvenEdits } from './edits.ts';
import { underFormerIds } from './former-id.ts';
import { countsOf, importFacts, isIncluded, pagesToCompare, refusalCounts, sortPayloadFacts } from './import-facts.ts';

/** The intake of a payload, and of what is read as one. */
interface PayloadIntake extends Intake {
  readonly preview: Omit<PayloadPreview, 'kind' | 'id'>;
}

export async function inspectPayload(
  node: NodeContext,
  brought: Drop<SyncPayload>,
  job: Job,
): Promise<PayloadIntake | Refusal> {
  const { store } = node;
  const { dropId } = brought;
  const peer = trustedSender(store, brought.document);
  if (isRefusal(peer)) return peer;
  const payload = await withProvenEdits(brought.document, job);
  const drop = { ...brought, document: payload };
  const pages = await store.readPages(pagesToCompare(store, payload.facts), job.tell);
  const facts = await job.walk(sortPayloadFacts(store, payload.facts, pages));
  const incidents = sortPayloadIncidents(store, payload, { dropId, at: node.environment.now() });
  const before = store.drops.get(dropId);
  const { toldAt } = exchangeWith(store, peer.peerId);
  const backup = store.registry.getBackup(peer.peerId);
  const backupFacts = backup ? await store.readBackupFacts(backup.facts.keptId) : [];
  const confirms = newlyConfirmed(store, peer.peerId, payload);
  const hasNews = !before || countNews(store, facts) + newsOf(incidents).length > 0;
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'payload',
      documentKind: drop.cameAs ?? payload.kind,
      dropId,
      act: !hasNews ? 'nothing' : confirms !== null && isReceiptAlone(payload) ? 'confirm-arrival' : 'take-in',
      confirms,
      from: senderOf(peer),
      genome: { same: true, ours: store.genomeHash, theirs: payload.genomeHash },
      madeAt: payload.syncedAt,
      takenInAt: before?.at ?? null,
      olderThan: isEarlier(payload.syncedAt, toldAt) ? toldAt : null,
      facts: countsOf(facts),
      incidents: payload.incidents.length > 0 ? countIncidents(incidents) : null,
      clearsBackup: hasBackupFacts(store, peer, payload, backupFacts),
      underFormerId: underFormerIds(store, peer.peerId, payload.incidents).filter(
        ({ sourcePeerId }, index) => sourcePeerId !== payload.incidents[index]?.sourcePeerId,
      ).length,
      hasMore: false,
    },
    buckets: {
      ...factBuckets(facts, { peerId: peer.peerId, at: node.environment.now() }),
      ...incidentBuckets(store, incidents),
    },
    accept: (choices, running) => importPayload(node, drop, { choices, facts }, running),
  };
}

async function importPayload(
  { store, environment }: NodeContext,
  drop: Drop<SyncPayload>,
  previewed: Previewed,
  job: Job,
): Promise<Outcome> {
  const { document: payload, dropId, cameAs: documentKind = payload.kind } = drop;
  const preload: Preload = {
    pages: () => new Set([...pagesToCompare(store, payload.facts), ...store.facts.pagesToAppend()]),
    backupFacts: () => [store.registry.getBackup(payload.fromPeerId)?.facts.keptId ?? []].flat(),
  };
  const outcome = await store.transact(
    preload,
    (loaded): Outcome => {
      const peer = problemOf(store, drop) ?? trustedSender(store, payload);
      if (isRefusal(peer)) return peer;
      const at = environment.now();
      const origin = { peerId: peer.peerId, dropId, at };
      const facts = asPreviewed(previewed, atOnce(sortPayloadFacts(store, payload.facts, loaded.pages)));
      const incidents = sortPayloadIncidents(store, payload, { dropId, at });
      const news = newsOf(incidents);
      if (store.drops.get(dropId) && countNews(store, facts) + news.length === 0) {
        return { kind: 'nothing', why: 'already-here', peer: shownName(peer) };
      }
      rememberAuthor(store, drop, at);
      const choices = stillMeant(previewed, facts.conflicts);
      const taken = importFacts(store, facts, choices, origin, loaded.pages, payload.variants);
      const takenNews = news.filter(({ incident }) => isIncluded(choices, incident));
      putStatements(store, takenNews);
      putAgreements(store, incidents.present);
      const leftOut = (taken.leftOut ?? 0) + news.length - takenNews.length;
      const genesBefore = learnGeneTimes(store, facts.genes);
      store.registry.recordSync(peer.peerId, taken.facts ?? 0, at);
      const isReceipt = isReceiptAlone(payload) && newlyConfirmed(store, peer.peerId, payload) !== null;
      takeReceipts(store, peer.peerId, payload, dropId, leftOut === 0);
      const keptId = store.registry.getBackup(peer.peerId)?.facts.keptId;
      if (keptId !== undefined && hasBackupFacts(store, peer, payload, loaded.backupFacts.get(keptId) ?? [])) {
        store.registry.clearBackup(peer.peerId);
        store.note({ kind: 'backup-cleared', at, ...aboutPeer(peer), dropId });
      }
      const refused = [...facts.refused, ...incidents.refused];
      const counts = { ...taken, incidents: takenNews.length, refused: refused.length, leftOut };
      const record: DropRecord = { dropId, direction: 'in', documentKind, peerId: peer.peerId, at };
      noteDrop(store, record, peer, genesBefore, taken.facts ?? 0);
      const about = {
        documentKind,
        dropId,
        ...aboutPeer(peer),
        counts,
        refusals: refusalCounts(refused),
      };
      store.note({ kind: 'drop-in', at, ...about });
      return { kind: 'done', what: isReceipt ? 'arrival-confirmed' : 'taken-in', counts, peer: shownName(peer) };
    },
    job,
  );
  return outcome;
}

/** The sender, if it is another node, trusted, and has our genome. Checked in the order of the reference. */
export function trustedSender(
  store: StartedStore,
  { fromPeerId, genomeHash: theirs }: { readonly fromPeerId: string; readonly genomeHash: string },
): Peer | Refusal {
  const { registry, genomeHash } = store;
  if (fromPeerId === registry.selfId) return refuse('own-payload', { found: fromPeerId });
  const peer = registry.getPeer(fromPeerId);
  if (isRefusal(peer)) return refuse('not-trusted', { found: fromPeerId });
  if (!registry.isTrusted(fromPeerId)) return refuse('not-trusted', { found: shownName(peer) });
  if (genomeHash === '') return refuse('no-genome');
  if (theirs === genomeHash) return peer;
  // It shook hands with our genome. After `add_gene`, GoMCP states another one in what it exports, and only there.
  const isGomcp = maySpeakGomcp(store, fromPeerId);
  const hashes = { place: '/genome_hash', found: theirs, wanted: genomeHash };
  return refuse('hash-mismatch', { ...hashes, isGomcp, disagrees: isGomcp });
}

/** The sender makes a statement on each incident, at the time of the payload. */
function sortPayloadIncidents(
  store: StartedStore,
  { fromPeerId, incidents, syncedAt }: SyncPayload,
  about: Pick<Statement, 'dropId' | 'at'>,
): IncidentBuckets {
  const named = underFormerIds(store, fromPeerId, incidents);
  const statements = named.map((incident) => ({ incident, speaker: fromPeerId, statedAt: syncedAt, ...about }));
  const isEcho = incidentEchoes(store.registry.selfId, () => store.incidents.all());
  return sortIncidents(statements, (key) => store.incidents.get(key), isEcho);
}

function newsOf({ fresh, updates, views }: IncidentBuckets): readonly Statement[] {
  return [...fresh, ...updates, ...views];
}

function countIncidents({ fresh, present, updates, views, echoes, refused }: IncidentBuckets): IncidentCounts {
  return {
    fresh: fresh.length,
    present: present.length + echoes.length,
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

/** Keeps statements that repeat what is known, in case the first of them is reverted. Peers need not hear of it. */
function putAgreements({ incidents }: NodeStore, statements: readonly Statement[]): void {
  for (const statement of statements) {
    const stored = incidents.get(incidentKey(statement.incident));
    const agreed = stored && withAgreement(stored, statement);
    if (agreed && agreed !== stored) incidents.put(agreed);
  }
}

/** Writes the ledger line. If the drop is imported twice, undoing it leads back to what was before the first time. */
function noteDrop(store: NodeStore, record: DropRecord, peer: Peer, genes: readonly Gene[], count: number): void {
  const first = store.drops.get(record.dropId);
  const before = { peer: first?.before?.peer ?? peer, genes: [...(first?.before?.genes ?? []), ...genes] };
  const factCount = (first?.factCount ?? 0) + count;
  store.drops.put({ ...record, at: first?.at ?? record.at, factCount, before });
}
