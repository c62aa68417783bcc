import type { Accepted } from './answers.ts';
import type { Refusal } from './refusal.ts';

/** What a command did (DESIGN 2): done with counts, nothing with why, or refused with a code. */
export interface Done {
  readonly kind: 'done';
  readonly what: DoneWhat;
  readonly counts?: Counts;
  /** The node name of the peer it was about. */
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
  /** Facts that whoever wrote them has said better. */
  readonly updates?: number;
  readonly conflicts?: number;
  readonly refused?: number;
  readonly present?: number;
  /** Rows that a person left out. */
  readonly leftOut?: number;
  /** Conflicts decided as they came in: theirs took the place of ours, or was kept as a fact of its own. */
  readonly theirs?: number;
  readonly both?: number;
  /** Rows that stay although what brought them was undone: somebody touched them since. */
  readonly kept?: number;
  readonly peers?: number;
}

export type Outcome = Done | Nothing | Refusal;

/** The outcome alone, whether or not something goes back to the sender. */
export function outcomeOf(result: Accepted | Outcome): Outcome {
  return result.kind === 'accepted' ? result.outcome : result;
}
