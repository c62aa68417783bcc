/** What a command did: done with counts, nothing with a reason, or refused with a code. */
import type { Refusal } from './refusal.ts';

export interface Done {
  readonly kind: 'done';
  readonly what: DoneWhat;
  readonly counts?: Counts;
  /** The name of the peer that it was about. */
  readonly peer?: string;
}

export type DoneWhat =
  | 'node-started'
  | 'handshake-verified'
  | 'handshake-rejected'
  | 'handshake-withdrawn'
  | 'taken-in'
  | 'delta-answered'
  | 'backup-restored'
  | 'backup-cleared'
  | 'genome-grown'
  | 'gene-added'
  | 'fact-added'
  | 'fact-changed'
  | 'fact-deleted'
  | 'setting-changed'
  | 'discarded'
  | 'conflict-resolved'
  | 'incident-added'
  | 'incident-changed'
  | 'import-undone'
  | 'brought-forgotten'
  | 'peer-forgotten'
  | 'peers-forgotten'
  | 'identity-confirmed'
  | 'identity-doubted'
  | 'archived'
  | 'restored'
  | 'replaced-let-go'
  | 'everything-forgotten'
  | 'clone-settled'
  | 'carried'
  | 'arrival-confirmed';

export interface Nothing {
  readonly kind: 'nothing';
  readonly why: NothingWhy;
  readonly peer?: string;
}

export type NothingWhy =
  | 'stopped'
  | 'already-here'
  | 'handshake-answered-before'
  | 'same-genome'
  | 'unchanged'
  | 'nothing-brought';

export interface Counts {
  readonly facts?: number;
  readonly genes?: number;
  readonly incidents?: number;
  /** Facts that an edit of their first writer has replaced. */
  readonly updates?: number;
  readonly conflicts?: number;
  readonly refused?: number;
  readonly present?: number;
  /** Rows that a person did not take. */
  readonly leftOut?: number;
  /** Conflicts decided in the preview: theirs took the place of ours. */
  readonly theirs?: number;
  /** Conflicts decided in the preview: theirs became a variant. */
  readonly both?: number;
  /** Rows of an import that is undone which stay, because a person here touched them since. */
  readonly kept?: number;
  readonly peers?: number;
}

export type Outcome = Done | Nothing | Refusal;
