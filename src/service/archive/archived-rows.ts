/**
 * The rows of an archive as memory takes them: lifted to this schema version, checked one by one, and with keys that
 * this browser can sign with.
 */
import { type Gene, genomeHash } from '../../domain/genome.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { liftRecord } from '../../store/migrations.ts';
import { type ArchivedIdentity, recordOf } from '../../store/record-shapes.ts';
import type { BackupFactsRecord, Identity, PageRecord } from '../../store/schema.ts';
import { ARCHIVED, type ArchivedStore, type StoredRow } from '../../store/whole-store.ts';
import type { ArchivedRow, OpenArchive } from '../../wire/archive.ts';
import { keysOf, peerIdOf } from '../identity.ts';

/** The records of the store `self` that every memory has. */
const REQUIRED = ['identity', 'settings', 'counters'];

/**
 * Calls `use` with every row, to the end of the archive. Returns what is wrong with the archive. null: nothing.
 * `newIdentity`: who the node becomes if the archive holds no key. Open handshakes are then left out of the rows, since
 * their replies would answer another node.
 */
export async function walkRows(
  { header, rows }: OpenArchive,
  newIdentity: Identity | null,
  use: (row: StoredRow) => Promise<void> | void,
): Promise<Refusal | null> {
  const self = new Set<string>();
  const genes: Gene[] = [];
  let hash = '';
  let begun: StoredRow | null = null;
  try {
    for (;;) {
      const next = await rows.next();
      if (next.done) {
        if (next.value) return next.value;
        const missing = REQUIRED.find((id) => !self.has(id));
        if (begun) return refuse('archive-damaged', { place: begun.store });
        if (missing) return refuse('archive-damaged', { place: `self/${missing}` });
        return (await genomeHash(genes)) === hash ? null : refuse('archive-damaged', { place: 'genes' });
      }
      const piece = await storedRow(next.value, header.schema, newIdentity);
      if (isRefusal(piece)) return piece;
      const row: StoredRow | null = begun ? joinPieces(begun, piece) : piece;
      if (!row) return refuse('archive-damaged', { place: piece.store });
      begun = next.value.more ? row : null;
      if (begun) continue;
      if (row.store === 'self') self.add(row.record.id);
      if (row.store === 'self' && row.record.id === 'genome') hash = row.record.hash;
      if (row.store === 'genes') genes.push(row.record);
      const isSameNode = header.hasKey || newIdentity?.peerId === header.peerId;
      if (row.store !== 'handshakes' || isSameNode) await use(row);
    }
  } finally {
    await rows.return(null);
  }
}

/** Two pieces that follow each other, as one row. null: they are not pieces of one record. */
function joinPieces(begun: StoredRow, piece: StoredRow): StoredRow | null {
  const [before, after] = [begun.record, piece.record] as [
    BackupFactsRecord | PageRecord,
    BackupFactsRecord | PageRecord,
  ];
  const isSamePage = begun.store === 'pages' && piece.store === 'pages' && begun.record.no === piece.record.no;
  const isSameBackup = begun.store === 'kept' && piece.store === 'kept' && begun.record.keptId === piece.record.keptId;
  if (!isSamePage && !isSameBackup) return null;
  return { store: begun.store, record: { ...before, facts: [...before.facts, ...after.facts] } } as StoredRow;
}

async function storedRow(
  { store, record }: ArchivedRow,
  schema: number,
  newIdentity: Identity | null,
): Promise<StoredRow | Refusal> {
  if (!isArchived(store)) return refuse('archive-damaged', { place: store.slice(0, 40) });
  const fitted = recordOf(store, liftRecord(store, record, schema));
  if ('misfit' in fitted) return refuse('archive-damaged', { place: `${store}${fitted.misfit}` });
  if (store !== 'self' || !('publicKey' in fitted.record)) return { store, record: fitted.record } as StoredRow;
  const identity = await identityOf(fitted.record as ArchivedIdentity, newIdentity);
  return isRefusal(identity) ? identity : { store, record: identity };
}

async function identityOf(archived: ArchivedIdentity, newIdentity: Identity | null): Promise<Identity | Refusal> {
  const { secret, publicKey, peerId } = archived;
  if (newIdentity) return { ...newIdentity, nodeName: archived.nodeName, startedAt: archived.startedAt };
  const keys = secret ? await keysOf(secret.seed, publicKey) : null;
  if (!keys || (await peerIdOf(publicKey)) !== peerId) return refuse('archive-damaged', { place: 'self/identity' });
  return { ...archived, ...keys };
}

function isArchived(store: string): store is ArchivedStore {
  return (ARCHIVED as readonly string[]).includes(store);
}
