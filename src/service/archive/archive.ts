/** The archive of a node: one file with everything it remembers (README: the archive), made page by page. */
import type { Fact, StoredFact } from '../../domain/fact.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { wireTime } from '../../domain/time.ts';
import type { ExportedFile } from '../../peer-api.ts';
import type { Database } from '../../store/database.ts';
import { archivedForm } from '../../store/record-shapes.ts';
import { SCHEMA_VERSION } from '../../store/schema.ts';
import { readWhole, type StoredRow } from '../../store/whole-store.ts';
import { type ArchivedRow, writeArchive } from '../../wire/archive.ts';
import { seedOf } from '../identity.ts';
import type { Job } from '../job.ts';
import type { NodeContext } from '../node-context.ts';
import { fileName } from '../out/file-name.ts';
import { sealed } from './sealed.ts';

/** `passphrase`: null makes one that everybody can read, and that holds no key. Nobody writes while it is made. */
export async function makeArchive(node: NodeContext, passphrase: string | null, job: Job): Promise<ExportedFile> {
  const { store, environment } = node;
  const at = environment.now();
  const file = await store.exclusively(
    async (database) => {
      await store.refresh();
      node.archived = { at, seq: store.counters.seq };
      return archiveOf(node, database, passphrase, job);
    },
    () => false,
  );
  const name = fileName(store.identity.nodeName, 'archive', new Date(at), passphrase === null ? 'jsonl.gz' : 'age');
  return { kind: 'file', file, fileName: name };
}

/** The file left this browser: what came in since then is in no archive. */
export async function archiveSaved({ store, archived }: NodeContext): Promise<Outcome> {
  if (!archived) return { kind: 'nothing', why: 'unchanged' };
  return store.transact({}, () => {
    store.device.put({ id: 'last-archive', ...archived });
    return { kind: 'done', what: 'archived' };
  });
}

/** Everything that is stored, behind the passphrase where there is one; the write lock is held. */
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

/** Characters of facts in one line, above which the next begins: a line that is written is one that can be read again (LIMITS.unpackedBytes). */
const PIECE = 8 * 1024 * 1024;

/** Records of many facts in pieces of themselves. */
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

/** The key is a thing of the platform: what stands for it is its seed, or nothing. */
async function* withoutSecret(rows: AsyncIterable<ArchivedRow>, seed: Uint8Array | null): AsyncGenerator<ArchivedRow> {
  for await (const row of rows) {
    if (row.store !== 'self' || (row.record as { id: string }).id !== 'identity') yield row;
    else {
      const { secret: _, ...identity } = row.record as { secret: unknown };
      yield { store: 'self', record: { ...identity, ...(seed && { secret: { seed } }) } };
    }
  }
}

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

/** What rejects in between rejects whoever reads. */
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
