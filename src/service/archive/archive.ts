/** Making an archive: one file with everything that a node remembers (PROTOCOL "Archive"). It is made page by page. */
import type { Fact, StoredFact } from '../../domain/fact.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { wireTime } from '../../domain/time.ts';
import type { ExportedFile } from '../../peer-api.ts';
import type { Database } from '../../store/database.ts';
import { SCHEMA_VERSION } from '../../store/migrations.ts';
import { archivedForm } from '../../store/record-shapes.ts';
import { readWhole, type StoredRow } from '../../store/whole-store.ts';
import { type ArchivedRow, writeArchive } from '../../wire/archive.ts';
import { seedOf } from '../identity.ts';
import type { Job } from '../job.ts';
import type { NodeContext } from '../node-context.ts';
import { fileName } from '../out/file-name.ts';
import { sealed } from './sealed.ts';

/** `passphrase` null: everybody can read the archive, and it holds no key. Nobody writes to memory while it is made. */
export async function makeArchive(node: NodeContext, passphrase: string | null, job: Job): Promise<ExportedFile> {
  const { store, environment } = node;
  const at = environment.now();
  const file = await store.exclusively(
    async (database) => {
      await store.refresh();
      node.archiveMade = { at, seq: store.counters.seq };
      return archiveOf(node, database, passphrase, job);
    },
    () => false,
  );
  const name = fileName(store.identity.nodeName, 'archive', new Date(at), passphrase === null ? 'jsonl.gz' : 'age');
  return { kind: 'file', file, fileName: name };
}

/** A person saved the archive that was made last. From now on it counts as the last archive of this memory. */
export async function archiveSaved({ store, archiveMade }: NodeContext): Promise<Outcome> {
  if (!archiveMade) return { kind: 'nothing', why: 'unchanged' };
  return store.transact({}, () => {
    store.device.put({ id: 'last-archive', ...archiveMade });
    return { kind: 'done', what: 'archived' };
  });
}

/** The file itself. The caller holds the write lock. */
export async function archiveOf(
  { store, environment }: NodeContext,
  database: Database,
  passphrase: string | null,
  job: Pick<Job, 'tell' | 'check'>,
): Promise<Blob> {
  const { identity } = store;
  const seed = passphrase === null ? null : await seedOf(identity);
  const { peerId, nodeName } = identity;
  const header = {
    schema: SCHEMA_VERSION,
    madeAt: wireTime(environment.now()),
    peerId,
    nodeName,
    hasKey: seed !== null,
  };
  const rows = watched(withoutSecret(inPieces(readWhole(database)), seed), store.facts.count, job);
  const packed = streamOf(writeArchive(header, rows, archivedForm)).pipeThrough(new CompressionStream('gzip'));
  return new Response(passphrase === null ? packed : await sealed(packed, passphrase)).blob();
}

/** A record with more characters of facts is written in several lines, so that none is too long to be read again. */
const PIECE = 8 * 1024 * 1024;

/** The rows, with long records of facts cut into pieces. */
async function* inPieces(rows: AsyncIterable<StoredRow>): AsyncGenerator<ArchivedRow> {
  for await (const row of rows) {
    if (row.store !== 'kept' && row.store !== 'pages') {
      yield row;
      continue;
    }
    let facts: (Fact | StoredFact)[] = [];
    let size = 0;
    for (const one of row.record.facts) {
      if (size > PIECE) {
        yield { store: row.store, record: { ...row.record, facts }, more: true };
        facts = [];
        size = 0;
      }
      facts.push(one);
      const { content, unknown } = 'fact' in one ? one.fact : one;
      size += content.length + (unknown ? JSON.stringify(unknown).length : 0);
    }
    yield { store: row.store, record: { ...row.record, facts } };
  }
}

/** The rows, with the seed in place of the key objects of the browser. `seed` null: with neither. */
async function* withoutSecret(rows: AsyncIterable<ArchivedRow>, seed: Uint8Array | null): AsyncGenerator<ArchivedRow> {
  for await (const row of rows) {
    if (row.store !== 'self' || (row.record as { id: string }).id !== 'identity') yield row;
    else {
      const { secret: _, ...identity } = row.record as { secret: unknown };
      yield { store: 'self', record: { ...identity, ...(seed && { secret: { seed } }) } };
    }
  }
}

/** The same rows. The job is told how many facts went by, and may be stopped. */
async function* watched(
  rows: AsyncIterable<ArchivedRow>,
  total: number,
  job: Pick<Job, 'tell' | 'check'>,
): AsyncGenerator<ArchivedRow> {
  let done = 0;
  for await (const row of rows) {
    job.check();
    if (row.store === 'pages') {
      done += (row.record as { facts: readonly unknown[] }).facts.length;
      job.tell({ phase: 'writing', done, total, unit: 'rows' });
    }
    yield row;
  }
}

/** If `parts` rejects, whoever reads the stream hears it. */
function streamOf(parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
