/**
 * The contract between page and worker: types only, imported by both (ARCHITECTURE "The flow"). An act of a person is a
 * call that returns an outcome, a preview, or a document to carry. What the screen shows is the snapshot, or the answer
 * to a query for a window of rows. Refusals are values. A promise that rejects is a bug.
 */
import type { ProxyMarked } from 'comlink';
import type {
  Accepted,
  BackupForm,
  Carried,
  ExchangeCounts,
  ExportedFile,
  FactRows,
  IncidentRows,
  JobRef,
  Range,
  Rows,
  Several,
  TakeOutScope,
  ToolCalls,
  UndoPreview,
} from './domain/answers.ts';
import type { ArchivePreview, SealedArchive } from './domain/archive.ts';
import type { ConflictChoice, ConflictRow } from './domain/conflict.ts';
import type { Fact, FactDraft } from './domain/fact.ts';
import type { FactMark, FactQuery } from './domain/fact-list.ts';
import type { FactCounts } from './domain/fact-tally.ts';
import type { Fingerprint } from './domain/fingerprint.ts';
import type { ForgetPreview, ForgetWhat } from './domain/forget.ts';
import type { IncidentDraft } from './domain/incident.ts';
import type { IncidentQuery } from './domain/incident-list.ts';
import type { JournalQuery, JournalRow, JournalState } from './domain/journal.ts';
import type { Nothing, Outcome } from './domain/outcome.ts';
import type { BucketName, Chosen, Preview, PreviewRows, RowChoice, WhichRows } from './domain/preview.ts';
import type { Refusal } from './domain/refusal.ts';
import type { Snapshot } from './domain/snapshot.ts';
import type { Progress } from './domain/steps.ts';
import type { Millis } from './domain/time.ts';

export interface PeerApi {
  /**
   * Calls `listener` with the latest snapshot now and after every commit, of this tab or another. Calls `watcher` with
   * the progress of jobs.
   */
  subscribe(
    listener: ((snapshot: Snapshot) => void) & ProxyMarked,
    watcher: ((progress: JobProgress) => void) & ProxyMarked,
  ): Promise<void>;
  /** The page became visible again. Peers may have expired while its timers were frozen. */
  wake(): Promise<void>;

  /** Stops a job. It ends with the outcome `stopped`, and nothing is changed. If that is too late, it is done. */
  stop(jobId: string): Promise<void>;

  startNode(nodeName: string): Promise<Outcome>;
  /** A peer that is silent for so many milliseconds expires. */
  setPeerTimeout(timeout: Millis): Promise<Outcome>;
  /** Expired peers are forgotten after so many milliseconds of silence. null: never. */
  setForgetAfter(after: Millis | null): Promise<Outcome>;

  // archive and restore
  /** One file with everything. `passphrase` null: it has no key, and everybody can read it. */
  makeArchive(passphrase: string | null, job?: JobRef): Promise<ExportedFile | Refusal | Nothing>;
  /** A person saved the archive that was made last. */
  archiveSaved(): Promise<Outcome>;
  openArchive(
    file: Blob,
    passphrase: string | null,
    job?: JobRef,
  ): Promise<ArchivePreview | SealedArchive | Refusal | Nothing>;
  /** The person decided against the archive that was opened. */
  closeArchive(): Promise<void>;
  /** Replaces everything by the archive. */
  restoreArchive(previewId: number, job?: JobRef): Promise<Outcome>;
  // what was here before the last restore: as a file, in its place again, or deleted
  saveReplaced(): Promise<ExportedFile | Refusal>;
  goBack(job?: JobRef): Promise<Outcome>;
  letReplacedGo(): Promise<Outcome>;
  /** Six words that nobody can guess. */
  suggestPassphrase(): Promise<string>;
  /** Deletes everything of this node on this device. */
  forgetEverything(): Promise<Outcome>;

  // genome
  /** Reads a genome file. The first genome of a node is taken in at once. What adds to a genome is previewed. */
  openGenome(file: Blob): Promise<Preview | Outcome>;
  addGene(gene: { id: string; content: string; domain: string }): Promise<Outcome>;

  // pair
  /** A handshake request. `peerId` null: for whoever answers. */
  newHandshake(peerId: string | null): Promise<Carried | Refusal>;
  /** The same open request, to be carried again. */
  handshakeAgain(nonce: string): Promise<Carried | Refusal>;
  withdrawHandshake(nonce: string): Promise<Outcome>;

  // confirm in person
  fingerprint(peerId: string): Promise<Fingerprint | Refusal>;
  /** Whether the fingerprint with this hash was the same on both screens. */
  compareIdentity(peerId: string, hash: string, matched: boolean): Promise<Outcome>;
  /** Puts away the warning that this peer's key is used on two devices, until the next clash. */
  settleCloned(peerId: string): Promise<Outcome>;

  // bring in
  /** `job`: names the work, so that its progress is told and it can be stopped. */
  read(
    input: string | Blob,
    job?: JobRef,
  ): Promise<Preview | Several | ArchivePreview | SealedArchive | Refusal | Nothing>;
  /** `search`: part of a row, in any case. Empty: all rows. */
  previewRows(previewId: number, bucket: BucketName, search: string, range: Range): Promise<PreviewRows | Refusal>;
  /** Says what Accept does with these rows. */
  chooseRows(previewId: number, bucket: BucketName, which: WhichRows, choice: RowChoice): Promise<Chosen | Refusal>;
  /** Does what the preview shows. `accepted` if a document goes back to the sender, else the outcome alone. */
  accept(previewId: number, job?: JobRef): Promise<Accepted | Outcome>;
  discard(previewId: number): Promise<Outcome>;

  // take out
  takeOut(peerId: string, scope: TakeOutScope, job?: JobRef): Promise<Carried | Refusal | Nothing>;
  /** Facts of this domain do not go to the peer, or go again. Empty: facts without a domain. Genes always go. */
  leaveOut(peerId: string, domain: string, isLeftOut: boolean): Promise<Outcome>;
  /** The document was copied, shared or saved: that is recorded. */
  carriedOut(dropId: string): Promise<Outcome>;
  /** A person says that everything arrived that was carried out so far for a peer that sends no receipts. */
  confirmArrival(peerId: string): Promise<Outcome>;

  // for a peer that is a GoMCP node
  toolCalls(peerId: string): Promise<ToolCalls | Refusal>;
  /** Like `takeOut`, inside the call by which GoMCP takes it in. The drop id is that of the payload. */
  takeOutCall(peerId: string, scope: TakeOutScope, job?: JobRef): Promise<Carried | Refusal | Nothing>;

  // recover
  /** The backup of `peerId`, made ready for `toPeerId`: as a payload that it can take in, or as a raw gene backup. */
  takeOutBackup(peerId: string, toPeerId: string, form: BackupForm, job?: JobRef): Promise<Carried | Refusal | Nothing>;
  clearBackup(peerId: string): Promise<Outcome>;
  backupRows(peerId: string, range: Range): Promise<Rows<Fact> | Refusal>;

  // forget
  /** What would go, and what would stay, if the peer, or what it brought, were forgotten. */
  inspectForget(peerId: string): Promise<ForgetPreview | Refusal>;
  /** `evenBackup`: although its backup was never handed back. Without it, that is refused. */
  forgetPeer(peerId: string, what: ForgetWhat, evenBackup: boolean): Promise<Outcome>;
  /** Forgets what the peer brought. The peer itself stays. */
  forgetBrought(peerId: string): Promise<Outcome>;
  /**
   * Forgets peers that were silent for longer than `olderThan` milliseconds. Those with a backup only with
   * `evenBackups`.
   */
  forgetSilent(olderThan: Millis, evenBackups: boolean): Promise<Outcome>;

  // facts
  addFact(draft: FactDraft): Promise<Outcome>;
  /** `seenSeq`: `seq` of the row when the person began to edit it. */
  editFact(id: string, draft: FactDraft, seenSeq?: number): Promise<Outcome>;
  markFact(id: string, mark: FactMark, on: boolean): Promise<Outcome>;
  deleteFact(id: string): Promise<Outcome>;
  /** Newest change first. */
  facts(query: FactQuery, range: Range): Promise<FactRows | Refusal>;
  /** Of all facts that `facts` finds without a filter. */
  factCounts(): Promise<FactCounts | Refusal>;
  exchangeCounts(peerId: string): Promise<ExchangeCounts | Refusal>;

  // conflicts: other versions of our facts, until a person chooses
  conflicts(range: Range): Promise<Rows<ConflictRow> | Refusal>;
  resolveConflict(key: string, choice: ConflictChoice): Promise<Outcome>;

  // incidents
  /** Newest change first. */
  incidents(query: IncidentQuery, range: Range): Promise<IncidentRows | Refusal>;
  addIncident(draft: IncidentDraft): Promise<Outcome>;
  /** Only an incident of this node. `seenSeq` as in `editFact`. */
  changeIncident(key: string, draft: IncidentDraft, seenSeq?: number): Promise<Outcome>;

  // journal
  /** Newest first. */
  journal(query: JournalQuery, range: Range): Promise<Rows<JournalRow> | Refusal>;
  /** Verifies the hash chain of the journal. */
  checkJournal(): Promise<JournalState | Refusal>;
  /** The whole journal as JSON Lines. */
  exportJournal(): Promise<ExportedFile | Refusal>;
  /** What would go if the import were undone, and what would stay because a person changed it here. */
  inspectUndo(dropId: string): Promise<UndoPreview | Refusal>;
  undoImport(dropId: string): Promise<Outcome>;
}

/** What the page calls. */
export type PageApi = Omit<PeerApi, 'subscribe' | 'wake' | 'stop'>;

/** The page end of the worker, as the screens see it. */
export interface PeerClient {
  /** The latest snapshot. null: the worker has not answered yet. */
  readonly snapshot: Snapshot | null;
  /** Calls back with every new snapshot, and at once if there is one. Returns the function that ends it. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Calls back with the progress of jobs. Returns the function that ends it. */
  onProgress(listener: (progress: JobProgress) => void): () => void;
  /** Stops a job. If the worker does not hear it in time, the worker is ended: nothing is changed then either. */
  stop(jobId: string): void;
  /** If the worker dies, its calls settle with the refusal `worker-died`. */
  readonly api: PageApi;
}

export interface JobProgress extends Progress {
  readonly jobId: string;
}

export type * from './domain/answers.ts';
export type * from './domain/archive.ts';
export type * from './domain/conflict.ts';
export type * from './domain/contents.ts';
export type * from './domain/fact-list.ts';
export type * from './domain/fact-tally.ts';
export type * from './domain/fingerprint.ts';
export type * from './domain/forget.ts';
export type * from './domain/incident-list.ts';
export type * from './domain/journal.ts';
export type * from './domain/preview.ts';
export type * from './domain/snapshot.ts';
export type * from './domain/sort-payload.ts';
