import type { DocumentKind } from '../../../domain/document.ts';
import type { JournalEntry, JournalKind } from '../../../domain/journal.ts';
import type { Counts } from '../../../domain/outcome.ts';
import { documentWords } from './document-words.ts';
import { formats } from './formats.ts';

const { count, list } = formats;

const who = (entry: JournalEntry) => entry.nodeName || entry.peerId || 'somebody';
const what = (kind: DocumentKind | undefined) => (kind ? documentWords[kind] : 'a document');
const about = (entry: JournalEntry) => (entry.subject ? `: ${entry.subject}` : '');

export function countWords(counts: Counts | undefined): string {
  const parts: string[] = [];
  const add = (value: number | undefined, one: string, other: string) => {
    if (value) parts.push(count(value, { one, other }));
  };
  add(counts?.facts, 'fact', 'facts');
  add(counts?.genes, 'gene', 'genes');
  add(counts?.incidents, 'incident', 'incidents');
  add(counts?.conflicts, 'conflict', 'conflicts');
  add(counts?.refused, 'refused', 'refused');
  add(counts?.present, 'already here', 'already here');
  return list(parts);
}

/** The service writes settings as `timeout 3000` and `forget never`. */
const setting = (entry: JournalEntry) => {
  const [name, value] = (entry.subject ?? '').split(' ');
  const length = value === 'never' ? 'never' : formats.duration(Number(value));
  if (name === 'timeout') return `: Peer timeout, ${length}`;
  return name === 'forget' ? `: Forget silent peers, ${length}` : about(entry);
};

/** The genes of a payload are ours already: it can bring no others. */
const withoutGenes = (entry: JournalEntry): JournalEntry => ({ ...entry, counts: { ...entry.counts, genes: 0 } });

const withCounts = (entry: JournalEntry) => {
  const words = countWords(entry.counts);
  return words ? `: ${words}` : '';
};

const sentences: Readonly<Record<JournalKind, (entry: JournalEntry) => string>> = {
  'node-started': (entry) => `This node was started${about(entry)}`,
  'drop-in': (entry) => `Took in ${what(entry.documentKind)} from ${who(entry)}${withCounts(withoutGenes(entry))}`,
  'drop-out': (entry) => `Took out ${what(entry.documentKind)} for ${who(entry)}${withCounts(entry)}`,
  'trust-changed': (entry) => `${who(entry)} became ${entry.trust ?? 'UNKNOWN'}`,
  'peer-expired': (entry) => `${who(entry)} was silent for too long and became EXPIRED`,
  'peer-forgotten': (entry) => `Forgot ${who(entry)}, who had been silent`,
  'handshake-asked': (entry) =>
    entry.peerId ? `Asked ${who(entry)} to shake hands` : 'Made a handshake for whoever answers',
  'handshake-withdrawn': (entry) =>
    entry.peerId ? `Withdrew the handshake for ${who(entry)}` : 'Withdrew a handshake',
  'backup-kept': (entry) => `Kept a backup for ${who(entry)}${withCounts(entry)}`,
  'backup-cleared': (entry) => `Cleared the backup of ${who(entry)}`,
  'backup-restored': (entry) => `Restored a backup that ${who(entry)} had kept${withCounts(entry)}`,
  'genome-grown': (entry) => `The genome grew${withCounts(entry) || about(entry)}`,
  'setting-changed': (entry) => `Changed a setting${setting(entry)}`,
  'fact-added': (entry) => `Added a fact${about(entry)}`,
  'fact-edited': (entry) => `Changed a fact${about(entry)}`,
  'fact-marked': (entry) => `Marked a fact${about(entry)}`,
  'fact-deleted': (entry) => `Deleted a fact${about(entry)}`,
  discarded: (entry) =>
    entry.nodeName || entry.peerId
      ? `Discarded ${what(entry.documentKind)} from ${who(entry)}`
      : `Discarded ${what(entry.documentKind)}`,
};

export const journalWords = {
  sentences,
  none: 'Nothing has happened yet',
  noneText: 'Everything that comes in, goes out or changes trust is written down here.',
  drop: 'Drop',
};
