/** Lines of the journal: everything that happened on this node. A line never holds the words of a fact. */
import type { DocumentKind } from './document.ts';
import type { Counts } from './outcome.ts';
import { type Peer, shownName } from './peer.ts';
import type { RefusalCode } from './refusal.ts';
import type { Millis } from './time.ts';
import { type TrustName, trustName } from './trust.ts';

/** What happened, which peer it is about, and how much. */
export interface JournalEntry {
  readonly at: Millis;
  readonly kind: JournalKind;
  readonly peerId?: string;
  readonly nodeName?: string;
  readonly documentKind?: DocumentKind;
  readonly dropId?: string;
  readonly trust?: TrustName;
  /** Why trust changed. */
  readonly reason?: TrustReason;
  readonly counts?: Counts;
  /** How many rows of a drop were refused, by code. */
  readonly refusals?: Readonly<Partial<Record<RefusalCode, number>>>;
  /** What the line is about: the id of a gene or fact, a genome hash, or a figure. */
  readonly subject?: string;
}

/**
 * `same-genome`, `other-genome`: a handshake compared the genomes. `asked-again`: the peer must answer first.
 * `withdrawn`: that request was withdrawn, and the peer is again what it was before.
 */
export type TrustReason = 'same-genome' | 'other-genome' | 'genome-grown' | 'asked-again' | 'withdrawn';

export type JournalKind =
  | 'node-started'
  | 'drop-in'
  | 'drop-out'
  | 'trust-changed'
  | 'peer-expired'
  /** `subject` is `asked` if a person did it. Absent: the peer was silent for too long. */
  | 'peer-forgotten'
  | 'brought-forgotten'
  | 'handshake-asked'
  | 'handshake-withdrawn'
  | 'backup-kept'
  | 'backup-cleared'
  | 'backup-restored'
  | 'genome-grown'
  | 'setting-changed'
  /** `subject` is the domain that does not go to the peer any more. */
  | 'domain-left-out'
  /** `subject` is the domain that goes to the peer again. */
  | 'domain-put-back'
  | 'fact-added'
  | 'fact-edited'
  | 'fact-marked'
  | 'fact-deleted'
  | 'discarded'
  | 'conflict-resolved'
  | 'incident-added'
  | 'incident-changed'
  | 'import-undone'
  | 'arrival-confirmed'
  | 'identity-confirmed'
  | 'identity-doubted'
  /** `subject` is the number that two documents of one key share. */
  | 'key-cloned'
  | 'clone-settled'
  /** Something could not be stored; `subject` is the refusal's code. */
  | 'failed';

export interface JournalQuery {
  readonly peerId?: string;
  readonly kind?: JournalKind;
  /** Case-insensitive part of a name, an id or a hash. */
  readonly search: string;
}

/** `undoable`: the line is an import that can be undone. */
export interface JournalRow extends JournalEntry {
  readonly no: number;
  readonly undoable: boolean;
}

export interface JournalState {
  readonly kind: 'journal-state';
  readonly length: number;
  /** The number of the first line that is not the one that the next line was written after. null: the chain holds. */
  readonly brokenAt: number | null;
}

/** The line for a peer whose trust has changed. */
export function trustChange(peer: Peer, at: Millis, reason: TrustReason): JournalEntry {
  const trust = trustName(peer.trust);
  return { kind: 'trust-changed', at, ...aboutPeer(peer), trust, reason, subject: peer.genomeHash };
}

/** The peer that a line is about. */
export function aboutPeer(peer: Peer): Pick<JournalEntry, 'peerId' | 'nodeName'> {
  return { peerId: peer.peerId, nodeName: shownName(peer) };
}
