/** What the worker answers with, where that is no outcome: rows of a window, and what is ready to be carried. Types only. */
import type { Contents } from './contents.ts';
import type { DocumentKind } from './document.ts';
import type { FactRow } from './fact-list.ts';
import type { MonthCount } from './fact-tally.ts';
import type { IncidentRow, IncidentWords } from './incident-list.ts';
import type { Outcome } from './outcome.ts';
import type { Millis } from './time.ts';

export interface Range {
  readonly offset: number;
  readonly limit: number;
}

export interface Rows<Row> {
  readonly kind: 'rows';
  readonly total: number;
  readonly rows: readonly Row[];
}

export type TakeOutScope = 'everything' | 'new';
export type BackupForm = 'payload' | 'raw';

/** A document ready to be handed to a person: made before any button that copies it is enabled (DESIGN 8). */
export interface Carried {
  readonly kind: 'carried';
  readonly documentKind: DocumentKind;
  readonly dropId: string;
  /** The text itself where it is small enough for a clipboard (256 KiB); null: file or share only. */
  readonly text: string | null;
  readonly file: Blob;
  readonly fileName: string;
  readonly factCount: number;
  readonly incidentCount: number;
  /** What of it is what, and what stays here; null: no take-out for a peer. */
  readonly contents: Contents | null;
}

/** Calls of GoMCP's tools, for a person to type or paste there. */
export interface ToolCalls {
  readonly kind: 'tool-calls';
  readonly handshake: string;
  readonly status: string;
  /** To be looked at: without the payload. */
  readonly import: string;
  readonly export: string;
  readonly backup: string;
}

/** Documents that came in one text, in the order they stand there: to be read one after the other. */
export interface Several {
  readonly kind: 'several';
  readonly documents: readonly Blob[];
}

/** What Accept did, if a document goes back to the sender: the reply to a handshake, to a delta request or to a page. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly outcome: Outcome;
  readonly reply: Carried;
}

/** Names long work, so that its progress is told and it can be cancelled. A call takes it as its last argument. */
export interface JobRef {
  readonly jobId: string;
}

export interface ExportedFile {
  readonly kind: 'file';
  readonly file: Blob;
  readonly fileName: string;
}

export interface UndoPreview {
  readonly kind: 'undo-preview';
  readonly dropId: string;
  readonly at: Millis;
  readonly peerName: string;
  readonly facts: number;
  readonly incidents: number;
  readonly conflicts: number;
  /** Facts of this import that were edited or marked since: they stay. */
  readonly kept: readonly FactRow[];
}

/** Documents carried from and to one peer, by month. */
export interface ExchangeCounts {
  readonly kind: 'exchange-counts';
  readonly broughtIn: readonly MonthCount[];
  readonly takenOut: readonly MonthCount[];
}

/** With the domains that the filter offers. */
export type FactRows = Rows<FactRow> & { readonly domains: readonly string[] };

/** With the words that the filters offer. */
export type IncidentRows = Rows<IncidentRow> & { readonly words: IncidentWords };
