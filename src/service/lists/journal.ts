/** The journal: filtered, checked, exported. Its lines are written with commits, and never change. */
import type { ExportedFile, JournalQuery, JournalRow, JournalState, Range, Rows } from '../../peer-api.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { JournalRecord } from '../../store/schema.ts';
import { canonicalHash, writeJournal } from '../../wire/canonical.ts';
import type { NodeContext } from '../node-context.ts';
import { fileName } from '../out/file-name.ts';

export async function listJournal(
  { store }: NodeContext,
  { peerId, kind, search }: JournalQuery,
  { offset, limit }: Range,
): Promise<Rows<JournalRow>> {
  const wanted = search.trim().toLowerCase();
  const { records } = await store.readJournal();
  const rows = records
    .map((record, index) => ({ ...record, no: index + 1, undoable: isUndoable(store, record) }))
    .filter((row) => kind === undefined || row.kind === kind)
    .filter((row) => peerId === undefined || row.peerId === peerId)
    .filter((row) => wanted === '' || textOf(row).includes(wanted))
    .reverse();
  return { kind: 'rows', total: rows.length, rows: rows.slice(offset, offset + limit) };
}

/**
 * Verifies the hash chain of the journal. Every line contains the hash of the line before it, and memory knows the hash
 * of the last line. A line that was changed, deleted or inserted breaks the chain.
 */
export async function checkJournal({ store }: NodeContext): Promise<JournalState> {
  const { records, head } = await store.readJournal();
  const hashes = ['', ...records.map(canonicalHash)];
  const broken = records.findIndex((record, index) => record.before !== hashes[index]);
  const isCut = broken < 0 && hashes.at(-1) !== head;
  // If a line contains another hash than that of the line before it, the line before it was changed.
  const brokenAt = broken > 0 ? broken : broken === 0 ? 1 : isCut ? records.length : null;
  return { kind: 'journal-state', length: records.length, brokenAt };
}

/** As JSON Lines, the oldest first. Each has the hash of the line before it, so that anybody can check the chain. */
export async function exportJournal({ store, environment }: NodeContext): Promise<ExportedFile> {
  const { records } = await store.readJournal();
  const name = fileName(store.identity.nodeName, 'journal', new Date(environment.now()), 'jsonl');
  return { kind: 'file', file: new Blob(writeJournal(records), { type: 'application/jsonl' }), fileName: name };
}

function isUndoable(store: NodeStore, record: JournalRecord): boolean {
  const drop = record.kind === 'drop-in' && record.dropId !== undefined && store.drops.get(record.dropId);
  return Boolean(drop && drop.at === record.at && drop.before);
}

function textOf(record: JournalRecord): string {
  return [record.kind, record.nodeName, record.peerId, record.dropId, record.documentKind, record.subject]
    .join('\n')
    .toLowerCase();
}
