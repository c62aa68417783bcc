/** Bringing back an archive: read to its end and checked before anything is shown, shown before anything is replaced, replaced in one step. */
import type { Outcome } from '../../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArchiveLacks, ArchivePreview, SealedArchive } from '../../peer-api.ts';
import {
  type DeviceRecord,
  type Identity,
  type LastArchive,
  type Replaced,
  SCHEMA_VERSION,
} from '../../store/schema.ts';
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

/** `passphrase`: null where none has been asked for yet. What it holds is put aside meanwhile: to accept is then one step. */
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
  await closeArchive(context); // One at a time: each may be large.
  const open = await stageArchive(context, packed, null, job);
  if (isRefusal(open)) return open;
  const id = newPreviewId(context);
  context.waitingArchive = { id, ...open };
  const { header, holds, there } = open;
  const { peerId, nodeName, madeAt, hasKey } = header;
  const lacks = isStarted(context) ? lackingOf(context.store, there) : null;
  return { kind: 'archive-preview', id, peerId, nodeName, madeAt, hasKey, holds, lacks };
}

/** The person decided against the archive, or opens another one. */
export async function closeArchive(context: ServiceContext): Promise<void> {
  const { waitingArchive: open } = context;
  context.waitingArchive = null;
  await open?.staging.clear();
}

/** Replaces everything. What was here is kept as an archive of its own, with its key beside it, until the person says otherwise. */
export async function restoreArchive(context: ServiceContext, id: number, job: Job): Promise<Outcome> {
  const open = context.waitingArchive;
  if (open?.id !== id) return refuse('archive-gone');
  const replaced = replacedBefore(context.store);
  return replaced ? refuse('replaced-kept', { found: replaced.identity.nodeName }) : replaceBy(context, open, job);
}

/** Back to what was here before the last restore. What is here now is let go. */
export async function goBack(context: ServiceContext, job: Job): Promise<Outcome> {
  const replaced = replacedBefore(context.store);
  if (!replaced) return refuse('archive-gone');
  const open = await stageArchive(context, replaced.archive, replaced.identity, job);
  if (isRefusal(open)) return open;
  try {
    return await replaceBy(context, open, job, replaced);
  } finally {
    await open.staging.clear(); // Of what took its place there is nothing left.
  }
}

/** `goingBackTo`: the archive never left this device, and is none that a person has. */
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

/** A new key where the archive has none: whoever restores that is another node. Its name and its age are those of the archive. */
async function identityFor({ environment }: ServiceContext, { header }: OpenArchive): Promise<Identity | null> {
  if (header.hasKey) return null;
  return { id: 'identity', ...(await makeIdentity(environment)), nodeName: '', startedAt: environment.now() };
}

/** All of it, to its end. `identity`: who the node is to be where the archive holds no key; null: a new one is made for it. */
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

/** What passes by: how much there is, and which. */
class Inventory {
  readonly #job: Pick<Job, 'tell'>;
  readonly #holds = { genes: 0, conflicts: 0, backups: 0, journal: 0 };
  readonly #there = { facts: new Set<string>(), incidents: new Set<string>(), peers: new Set<string>() };
  readonly #gone = new Set<string>();
  #seq = 0;

  constructor(job: Pick<Job, 'tell'>) {
    this.#job = job;
  }

  add({ store, record }: StoredRow): void {
    const { facts, incidents, peers } = this.#there;
    switch (store) {
      case 'self':
        if (record.id === 'counters') this.#seq = record.seq;
        break;
      case 'pages':
        for (const { fact } of record.facts) facts.add(fact.id);
        this.#job.tell({ phase: 'reading', done: facts.size, total: 0, unit: 'rows' });
        break;
      case 'overlay':
        (record.stored ? facts : this.#gone).add(record.id);
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

  result(): Pick<StagedArchive, 'holds' | 'there' | 'seq'> {
    const there = this.#there;
    for (const id of this.#gone) there.facts.delete(id);
    const { facts, incidents, peers } = there;
    const counted = { facts: facts.size, incidents: incidents.size, peers: peers.size };
    return { holds: { ...this.#holds, ...counted }, there, seq: this.#seq };
  }
}

function lackingOf(store: StartedStore, there: StagedArchive['there']): ArchiveLacks {
  const missing = (ids: Iterable<string>, among: ReadonlySet<string>) => [...ids].filter((id) => !among.has(id)).length;
  return {
    facts: missing(store.facts.ids(), there.facts),
    incidents: missing(
      store.incidents.all().map(({ key }) => key),
      there.incidents,
    ),
    peers: missing(
      store.registry.listPeers().map(({ peerId }) => peerId),
      there.peers,
    ),
  };
}

/** Packed as we write it, or as a person unpacked it. */
async function openedArchive(file: Blob): Promise<OpenArchive | Refusal> {
  const bytes = file.stream();
  return openArchive(
    (await isPacked(file)) ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes,
    SCHEMA_VERSION,
  );
}
