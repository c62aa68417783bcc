/** Gene backups (ARCHITECTURE "Gene backups"): handed back, cleared, and restored here if they are of this node. */
import type { BackupList, GeneBackup } from '../../domain/document.ts';
import type { Fact } from '../../domain/fact.ts';
import { aboutPeer } from '../../domain/journal.ts';
import { goesTo, madeWithout } from '../../domain/left-out.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { atOnce } from '../../domain/steps.ts';
import { wireTime } from '../../domain/time.ts';
import { Trust } from '../../domain/trust.ts';
import type { BackupForm, Carried, Range, Rows } from '../../peer-api.ts';
import { PAYLOAD_VERSION } from '../../wire/sync-payload.ts';
import { type Drop, type Intake, PLAIN_PREVIEW, type Previewed } from '../intake.ts';
import type { Job } from '../job.ts';
import { type NodeContext, trustedPeer } from '../node-context.ts';
import { exchangeWith } from '../out/exchange.ts';
import { makeReady } from '../out/make-ready.ts';
import { asPreviewed, factBuckets, stillMeant } from './buckets.ts';
import { rememberNumber } from './cloned.ts';
import { countNews } from './conflicts.ts';
import { withProvenEdits } from './edits.ts';
import { countsOf, importFacts, pagesToCompare, refusalCounts, sortPayloadFacts } from './import-facts.ts';

/** Makes the backup of `peerId` ready for `toPeerId`: its owner, or another trusted peer if a person chooses so. */
export async function takeOutBackup(
  node: NodeContext,
  peerId: string,
  toPeerId: string,
  form: BackupForm,
  job: Job,
): Promise<Carried | Refusal> {
  const { store, environment } = node;
  const backup = store.registry.getBackup(peerId);
  if (!backup) return refuse('no-backup', { found: peerId });
  const to = trustedPeer(store, toPeerId);
  if (isRefusal(to)) return to;
  const all = await store.readBackupFacts(backup.facts.keptId);
  const exchange = exchangeWith(store, toPeerId);
  const facts = all.filter(goesTo(exchange));
  // With `keptId`, its receipt clears the backup. It must not if a domain of it is left out.
  const isWhole = peerId === toPeerId && facts.length === all.length;
  const handover = {
    peerId: toPeerId,
    ...madeWithout(exchange),
    ...(isWhole && { keptId: backup.facts.keptId }),
  };
  if (form === 'raw') {
    const { genomeHash, reason } = backup;
    return makeReady(
      node,
      { kind: 'gene_backup', peerId, genomeHash, facts, backedUpAt: wireTime(backup.backedUpAt), reason },
      handover,
      job,
    );
  }
  return makeReady(
    node,
    {
      kind: 'sync_payload',
      version: PAYLOAD_VERSION,
      fromPeerId: store.registry.selfId,
      genomeHash: store.genomeHash,
      facts,
      incidents: [],
      syncedAt: wireTime(environment.now()),
      receipts: exchange.receipts,
    },
    handover,
    job,
  );
}

export async function clearBackup({ store, environment }: NodeContext, peerId: string): Promise<Outcome> {
  return store.transact({}, () => {
    const peer = store.registry.getPeer(peerId);
    if (!store.registry.getBackup(peerId)) return refuse('no-backup', { found: peerId });
    store.registry.clearBackup(peerId);
    const about = !isRefusal(peer) ? aboutPeer(peer) : { peerId };
    store.note({ kind: 'backup-cleared', at: environment.now(), ...about });
    return { kind: 'done', what: 'backup-cleared', ...('nodeName' in about && { peer: about.nodeName as string }) };
  });
}

export async function backupRows(node: NodeContext, peerId: string, range: Range): Promise<Rows<Fact> | Refusal> {
  const backup = node.store.registry.getBackup(peerId);
  if (!backup) return refuse('no-backup', { found: peerId });
  const facts = await node.store.readBackupFacts(backup.facts.keptId);
  return { kind: 'rows', total: facts.length, rows: facts.slice(range.offset, range.offset + range.limit) };
}

/** Of the backups that GoMCP's `peer_backup` prints, the one of this node. */
export function ownBackup({ store }: NodeContext, list: BackupList): GeneBackup | Refusal {
  const own = list.backups.find((backup) => backup.peerId === store.registry.selfId);
  const owners = list.backups.map((backup) => backup.peerId).join(', ');
  return own ?? refuse(list.backups.length === 0 ? 'nothing-to-take-in' : 'backup-not-ours', { found: owners });
}

/** A backup that another node made of this one. Any other is refused. */
export async function inspectBackup(node: NodeContext, brought: Drop<GeneBackup>, job: Job): Promise<Intake | Refusal> {
  const { store } = node;
  const { dropId } = brought;
  const wrong = notOurs(node, brought);
  if (wrong) return wrong;
  const backup = await withProvenEdits(brought.document, job);
  const drop = { ...brought, document: backup };
  const pages = await store.readPages(pagesToCompare(store, backup.facts), job.tell);
  const facts = await job.walk(sortPayloadFacts(store, backup.facts, pages));
  return {
    preview: {
      ...PLAIN_PREVIEW,
      about: 'backup',
      documentKind: backup.kind,
      dropId,
      act: countNews(store, facts) > 0 ? 'restore-backup' : 'nothing',
      from: { peerId: backup.peerId, nodeName: store.identity.nodeName, trust: Trust.UNKNOWN },
      genome: { same: true, ours: store.genomeHash, theirs: backup.genomeHash },
      madeAt: backup.backedUpAt,
      takenInAt: store.drops.get(dropId)?.at ?? null,
      facts: countsOf(facts),
      incidents: null,
    },
    buckets: factBuckets(facts, { peerId: null, at: node.environment.now() }),
    accept: (choices, running) => restoreBackup(node, drop, { choices, facts }, running),
  };
}

async function restoreBackup(
  node: NodeContext,
  drop: Drop<GeneBackup>,
  previewed: Previewed,
  job: Job,
): Promise<Outcome> {
  const { document: backup, dropId } = drop;
  const { store, environment } = node;
  const pages = () => new Set([...pagesToCompare(store, backup.facts), ...store.facts.pagesToAppend()]);
  const outcome = await store.transact(
    { pages },
    (loaded): Outcome => {
      const wrong = notOurs(node, drop);
      if (wrong) return wrong;
      const at = environment.now();
      const facts = asPreviewed(previewed, atOnce(sortPayloadFacts(store, backup.facts, loaded.pages)));
      if (countNews(store, facts) === 0) return { kind: 'nothing', why: 'already-here' };
      const choices = stillMeant(previewed, facts.conflicts);
      rememberNumber(store, drop, at);
      const counts = importFacts(store, facts, choices, { peerId: null, dropId, at }, loaded.pages);
      store.drops.put({ dropId, direction: 'in', documentKind: backup.kind, peerId: null, at });
      const about = { documentKind: backup.kind, dropId, counts, refusals: refusalCounts(facts.refused) };
      store.note({ kind: 'backup-restored', at, ...about });
      return { kind: 'done', what: 'backup-restored', counts };
    },
    job,
  );
  return outcome;
}

/** Why the backup is not of this node with this genome. null: it is. */
function notOurs({ store }: NodeContext, { document: backup, author }: Drop<GeneBackup>): Refusal | null {
  const { selfId } = store.registry;
  if (backup.peerId !== selfId) {
    return refuse('backup-not-ours', { place: '/peer_id', found: backup.peerId, wanted: selfId });
  }
  if (store.genomeHash === '') return refuse('no-genome');
  if (backup.genomeHash === store.genomeHash) return null;
  const hashes = { found: backup.genomeHash, wanted: store.genomeHash };
  return refuse('hash-mismatch', { place: '/genome_hash', ...hashes, isGomcp: author.kind === 'unsigned' });
}
