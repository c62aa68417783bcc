/** Bringing back an archive: read to its end and checked before anything is shown, shown before anything is replaced, replaced in one step. */
import type { Outcome } from '../domain/outcome.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { ArchiveLacks, ArchivePreview, SealedArchive } from '../peer-api.ts';
import type { NodeStore } from '../store/node-store.ts';
import { type DeviceRecord, type Identity, SCHEMA_VERSION } from '../store/schema.ts';
import { clearStaged, type StoredRow, stage, takeStaged } from '../store/whole-store.ts';
import { beginsArchive, type OpenArchive, openArchive } from '../wire/archive.ts';
import { archiveOf } from './archive.ts';
import { walkRows } from './archived-rows.ts';
import { makeIdentity } from './identity.ts';
import type { Job } from './job.ts';
import type { NodeContext } from './node-context.ts';
import { isSealed, unsealed } from './sealed.ts';
import { replacedBefore } from './this-device.ts';

/** Rows that are put aside together; a page is one of its own. */
const TOGETHER = 500;

/** How this file begins, unpacked where it is packed. */
const BEGINNING = 256;

let lastPreview = 0;

/** What kind of archive a file is, by its beginning; null: none at all. */
export async function kindOfArchive(file: Blob): Promise<'sealed' | 'open' | null> {
  const beginning = await file.slice(0, BEGINNING).text();
  if (isSealed(beginning)) return 'sealed';
  const isPacked = beginning.charCodeAt(0) === 0x1f;
  return beginsArchive(isPacked ? await unpackedBeginning(file) : beginning) ? 'open' : null;
}

/** `passphrase`: null where none has been asked for yet. */
export async function inspectArchive(
  node: NodeContext,
  file: Blob,
  passphrase: string | null,
  job: Job,
): Promise<ArchivePreview | SealedArchive | Refusal> {
  const kind = await kindOfArchive(file);
  if (kind === null) return refuse('not-an-archive');
  if (kind === 'sealed' && passphrase === null) return { kind: 'sealed-archive' };
  const packed = passphrase === null ? file : await unsealed(file, passphrase);
  if (isRefusal(packed)) return packed;
  const archive = await openedArchive(packed);
  if (isRefusal(archive)) return archive;
  const seen = await lookThrough(node, archive, job);
  if (isRefusal(seen)) return seen;
  job.check();
  lastPreview++;
  node.archives.clear(); // One at a time: each may be large.
  node.archives.set(lastPreview, packed);
  const { header } = archive;
  const { peerId, nodeName, madeAt, hasKey } = header;
  return { kind: 'archive-preview', id: lastPreview, peerId, nodeName, madeAt, hasKey, ...seen };
}

/** Replaces everything. What was here is kept as an archive of its own, with its key beside it, until the person says otherwise. */
export async function restore(node: NodeContext, id: number, job: Job): Promise<Outcome> {
  const packed = node.archives.get(id);
  if (!packed) return refuse('archive-gone');
  const archive = await openedArchive(packed);
  if (isRefusal(archive)) return archive;
  const done = await replaceBy(node, archive, job);
  if (!isRefusal(done)) node.archives.delete(id);
  return done;
}

/** Back to what was here before the last restore. What is here now is let go. */
export async function goBack(node: NodeContext, job: Job): Promise<Outcome> {
  const replaced = replacedBefore(node.store);
  if (!replaced) return refuse('archive-gone');
  const archive = await openedArchive(replaced.archive);
  return isRefusal(archive) ? archive : replaceBy(node, archive, job, replaced.identity);
}

/** `identity`: who the node is to be where the archive holds no key; null: a new one is made for it. */
async function replaceBy(
  node: NodeContext,
  archive: OpenArchive,
  job: Job,
  identity: Identity | null = null,
): Promise<Outcome> {
  const { store, platform } = node;
  const { header } = archive;
  const isGoingBack = identity !== null;
  const outcome = await store.exclusively(
    async (database): Promise<Outcome> => {
      await store.refresh();
      await clearStaged(database);
      const staging = new Staging((rows) => stage(database, rows), job);
      const problem = await walkRows(archive, identity ?? (await identityFor(node, archive)), (row) =>
        staging.add(row),
      );
      if (problem) return problem;
      await staging.flush();
      job.check();
      const device: DeviceRecord[] = [{ id: 'last-archive', at: Date.parse(header.madeAt), seq: staging.seq }];
      if (store.identity && !isGoingBack) {
        const before = await archiveOf(node, database, null, job);
        device.push({ id: 'replaced', at: platform.now(), archive: before, identity: store.identity });
      }
      const tell = (done: number) => job.tell({ phase: 'writing', done, total: staging.rows, unit: 'rows' });
      await takeStaged(database, store.counters.revision + 1, device, tell);
      return { kind: 'done', what: 'restored', counts: { facts: staging.facts }, peer: header.nodeName };
    },
    ({ kind }) => kind === 'done',
  );
  if (outcome.kind === 'done') {
    node.previews.clear();
    node.handedOut.clear();
  }
  return outcome;
}

/** A new key where the archive has none: whoever restores that is another node. Its name and its age are those of the archive. */
async function identityFor({ platform }: NodeContext, { header }: OpenArchive): Promise<Identity | null> {
  if (header.hasKey) return null;
  return { id: 'identity', ...(await makeIdentity(platform)), nodeName: '', startedAt: platform.now() };
}

/** Puts rows aside in batches; a page is one of its own. */
class Staging {
  readonly #put: (rows: readonly StoredRow[]) => Promise<void>;
  readonly #job: Pick<Job, 'tell'>;
  #waiting: StoredRow[] = [];
  rows = 0;
  facts = 0;
  seq = 0;

  constructor(put: (rows: readonly StoredRow[]) => Promise<void>, job: Pick<Job, 'tell'>) {
    this.#put = put;
    this.#job = job;
  }

  async add(row: StoredRow): Promise<void> {
    this.#waiting.push(row);
    this.rows++;
    if (row.store === 'self' && row.record.id === 'counters') this.seq = row.record.seq;
    if (row.store === 'pages') this.facts += row.record.facts.length;
    if (row.store === 'pages' || this.#waiting.length >= TOGETHER) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    await this.#put(rows);
    this.#job.tell({ phase: 'writing', done: this.facts, total: 0, unit: 'rows' });
  }
}

/** All of it, to its end: how much there is, and what is here that it does not hold. */
async function lookThrough(
  node: NodeContext,
  archive: OpenArchive,
  job: Job,
): Promise<Pick<ArchivePreview, 'holds' | 'lacks'> | Refusal> {
  const holds = { facts: 0, genes: 0, incidents: 0, peers: 0, conflicts: 0, backups: 0, journal: 0 };
  const there = {
    facts: new Set<string>(),
    incidents: new Set<string>(),
    peers: new Set<string>(),
    genes: new Set<string>(),
  };
  const gone = new Set<string>();
  const problem = await walkRows(archive, await identityFor(node, archive), ({ store: name, record }) => {
    switch (name) {
      case 'pages':
        for (const { fact } of record.facts) there.facts.add(fact.id);
        job.tell({ phase: 'reading', done: there.facts.size, total: 0, unit: 'rows' });
        break;
      case 'overlay':
        (record.stored ? there.facts : gone).add(record.id);
        break;
      case 'incidents':
        there.incidents.add(record.key);
        break;
      case 'peers':
        there.peers.add(record.peerId);
        break;
      case 'genes':
        there.genes.add(record.id);
        break;
      case 'conflicts':
        if (record.choice === null) holds.conflicts++;
        break;
      case 'backups':
      case 'journal':
        holds[name]++;
    }
  });
  if (problem) return problem;
  for (const id of gone) there.facts.delete(id);
  const { facts, incidents, peers, genes } = there;
  const counted = { facts: facts.size, incidents: incidents.size, peers: peers.size, genes: genes.size };
  return { holds: { ...holds, ...counted }, lacks: node.store.identity ? lackingOf(node.store, there) : null };
}

function lackingOf(
  store: NodeStore,
  there: Readonly<Record<'facts' | 'incidents' | 'peers', ReadonlySet<string>>>,
): ArchiveLacks {
  const missing = (ids: Iterable<string>, among: ReadonlySet<string>) => [...ids].filter((id) => !among.has(id)).length;
  return {
    facts: missing(store.facts.ids(), there.facts),
    incidents: missing(
      store.incidents.all().map(({ key }) => key),
      there.incidents,
    ),
    peers: missing(
      (store.registry?.listPeers() ?? []).map(({ peerId }) => peerId),
      there.peers,
    ),
  };
}

function openedArchive(packed: Blob): Promise<OpenArchive | Refusal> {
  return openArchive(packed.stream().pipeThrough(new DecompressionStream('gzip')), SCHEMA_VERSION);
}

async function unpackedBeginning(file: Blob): Promise<string> {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunk = await reader.read().catch(() => null); // What is no gzip is no archive.
  void reader.cancel().catch(() => undefined);
  return new TextDecoder().decode(chunk?.value?.subarray(0, BEGINNING));
}
