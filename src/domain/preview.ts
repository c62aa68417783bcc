/** A preview: what a document would do, its rows, and what Accept does with each of them. */
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
 * What Accept does with a row. take: what the rules say; in a conflict ours stays, and theirs waits beside it until a
 * person chooses. leave: nothing, as if the payload did not hold the row. theirs, both: decides a conflict at once.
 */
export type RowChoice = 'take' | 'leave' | 'theirs' | 'both';

const TAKE_OR_LEAVE: readonly RowChoice[] = ['take', 'leave'];
const CONFLICT: readonly RowChoice[] = ['take', 'theirs', 'both', 'leave'];

/**
 * What a person can choose for the rows of a bucket. The first choice is the default. Empty: Accept ignores the rows.
 */
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
  /** `here`: the same incident as it stands on this node, or null. */
  | { readonly kind: 'incident'; readonly incident: Incident; readonly here: Incident | null }
  | ({ readonly kind: 'refused' } & RefusedRow);

/** The text of a row that a search looks at. */
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
  /** Its place in its bucket, whatever a search finds. */
  readonly index: number;
  readonly choice: RowChoice;
  readonly row: ShownRow;
}

/** Rows of one bucket: those at these places, or all that a search finds. An empty search finds all. */
export type WhichRows = { readonly indices: readonly number[] } | { readonly search: string };

/** For each choice but the default: how many rows have it. */
export type ChosenCounts = Readonly<Record<Exclude<RowChoice, 'take'>, number>>;

/** What Accept would do. */
export type PreviewAct =
  | 'verify'
  | 'reject'
  | 'take-in'
  | 'restore-backup'
  | 'answer-delta'
  /** Everything of this page is here already: Accept makes the request for the next one. */
  | 'ask-on'
  | 'grow-genome'
  /** Accept records that what was handed over to a peer has arrived. */
  | 'confirm-arrival'
  /** The handshake was answered before: Accept gives the same reply and changes nothing. */
  | 'answer-again'
  /** It can be looked at and not accepted: see `problem`. */
  | 'refused'
  /** There is nothing to do: everything is here already, or it was answered before. */
  | 'nothing';

/** What a document would do, shown before anything is written. One kind for each thing that a document can be about. */
export type Preview =
  | HandshakePreview
  | TrustWordPreview
  | PayloadPreview
  | BackupPreview
  | DeltaRequestPreview
  | ArrivalPreview
  | NamelessArrivalPreview
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
  /**
   * The number of the document, if its signer gave that number to another document that is here. Accept stays possible.
   */
  readonly clash: number | null;
  readonly genome: {
    readonly same: boolean;
    readonly ours: string;
    readonly theirs: string;
  };
  /** When this very drop was taken in before. null: it was not. */
  readonly takenInAt: Millis | null;
  /** GoMCP had appended facts of its memory to the document. They were left out. */
  readonly contextLeftOut: boolean;
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
  /** Incidents that are here under a former peer id of the sender, which is a GoMCP node that was restarted. */
  readonly underFormerId: number;
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

/** A node says what it took in, and not from whom: that confirms nothing. */
export interface NamelessArrivalPreview extends AnyPreview {
  readonly about: 'nameless-arrival';
  readonly from: null;
  readonly arrival: Arrival;
}

/** A genome file. It names no sender. */
export interface GenomePreview extends AnyPreview {
  readonly about: 'genome';
  readonly from: null;
  /** The document states no hash: that of its genes was made here. */
  readonly isHashOurs: boolean;
  /** Genes that it would add. */
  readonly newGenes: readonly Gene[];
  /** Node names of trusted peers that would have to shake hands again. */
  readonly distrusts: readonly string[];
}

export interface Arrival {
  /** null: nobody knows what was handed over. */
  readonly handedOverAt: Millis | null;
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

/** One window of rows. `chosen` and `total` are about all rows that the search finds. */
export interface PreviewRows {
  readonly kind: 'preview-rows';
  readonly total: number;
  readonly rows: readonly PreviewRow[];
  readonly chosen: ChosenCounts;
}

/** What a person has chosen so far, for each bucket. */
export interface Chosen {
  readonly kind: 'chosen';
  readonly counts: Readonly<Record<BucketName, ChosenCounts>>;
}
