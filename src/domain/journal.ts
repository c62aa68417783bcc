import type { DocumentKind } from './document.ts';
import type { Counts } from './outcome.ts';
import { type Peer, shownName } from './peer.ts';
import type { RefusalCode } from './refusal.ts';
import type { Millis } from './time.ts';
import { type TrustName, trustName } from './trust.ts';

/** One line of the journal: what happened, to whom, how much. Never the contents of a fact. */
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
  /** How many rows of a drop were refused for what. */
  readonly refusals?: Readonly<Partial<Record<RefusalCode, number>>>;
  /** A gene or fact id, a genome hash, a figure: what the line is about. */
  readonly subject?: string;
}

/**
 * same-genome, other-genome: a handshake compared them; asked-again: it has to answer first; withdrawn: it was, and is
 * what it was before.
 */
export type TrustReason = 'same-genome' | 'other-genome' | 'genome-grown' | 'asked-again' | 'withdrawn';

export type JournalKind =
  | 'node-started'
  | 'drop-in'
  | 'drop-out'
  | 'trust-changed'
  | 'peer-expired'
  /** `subject`: `asked` where a person did it, else it had been silent for too long. */
  | 'peer-forgotten'
  | 'brought-forgotten'
  | 'handshake-asked'
  | 'handshake-withdrawn'
  | 'backup-kept'
  | 'backup-cleared'
  | 'backup-restored'
  | 'genome-grown'
  | 'setting-changed'
  /** Of what goes to the peer; `subject` is the domain. */
  | 'domain-left-out'
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
  /** Two documents of one key bear one number, which is `subject`. */
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

/** `undoable`: the line is an import that can still be undone. */
export interface JournalRow extends JournalEntry {
  readonly no: number;
  readonly undoable: boolean;
}

export interface JournalState {
  readonly kind: 'journal-state';
  readonly length: number;
  /** The number of the first line that is not what the next one was written after; null where the chain is whole. */
  readonly brokenAt: number | null;
}

/** The line of a peer whose trust is another now. */
export function trustChange(peer: Peer, at: Millis, reason: TrustReason): JournalEntry {
  const trust = trustName(peer.trust);
  return { kind: 'trust-changed', at, ...aboutPeer(peer), trust, reason, subject: peer.genomeHash };
}

/** Who a line is about. */
export function aboutPeer(peer: Peer): Pick<JournalEntry, 'peerId' | 'nodeName'> {
  return { peerId: peer.peerId, nodeName: shownName(peer) };
}
