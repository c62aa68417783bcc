/** The Journal screen, and sentences that count what a drop held. */
import type { DocumentKind } from '../../../domain/document.ts';
import type { JournalEntry, JournalKind, TrustReason } from '../../../domain/journal.ts';
import type { Counts } from '../../../domain/outcome.ts';
import type { RowRefusal } from '../refusal-sentence.ts';
import { formats } from './formats.ts';
import { contentsWords } from './peer-act-words.ts';
import { documentWords } from './shell-words.ts';

const { count, list } = formats;

const who = (entry: JournalEntry) => entry.nodeName || entry.peerId || 'somebody';
const what = (kind: DocumentKind | undefined) => (kind ? documentWords[kind] : 'a document');
const domainOf = (entry: JournalEntry) => entry.subject || contentsWords.noDomain;
const withSubject = (entry: JournalEntry) => (entry.subject ? `: ${entry.subject}` : '');

export function countWords(counts: Counts | undefined): string {
  const parts: string[] = [];
  const add = (value: number | undefined, one: string, other: string) => {
    if (value) parts.push(count(value, { one, other }));
  };
  add(counts?.facts, 'fact', 'facts');
  add(counts?.genes, 'gene', 'genes');
  add(counts?.incidents, 'incident', 'incidents');
  add(counts?.updates, 'edit', 'edits');
  if (counts?.conflicts) parts.push(conflictCount(counts, counts.conflicts));
  add(counts?.leftOut, 'left out', 'left out');
  add(counts?.refused, 'refused', 'refused');
  add(counts?.present, 'already here', 'already here');
  return list(parts);
}

/** Conflicts that were decided in the preview are counted too. */
function conflictCount({ theirs = 0, both = 0 }: Counts, conflicts: number): string {
  const decided = [
    theirs > 0 && `${formats.number(theirs)} decided for theirs`,
    both > 0 && `${formats.number(both)} kept both`,
  ].filter((part) => part !== false);
  const words = count(conflicts, { one: 'conflict', other: 'conflicts' });
  return decided.length > 0 ? `${words} (${list(decided)})` : words;
}

/** How much an undo leaves here, because it was changed since. */
export function stayWords(staying: number): string {
  return staying === 1 ? '1 changed since stays' : `${formats.number(staying)} changed since stay`;
}

/** The service writes a setting as its name and milliseconds or `never`: `timeout 3000`, `forget never`. */
const setting = (entry: JournalEntry) => {
  const [name, value] = (entry.subject ?? '').split(' ');
  const length = value === 'never' ? 'never' : formats.duration(Number(value));
  if (name === 'timeout') return `: Peer timeout, ${length}`;
  return name === 'forget' ? `: Forget silent peers, ${length}` : withSubject(entry);
};

/** The service writes a decision as the fact's id and the choice: `c0e2… theirs`. */
const decision = (entry: JournalEntry) => {
  const [, id, choice] = /^(.*) (ours|theirs|both)$/s.exec(entry.subject ?? '') ?? [];
  if (choice === undefined) return withSubject(entry);
  return `: ${choice === 'theirs' ? 'took theirs' : `kept ${choice}`}, ${id}`;
};

/** A payload or a backup brings no new genes: those in it are here already. */
const withoutGenes = (entry: JournalEntry): JournalEntry => ({ ...entry, counts: { ...entry.counts, genes: 0 } });

const withCounts = (entry: JournalEntry) => {
  const words = countWords(entry.counts);
  return words ? `: ${words}` : '';
};

const withStaying = ({ counts }: JournalEntry) => (counts?.kept ? `; ${stayWords(counts.kept)}` : '');

const reasons: Readonly<Record<TrustReason, string>> = {
  'same-genome': 'it lives by the same genome',
  'other-genome': 'it lives by another genome',
  'genome-grown': 'our genome grew',
  'asked-again': 'it was asked to shake hands again',
  withdrawn: 'the handshake was withdrawn',
};

const sentences: Readonly<Record<JournalKind, (entry: JournalEntry) => string>> = {
  'node-started': (entry) => `This node was started${withSubject(entry)}`,
  'drop-in': (entry) => `Took in ${what(entry.documentKind)} from ${who(entry)}${withCounts(withoutGenes(entry))}`,
  'drop-out': (entry) => `Took out ${what(entry.documentKind)} for ${who(entry)}${withCounts(entry)}`,
  'trust-changed': (entry) =>
    `${who(entry)} became ${entry.trust ?? 'UNKNOWN'}${entry.reason ? `: ${reasons[entry.reason]}` : ''}`,
  'peer-expired': (entry) => `${who(entry)} was silent for too long and became EXPIRED`,
  'peer-forgotten': (entry) =>
    entry.subject === 'asked' ? `Forgot ${who(entry)}` : `Forgot ${who(entry)}, who had been silent`,
  'brought-forgotten': (entry) => `Forgot what ${who(entry)} brought${withCounts(entry)}${withStaying(entry)}`,
  'handshake-asked': (entry) =>
    entry.peerId ? `Asked ${who(entry)} to shake hands` : 'Made a handshake for whoever answers',
  'handshake-withdrawn': (entry) =>
    entry.peerId ? `Withdrew the handshake for ${who(entry)}` : 'Withdrew a handshake',
  'backup-kept': (entry) => `Kept a backup for ${who(entry)}${withCounts(entry)}`,
  'backup-cleared': (entry) => `Cleared the backup of ${who(entry)}`,
  'backup-restored': (entry) => `Restored a backup that ${who(entry)} had kept${withCounts(withoutGenes(entry))}`,
  'genome-grown': (entry) => `The genome grew${withCounts(entry) || withSubject(entry)}`,
  'setting-changed': (entry) => `Changed a setting${setting(entry)}`,
  'domain-left-out': (entry) => `Left out of what goes to ${who(entry)}: ${domainOf(entry)}`,
  'domain-put-back': (entry) => `Goes to ${who(entry)} again: ${domainOf(entry)}`,
  'fact-added': (entry) => `Added a fact${withSubject(entry)}`,
  'fact-edited': (entry) => `Changed a fact${withSubject(entry)}`,
  'fact-marked': (entry) => `Marked a fact${withSubject(entry)}`,
  'fact-deleted': (entry) => `Deleted a fact${withSubject(entry)}`,
  'incident-added': (entry) => `Added an incident${withSubject(entry)}`,
  'incident-changed': (entry) => `Changed an incident${withSubject(entry)}`,
  discarded: (entry) =>
    entry.nodeName || entry.peerId
      ? `Discarded ${what(entry.documentKind)} from ${who(entry)}`
      : `Discarded ${what(entry.documentKind)}`,
  'conflict-resolved': (entry) => `Decided a conflict with ${who(entry)}${decision(entry)}`,
  'identity-confirmed': (entry) => `The key of ${who(entry)} was confirmed in person`,
  'identity-doubted': (entry) => `The words for ${who(entry)} did not match`,
  'key-cloned': (entry) =>
    `The key of ${who(entry)} is cloned or rewound: two documents bear number ${entry.subject ?? ''}`,
  'clone-settled': (entry) => `Put away as settled: the key of ${who(entry)} was cloned or rewound`,
  'arrival-confirmed': (entry) => `What was handed over to ${who(entry)} arrived`,
  failed: (entry) => `Something could not be stored${withSubject(entry)}`,
  'import-undone': (entry) => `Undid what came in from ${who(entry)}${withCounts(entry)}${withStaying(entry)}`,
};

/** Why a row of a drop was refused, in a few words. */
const refusals: Readonly<Record<RowRefusal, string>> = {
  'foreign-gene': 'a gene that ours does not have',
  'gene-changed': 'other words for a gene of ours',
  'level-not-carried': 'a level that is not carried',
  'empty-id': 'no id',
  'empty-content': 'no content',
  'duplicate-id': 'an id used more than once',
};

const kinds: Readonly<Record<JournalKind, string>> = {
  failed: 'Failures',
  'identity-confirmed': 'Identities confirmed',
  'identity-doubted': 'Identities doubted',
  'key-cloned': 'Cloned or rewound',
  'clone-settled': 'Clones settled',
  'drop-in': 'Taken in',
  'drop-out': 'Taken out',
  'arrival-confirmed': 'Arrived',
  'import-undone': 'Undone',
  discarded: 'Discarded',
  'conflict-resolved': 'Conflicts decided',
  'trust-changed': 'Trust',
  'handshake-asked': 'Handshakes',
  'handshake-withdrawn': 'Handshakes withdrawn',
  'peer-expired': 'Expired',
  'peer-forgotten': 'Forgotten',
  'brought-forgotten': 'Forgotten facts',
  'backup-kept': 'Backups kept',
  'backup-cleared': 'Backups cleared',
  'backup-restored': 'Backups restored',
  'fact-added': 'Facts added',
  'fact-edited': 'Facts changed',
  'fact-marked': 'Facts marked',
  'fact-deleted': 'Facts deleted',
  'incident-added': 'Incidents added',
  'incident-changed': 'Incidents changed',
  'genome-grown': 'Genome',
  'domain-left-out': 'Domains left out',
  'domain-put-back': 'Domains put back',
  'setting-changed': 'Settings',
  'node-started': 'Started',
};

export const journalWords = {
  sentences,
  kinds,
  kind: 'Kind',
  allKinds: 'All kinds',
  peer: 'Peer',
  everybody: 'Everybody',
  search: 'Search journal',
  found: 'Lines found',
  foundAfter: 'lines',
  no: (n: number) => `No. ${formats.number(n)}`,
  chain: 'Chain',
  check: 'Check the chain',
  whole: (n: number) => (n === 1 ? 'The one line is whole' : `All ${formats.number(n)} lines are whole`),
  broken: (n: number) => `Line ${formats.number(n)} was changed`,
  brokenText: 'It is not the line that the next one was written after. Compare it with an export made earlier.',
  export: 'Export',
  noneFound: 'Nothing found',
  noneFoundText: 'No line is of this kind, about this peer, with these words.',
  drop: 'Drop',
  refused: 'Refused:',
  refusals,
  times: (n: number, what: string) => `${formats.number(n)} × ${what}`,
};
