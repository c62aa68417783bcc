/**
 * What the worker answers if the answer is not an outcome: rows of a list, documents to carry, files. Types, and one
 * function that tells an outcome from them.
 */
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

/** A document that can be carried now. It is made before the button that copies it is enabled. */
export interface Carried {
  readonly kind: 'carried';
  readonly documentKind: DocumentKind;
  readonly dropId: string;
  /** The text itself if it fits a clipboard (256 KiB). null: it leaves as a file or through the share sheet. */
  readonly text: string | null;
  readonly file: Blob;
  readonly fileName: string;
  readonly factCount: number;
  readonly incidentCount: number;
  /** What is in it, and what stays here. null: it was not taken out for a peer. */
  readonly contents: Contents | null;
  /** What a person types at a GoMCP node instead: no tool of GoMCP reads this document. Absent: a tool reads it. */
  readonly instead?: CallInstead;
}

export interface CallInstead {
  readonly tool: 'peer_handshake' | 'delta_sync' | 'list_genes';
  readonly call: string;
  /** The other node is GoMCP, as far as can be told. false: it may be, and may also be a node that reads documents. */
  readonly isLikely: boolean;
}

/** Calls of GoMCP's tools, which a person types or pastes there. */
export interface ToolCalls {
  readonly kind: 'tool-calls';
  readonly handshake: string;
  readonly status: string;
  /** Without the payload: it is shown, not pasted. */
  readonly import: string;
  readonly export: string;
  readonly delta: string;
  /** `peer_handshake` and the export in one. */
  readonly resonance: string;
  readonly backup: string;
  readonly genes: string;
}

/** The documents of one text, in the order in which they stand there. They are read one after the other. */
export interface Several {
  readonly kind: 'several';
  readonly documents: readonly Blob[];
}

/** What Accept did, if a document goes back to the sender: the reply to a handshake, a delta request or a page. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly outcome: Outcome;
  readonly reply: Carried;
}

/** Names long work, so that a person can watch and cancel it. A call takes it as its last argument. */
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
  /** Facts of this import that a person edited or marked since. They stay. */
  readonly staying: readonly FactRow[];
}

/** How many documents came from one peer and went to it, by month. */
export interface ExchangeCounts {
  readonly kind: 'exchange-counts';
  readonly broughtIn: readonly MonthCount[];
  readonly takenOut: readonly MonthCount[];
}

/** With the domains that the filter offers. */
export type FactRows = Rows<FactRow> & { readonly domains: readonly string[] };

/** With the words that the filters offer. */
export type IncidentRows = Rows<IncidentRow> & { readonly words: IncidentWords };

/** The outcome alone, without the document that may go back to the sender. */
export function outcomeOf(result: Accepted | Outcome): Outcome {
  return result.kind === 'accepted' ? result.outcome : result;
}
