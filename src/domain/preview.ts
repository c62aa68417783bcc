/** The rows behind the counts of a preview, and what Accept is to do with each of them. */
import type { AuthorReading } from './author.ts';
import type { Version } from './conflict.ts';
import type { DocumentKind } from './document.ts';
import type { Fact } from './fact.ts';
import type { Gene } from './genome.ts';
import type { Incident } from './incident.ts';
import type { Refusal } from './refusal.ts';
import type { BucketCounts, IncidentCounts, RefusedRow } from './sort-payload.ts';
import type { Millis, WireTime } from './time.ts';
import type { Trust } from './trust.ts';

export const FACT_BUCKETS = ['fresh', 'updates', 'conflicts', 'refused', 'genes', 'present'] as const;
export const INCIDENT_BUCKETS = [
  'incidentsFresh',
  'incidentsUpdates',
  'incidentsViews',
  'incidentsRefused',
  'incidentsPresent',
] as const;
export type BucketName = (typeof FACT_BUCKETS)[number] | (typeof INCIDENT_BUCKETS)[number];

/**
 * take: as the rules say (of a conflict: ours stays, theirs is kept beside it until a person chooses); leave: as if it had not been in the payload;
 * theirs, both: a conflict that is decided at once.
 */
export type RowChoice = 'take' | 'leave' | 'theirs' | 'both';

const TAKE_OR_LEAVE: readonly RowChoice[] = ['take', 'leave'];
const CONFLICT: readonly RowChoice[] = ['take', 'theirs', 'both', 'leave'];

/** What a person can choose for the rows of a bucket; the first is how they start. Nothing where Accept would do nothing with them. */
export const CHOICES: Readonly<Record<BucketName, readonly RowChoice[]>> = {
  fresh: TAKE_OR_LEAVE,
  updates: TAKE_OR_LEAVE,
  conflicts: CONFLICT,
  refused: [],
  genes: [],
  present: [],
  incidentsFresh: TAKE_OR_LEAVE,
  incidentsUpdates: TAKE_OR_LEAVE,
  incidentsViews: TAKE_OR_LEAVE,
  incidentsRefused: [],
  incidentsPresent: [],
};

export type ShownRow =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'conflict'; readonly ours: Version; readonly theirs: Version }
  /** `here`: what stands of it on this node. */
  | { readonly kind: 'incident'; readonly incident: Incident; readonly here: Incident | null }
  | ({ readonly kind: 'refused' } & RefusedRow);

/** What a search looks at. */
export function searchText(row: ShownRow): string {
  switch (row.kind) {
    case 'fact':
      return textOf(row.fact);
    case 'conflict':
      return `${textOf(row.ours.fact)}\n${textOf(row.theirs.fact)}`;
    case 'incident': {
      const { id, title, description, status, severity, killChainPhase, mitreMapping } = row.incident;
      return [id, title, description, status, severity, killChainPhase, ...mitreMapping].join('\n');
    }
    case 'refused':
      return `${row.id}\n${row.refusal.code}`;
  }
}

function textOf({ content, domain, module, source, id }: Fact): string {
  return [content, domain, module, source, id].join('\n');
}

export interface PreviewRow {
  /** Counted in its bucket, unfiltered. */
  readonly index: number;
  readonly choice: RowChoice;
  readonly row: ShownRow;
}

/** Rows of one bucket: those with these numbers, or all that a search finds (all there are where it is empty). */
export type WhichRows = { readonly indices: readonly number[] } | { readonly search: string };

/** How many rows are chosen otherwise than they started, by what for. */
export type ChosenCounts = Readonly<Record<Exclude<RowChoice, 'take'>, number>>;

/** What Accept would do. */
export type PreviewAct =
  | 'verify'
  | 'reject'
  | 'take-in'
  | 'restore-backup'
  | 'answer-delta'
  /** All of this page is here: the request for the next one. */
  | 'ask-on'
  | 'grow-genome'
  /** What was handed over to a peer counts as arrived. */
  | 'confirm-arrival'
  /** A replayed handshake: the same reply as before, and nothing is changed. */
  | 'answer-again'
  /** Nothing can be accepted, only looked at: see `problem`. */
  | 'refused'
  /** There is nothing to do: it was all here, or was answered before. */
  | 'nothing';

export interface Preview {
  readonly kind: 'preview';
  readonly id: number;
  readonly documentKind: DocumentKind;
  readonly dropId: string;
  readonly act: PreviewAct;
  readonly problem: Refusal | null;
  /** How its signature reads. */
  readonly author: AuthorReading;
  /** Its number, where its signer gave that to another document that is here: the key is used twice, or was set back. Accept stays possible. */
  readonly clash: number | null;
  /** null: the document names nobody (a genome file). */
  readonly from: {
    readonly peerId: string;
    readonly nodeName: string;
    readonly trust: Trust;
  } | null;
  readonly genome: {
    readonly same: boolean;
    readonly ours: string;
    readonly theirs: string;
  };
  /** By the sender's clock: shown, never trusted. Seconds-precise for handshakes; null where none is stated. */
  readonly madeAt: WireTime | null;
  /** By the sender's clock too: what is here from it already was made at this later time. */
  readonly olderThan: WireTime | null;
  /** When this very drop was taken in before. */
  readonly takenInAt: Millis | null;
  readonly facts: BucketCounts | null;
  readonly incidents: IncidentCounts | null;
  /** Genes that a genome file would add. */
  readonly newGenes: readonly Gene[];
  /** Node names of trusted peers that would have to shake hands again. */
  readonly distrusts: readonly string[];
  /** Accepting shows that the sender has everything kept for it: its backup is cleared. */
  readonly clearsBackup: boolean;
  /** Delta requests: facts created after it are asked for. */
  readonly since: WireTime | null;
  /** A page of a delta whose sender has more: accepting makes the request for it. */
  readonly hasMore: boolean;
  /** It says of something that was handed over to its sender that it arrived: when that was, where nobody knew yet. */
  readonly confirms: Millis | null;
  /** What a node says it took in of a payload of ours. */
  readonly arrival: Arrival | null;
  /** Word of a trusted peer that it trusts this node, for which nobody had asked. */
  readonly unasked: boolean;
}

export interface Arrival {
  readonly handedOverAt: Millis;
  readonly facts: TakenOf;
  readonly incidents: TakenOf;
}

export interface TakenOf {
  readonly taken: number;
  readonly total: number;
}

/** `chosen`: of all rows that were asked for, not only of this window. */
export interface PreviewRows {
  readonly kind: 'preview-rows';
  readonly total: number;
  readonly rows: readonly PreviewRow[];
  readonly chosen: ChosenCounts;
}

/** What a person has chosen so far. */
export interface Chosen {
  readonly kind: 'chosen';
  readonly counts: Readonly<Record<BucketName, ChosenCounts>>;
}
