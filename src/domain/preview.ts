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

/** What a document would do, shown before anything is written. One kind for each thing that a document can be about. */
export type Preview =
  | HandshakePreview
  | TrustWordPreview
  | PayloadPreview
  | BackupPreview
  | DeltaRequestPreview
  | ArrivalPreview
  | GenomePreview;

/** The previews with rows of facts and incidents, in buckets. */
export type RowsPreview = PayloadPreview | BackupPreview;

interface AnyPreview {
  readonly kind: 'preview';
  readonly id: number;
  readonly documentKind: DocumentKind;
  readonly dropId: string;
  readonly act: PreviewAct;
  readonly problem: Refusal | null;
  /** How its signature reads. */
  readonly author: AuthorReading;
  /** The number of the document, if its signer gave that number to another document that is here. Accept stays possible. */
  readonly clash: number | null;
  readonly genome: {
    readonly same: boolean;
    readonly ours: string;
    readonly theirs: string;
  };
  /** When this very drop was taken in before. null: it was not. */
  readonly takenInAt: Millis | null;
}

/** Whom a document names as its sender. */
export interface PreviewSender {
  readonly peerId: string;
  /** Never empty: a peer without a name is shown by its peer id. */
  readonly nodeName: string;
  readonly trust: Trust;
}

interface FromSender extends AnyPreview {
  readonly from: PreviewSender;
}

/** A handshake request or a reply to one. */
export interface HandshakePreview extends FromSender {
  readonly about: 'handshake';
  /** By the sender's clock: shown, never trusted. To the second. null: none is stated. */
  readonly madeAt: WireTime | null;
}

/** A trusted peer says that it trusts this node, and nobody had asked it. */
export interface TrustWordPreview extends FromSender {
  readonly about: 'trust-word';
}

/** Facts and incidents of a trusted peer: a sync payload or a page of a delta. */
export interface PayloadPreview extends FromSender {
  readonly about: 'payload';
  /** By the sender's clock: shown, never trusted. */
  readonly madeAt: WireTime;
  /** By the sender's clock: a payload of it that was made at this later time is here already. */
  readonly olderThan: WireTime | null;
  readonly facts: BucketCounts;
  /** null: it carries no incidents. */
  readonly incidents: IncidentCounts | null;
  /** Accept shows that the sender has everything of the backup kept for it: the backup is cleared. */
  readonly clearsBackup: boolean;
  /** When the newest document was handed over that this payload confirms for the first time. null: it confirms none. */
  readonly confirms: Millis | null;
  /** The sender of a delta has another page: Accept makes the request for it. */
  readonly hasMore: boolean;
}

/** A gene backup that a peer made of this node. */
export interface BackupPreview extends FromSender {
  readonly about: 'backup';
  /** By the sender's clock. */
  readonly madeAt: WireTime;
  readonly facts: BucketCounts;
  readonly incidents: null;
}

export interface DeltaRequestPreview extends FromSender {
  readonly about: 'delta-request';
  /** Facts that were created after it are asked for. */
  readonly since: WireTime;
}

/** A node says what it took in of a payload of ours. */
export interface ArrivalPreview extends FromSender {
  readonly about: 'arrival';
  readonly arrival: Arrival;
  /** As in a payload. */
  readonly clearsBackup: boolean;
}

/** A genome file. It names no sender. */
export interface GenomePreview extends AnyPreview {
  readonly about: 'genome';
  readonly from: null;
  /** Genes that it would add. */
  readonly newGenes: readonly Gene[];
  /** Node names of trusted peers that would have to shake hands again. */
  readonly distrusts: readonly string[];
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

export function hasRows(preview: Preview): preview is RowsPreview {
  return preview.about === 'payload' || preview.about === 'backup';
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
