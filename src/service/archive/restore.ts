/**
 * Restoring an archive. It is read to its end and checked before anything is shown, and shown before anything is
 * replaced. Then all of memory is replaced in one step.
 */
import type { Outcome } from '../../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArchiveLacks, ArchivePreview, SealedArchive } from '../../peer-api.ts';
import { SCHEMA_VERSION } from '../../store/migrations.ts';
import type { DeviceRecord, Identity, LastArchive, Replaced } from '../../store/schema.ts';
import type { StoredRow } from '../../store/whole-store.ts';
import { type OpenArchive, openArchive } from '../../wire/archive.ts';
import { makeIdentity } from '../identity.ts';
import type { Job } from '../job.ts';
import {
  isStarted,
  newPreviewId,
  type ServiceContext,
  type StagedArchive,
  type StartedStore,
} from '../node-context.ts';
import { archiveOf } from './archive.ts';
import { archiveKind, isPacked } from './archive-kind.ts';
import { walkRows } from './archived-rows.ts';
import { unsealed } from './sealed.ts';
import { lastArchiveOf, replacedBefore } from './this-device.ts';

/**
 * `passphrase` null: nobody was asked for one yet. The rows are staged, so that restoring is one step. Rejects with
 * Stopped.
 */
export async function inspectArchive(
  context: ServiceContext,
  file: Blob,
  passphrase: string | null,
  job: Job,
): Promise<ArchivePreview | SealedArchive | Refusal> {
  const kind = await archiveKind(file);
  if (kind === null) return refuse('not-an-archive');
  if (kind === 'sealed' && passphrase === null) return { kind: 'sealed-archive' };
  const packed = passphrase === null ? file : await unsealed(file, passphrase);
  if (isRefusal(packed)) return packed;
  await closeArchive(context); // Only one archive is staged at a time: each may be large.
  const open = await stageArchive(context, packed, null, job);
  if (isRefusal(open)) return open;
  const id = newPreviewId(context);
  context.waitingArchive = { id, ...open };
  const { header, holds, ids } = open;
  const { peerId, nodeName, madeAt, hasKey } = header;
  const lacks = isStarted(context) ? lacksOf(context.store, ids) : null;
  return { kind: 'archive-preview', id, peerId, nodeName, madeAt, hasKey, holds, lacks };
}

/** Forgets the archive that waits: the person decided against it, or opens another one. */
export async function closeArchive(context: ServiceContext): Promise<void> {
  const { waitingArchive: open } = context;
  context.waitingArchive = null;
  await open?.staging.clear();
}

/**
 * Replaces everything by the archive with this preview id. What was here is stored on this device, as an archive with
 * its key beside it, until a person lets it go.
 */
export async function restoreArchive(context: ServiceContext, id: number, job: Job): Promise<Outcome> {
  const open = context.waitingArchive;
  if (open?.id !== id) return refuse('archive-gone');
  const replaced = replacedBefore(context.store);
  return replaced ? refuse('replaced-kept', { found: replaced.identity.nodeName }) : replaceBy(context, open, job);
}

/** Goes back to what was here before the last restore. What is here now is deleted. */
export async function goBack(context: ServiceContext, job: Job): Promise<Outcome> {
  const replaced = replacedBefore(context.store);
  if (!replaced) return refuse('archive-gone');
  const open = await stageArchive(context, replaced.archive, replaced.identity, job);
  if (isRefusal(open)) return open;
  try {
    return await replaceBy(context, open, job, replaced);
  } finally {
    await open.staging.clear(); // If that failed, its rows must not stay staged.
  }
}

/** `goingBackTo`: what is restored was stored on this device, and no person has it as a file. */
async function replaceBy(
  context: ServiceContext,
  archive: StagedArchive,
  job: Job,
  goingBackTo: Replaced | null = null,
): Promise<Outcome> {
  const { store, environment } = context;
  const { header, staging, holds, seq } = archive;
  const outcome = await store.exclusively(
    async (database): Promise<Outcome> => {
      await store.refresh();
      const restored: LastArchive = { id: 'last-archive', at: Date.parse(header.madeAt), seq };
      const last = goingBackTo ? goingBackTo.lastArchive : restored;
      const device: DeviceRecord[] = last ? [last] : [];
      if (isStarted(context) && !goingBackTo) {
        const before = await archiveOf(context, database, null, job);
        const lastArchive = lastArchiveOf(store);
        const of = { archive: before, identity: context.store.identity, ...(lastArchive && { lastArchive }) };
        device.push({ id: 'replaced', at: environment.now(), ...of });
      }
      const tell = (done: number, total: number) => job.tell({ phase: 'writing', done, total, unit: 'rows' });
      if (!(await staging.take(store.counters.revision + 1, device, tell))) return refuse('archive-gone');
      return { kind: 'done', what: 'restored', counts: { facts: holds.facts }, peer: header.nodeName };
    },
    ({ kind }) => kind === 'done',
  );
  if (outcome.kind === 'done') {
    context.waitingArchive = null;
    context.previews.clear();
    context.readyDrops.clear();
  }
  return outcome;
}

/** A new identity if the archive has no key: the node is another one then. Its name and age come from the archive. */
async function identityFor({ environment }: ServiceContext, { header }: OpenArchive): Promise<Identity | null> {
  if (header.hasKey) return null;
  return { id: 'identity', ...(await makeIdentity(environment)), nodeName: '', startedAt: environment.now() };
}

/**
 * Reads the archive to its end and stages its rows. `identity`: who the node becomes if the archive holds no key. null:
 * a new one is made. Rejects with Stopped.
 */
async function stageArchive(
  context: ServiceContext,
  packed: Blob,
  identity: Identity | null,
  job: Job,
): Promise<StagedArchive | Refusal> {
  const archive = await openedArchive(packed);
  if (isRefusal(archive)) return archive;
  const staging = await context.store.stagings.begin();
  const inventory = new Inventory(job);
  let isWhole = false;
  try {
    const problem = await walkRows(archive, identity ?? (await identityFor(context, archive)), (row) => {
      job.check();
      inventory.add(row);
      return staging.add(row);
    });
    if (problem) return problem;
    await staging.end();
    job.check();
    isWhole = true;
  } finally {
    if (!isWhole) await staging.clear();
  }
  return { header: archive.header, staging, ...inventory.result() };
}

/** Counts the rows that pass by, and notes their ids. */
class Inventory {
  readonly #job: Pick<Job, 'tell'>;
  readonly #holds = { genes: 0, conflicts: 0, backups: 0, journal: 0 };
  readonly #ids = { facts: new Set<string>(), incidents: new Set<string>(), peers: new Set<string>() };
  readonly #deletedFacts = new Set<string>();
  #seq = 0;

  constructor(job: Pick<Job, 'tell'>) {
    this.#job = job;
  }

  add({ store, record }: StoredRow): void {
    const { facts, incidents, peers } = this.#ids;
    switch (store) {
      case 'self':
        if (record.id === 'counters') this.#seq = record.seq;
        break;
      case 'pages':
        for (const { fact } of record.facts) facts.add(fact.id);
        this.#job.tell({ phase: 'reading', done: facts.size, total: 0, unit: 'rows' });
        break;
      case 'overlay':
        (record.stored ? facts : this.#deletedFacts).add(record.id);
        break;
      case 'incidents':
        incidents.add(record.key);
        break;
      case 'peers':
        peers.add(record.peerId);
        break;
      case 'conflicts':
        if (record.choice === null) this.#holds.conflicts++;
        break;
      case 'genes':
      case 'backups':
      case 'journal':
        this.#holds[store]++;
    }
  }

  result(): Pick<StagedArchive, 'holds' | 'ids' | 'seq'> {
    const { facts, incidents, peers } = this.#ids;
    for (const id of this.#deletedFacts) facts.delete(id);
    const counted = { facts: facts.size, incidents: incidents.size, peers: peers.size };
    return { holds: { ...this.#holds, ...counted }, ids: this.#ids, seq: this.#seq };
  }
}

/** How many facts, incidents and peers are here and not in the archive. */
function lacksOf(store: StartedStore, ids: StagedArchive['ids']): ArchiveLacks {
  const incidentKeys = store.incidents.all().map(({ key }) => key);
  const peerIds = store.registry.listPeers().map(({ peerId }) => peerId);
  return {
    facts: countMissing(store.facts.ids(), ids.facts),
    incidents: countMissing(incidentKeys, ids.incidents),
    peers: countMissing(peerIds, ids.peers),
  };
}

function countMissing(ids: Iterable<string>, among: ReadonlySet<string>): number {
  return [...ids].filter((id) => !among.has(id)).length;
}

/** Opens the file, packed as we write it, or unpacked by a person. */
async function openedArchive(file: Blob): Promise<OpenArchive | Refusal> {
  const bytes = file.stream();
  return openArchive(
    (await isPacked(file)) ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes,
    SCHEMA_VERSION,
  );
}
