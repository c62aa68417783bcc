/**
 * The contract between page and worker: types only, imported by both. A person's act is a call that returns an outcome (or what is to be carried);
 * what the screen shows comes from the snapshot, or from a query for a window of rows. Refusals are values; a rejected promise is a bug.
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
import type { ArchiveHolds, ArchiveLacks, ArchivePreview, SealedArchive } from './domain/archive.ts';
import type { ConflictChoice, ConflictRow, Version } from './domain/conflict.ts';
import type { Contents } from './domain/contents.ts';
import type { Fact, FactDraft } from './domain/fact.ts';
import type { FactMark, FactQuery, FactRow } from './domain/fact-list.ts';
import type { FactCounts, MonthCount } from './domain/fact-tally.ts';
import type { Fingerprint } from './domain/fingerprint.ts';
import type { ForgetPreview, ForgetWhat } from './domain/forget.ts';
import type { IncidentDraft } from './domain/incident.ts';
import type { IncidentQuery, IncidentRow } from './domain/incident-list.ts';
import type { JournalQuery, JournalRow, JournalState } from './domain/journal.ts';
import type { Nothing, Outcome } from './domain/outcome.ts';
import type {
  BucketName,
  Chosen,
  ChosenCounts,
  PayloadPreview,
  Preview,
  PreviewAct,
  PreviewRow,
  PreviewRows,
  RowChoice,
  RowsPreview,
  WhichRows,
} from './domain/preview.ts';
import type { Refusal } from './domain/refusal.ts';
import type {
  ArchiveView,
  BackupView,
  HandshakeView,
  NodeView,
  PeerView,
  ReplacedView,
  Snapshot,
} from './domain/snapshot.ts';
import type { BucketCounts, IncidentCounts } from './domain/sort-payload.ts';
import type { Progress } from './domain/steps.ts';
import type { Millis } from './domain/time.ts';

export interface PeerApi {
  /** Calls `listener` with the newest snapshot now and after every commit, of this tab or another, and `watcher` with how far long work is. */
  subscribe(
    listener: ((snapshot: Snapshot) => void) & ProxyMarked,
    watcher: ((progress: JobProgress) => void) & ProxyMarked,
  ): Promise<void>;
  /** The page became visible again: deadlines may have passed while timers were frozen. */
  wake(): Promise<void>;

  /** Long work that was given a name ends with the outcome `stopped`, and nothing is changed; where it is too late for that, it is done. */
  stop(jobId: string): Promise<void>;

  startNode(nodeName: string): Promise<Outcome>;
  /** Milliseconds; a peer silent for longer expires. */
  setPeerTimeout(timeout: Millis): Promise<Outcome>;
  /** Forget expired peers after this many milliseconds of silence; null: never. */
  setForgetAfter(after: Millis | null): Promise<Outcome>;

  // archive and restore
  /** One file with everything; `passphrase` null: without the key, and for everybody to read. */
  makeArchive(passphrase: string | null, job?: JobRef): Promise<ExportedFile | Refusal | Nothing>;
  /** The file that was made last has left this browser. */
  archiveSaved(): Promise<Outcome>;
  openArchive(
    file: Blob,
    passphrase: string | null,
    job?: JobRef,
  ): Promise<ArchivePreview | SealedArchive | Refusal | Nothing>;
  /** The person decided against it. */
  closeArchive(): Promise<void>;
  /** Replaces everything by it. */
  restoreArchive(previewId: number, job?: JobRef): Promise<Outcome>;
  /** What was here before the last restore: as a file, once more in its place, or let go. */
  saveReplaced(): Promise<ExportedFile | Refusal>;
  goBack(job?: JobRef): Promise<Outcome>;
  letReplacedGo(): Promise<Outcome>;
  /** Six words that nobody can guess. */
  suggestPassphrase(): Promise<string>;
  /** Nothing of this node is left on this device. */
  forgetEverything(): Promise<Outcome>;

  // genome
  /** Reads a genome file. The first genome of a node is taken at once; anything that would change one is previewed. */
  openGenome(file: Blob): Promise<Preview | Outcome>;
  addGene(gene: { id: string; content: string; domain: string }): Promise<Outcome>;

  // pair
  /** A handshake request of ours, for `peerId` or for whoever answers. */
  newHandshake(peerId: string | null): Promise<Carried | Refusal>;
  /** An open request once more, to be carried again. */
  handshakeAgain(nonce: string): Promise<Carried | Refusal>;
  withdrawHandshake(nonce: string): Promise<Outcome>;

  // confirm in person
  fingerprint(peerId: string): Promise<Fingerprint | Refusal>;
  /** What two people said of the fingerprint with that hash. */
  compareIdentity(peerId: string, hash: string, matched: boolean): Promise<Outcome>;
  /** The person has seen to it that one device alone uses this peer's key: the warning is put away until the next clash. */
  settleCloned(peerId: string): Promise<Outcome>;

  // bring in
  /** `job`, here and below: names the work, so that its progress is told and it can be cancelled. */
  read(
    input: string | Blob,
    job?: JobRef,
  ): Promise<Preview | Several | ArchivePreview | SealedArchive | Refusal | Nothing>;
  /** `search`: case-insensitive part of a row; empty: all rows. */
  previewRows(previewId: number, bucket: BucketName, search: string, range: Range): Promise<PreviewRows | Refusal>;
  /** What Accept is to do with these rows. */
  chooseRows(previewId: number, bucket: BucketName, which: WhichRows, choice: RowChoice): Promise<Chosen | Refusal>;
  /** `accepted` if something goes back to the sender, else the outcome alone. */
  accept(previewId: number, job?: JobRef): Promise<Accepted | Outcome>;
  discard(previewId: number): Promise<Outcome>;

  // take out
  takeOut(peerId: string, scope: TakeOutScope, job?: JobRef): Promise<Carried | Refusal | Nothing>;
  /** Facts of this domain (empty: those without one) do not go to that peer, or go again. Genes always do. */
  leaveOut(peerId: string, domain: string, isLeftOut: boolean): Promise<Outcome>;
  /** The text was copied, shared or saved: what was handed over is recorded. */
  carriedOut(dropId: string): Promise<Outcome>;
  /** Everything handed over so far to a peer that sends no receipts has arrived: the person says so. */
  confirmArrival(peerId: string): Promise<Outcome>;

  // on the other side, where that is a GoMCP node
  toolCalls(peerId: string): Promise<ToolCalls | Refusal>;
  /** As `takeOut`, inside of the call that has GoMCP take it in; the drop is the payload's. */
  takeOutCall(peerId: string, scope: TakeOutScope, job?: JobRef): Promise<Carried | Refusal | Nothing>;

  // recover
  /** The backup kept for `peerId`, made ready for `toPeerId`: as a payload it can take in, or raw. */
  takeOutBackup(peerId: string, toPeerId: string, form: BackupForm, job?: JobRef): Promise<Carried | Refusal | Nothing>;
  clearBackup(peerId: string): Promise<Outcome>;
  backupRows(peerId: string, range: Range): Promise<Rows<Fact> | Refusal>;

  // forget
  /** What forgetting a peer, or what it brought, would take away, and what stays. */
  inspectForget(peerId: string): Promise<ForgetPreview | Refusal>;
  /** `evenBackup`: although what is kept for it was never handed back; else that is refused. */
  forgetPeer(peerId: string, what: ForgetWhat, evenBackup: boolean): Promise<Outcome>;
  /** What it brought, as if it had never come; the peer stays. */
  forgetBrought(peerId: string): Promise<Outcome>;
  /** Peers that expired and were silent for longer than so many milliseconds; those with a backup only with `evenBackups`. */
  forgetSilent(olderThan: Millis, evenBackups: boolean): Promise<Outcome>;

  // facts
  addFact(draft: FactDraft): Promise<Outcome>;
  /** `seen`: the state that the person saw when beginning to change it, `seq` of its row. */
  editFact(id: string, draft: FactDraft, seen?: number): Promise<Outcome>;
  markFact(id: string, mark: FactMark, on: boolean): Promise<Outcome>;
  deleteFact(id: string): Promise<Outcome>;
  /** Newest change first. */
  facts(query: FactQuery, range: Range): Promise<FactRows | Refusal>;
  /** Of all that `facts` finds unfiltered. */
  factCounts(): Promise<FactCounts | Refusal>;
  exchangeCounts(peerId: string): Promise<ExchangeCounts | Refusal>;

  // conflicts: versions kept beside ours until a person chooses
  conflicts(range: Range): Promise<Rows<ConflictRow> | Refusal>;
  resolveConflict(key: string, choice: ConflictChoice): Promise<Outcome>;

  /** Newest change first. */
  incidents(query: IncidentQuery, range: Range): Promise<IncidentRows | Refusal>;
  addIncident(draft: IncidentDraft): Promise<Outcome>;
  /** Only an incident of this node: what others say of theirs is theirs. */
  changeIncident(key: string, draft: IncidentDraft, seen?: number): Promise<Outcome>;

  // journal
  /** Newest first. */
  journal(query: JournalQuery, range: Range): Promise<Rows<JournalRow> | Refusal>;
  /** Walks the whole chain: is every line what the one behind it was written after? */
  checkJournal(): Promise<JournalState | Refusal>;
  /** The whole journal as JSON Lines. */
  exportJournal(): Promise<ExportedFile | Refusal>;
  /** What undoing an import would take out, and what stays because somebody touched it since. */
  inspectUndo(dropId: string): Promise<UndoPreview | Refusal>;
  undoImport(dropId: string): Promise<Outcome>;
}

/** What the page calls. */
export type PageApi = Omit<PeerApi, 'subscribe' | 'wake' | 'stop'>;

/** The page's end of the worker, as the screens see it. */
export interface PeerClient {
  /** The latest snapshot; null until the worker has answered once. */
  readonly snapshot: Snapshot | null;
  /** Calls back on every new snapshot, and at once if there is one; returns the unsubscribe. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Calls back with how far long work is; returns the unsubscribe. */
  onProgress(listener: (progress: JobProgress) => void): () => void;
  /** Stops long work. A worker that does not hear it in time is ended: then too nothing is changed. */
  stop(jobId: string): void;
  /** A call settles with the refusal `worker-died` when its worker does. */
  readonly api: PageApi;
}

export interface JobProgress extends Progress {
  readonly jobId: string;
}

export type * from './domain/answers.ts';
export type {
  ArchiveHolds,
  ArchiveLacks,
  ArchivePreview,
  ArchiveView,
  BackupView,
  BucketCounts,
  BucketName,
  Chosen,
  ChosenCounts,
  ConflictChoice,
  ConflictRow,
  Contents,
  FactCounts,
  FactMark,
  FactQuery,
  FactRow,
  Fingerprint,
  ForgetPreview,
  ForgetWhat,
  HandshakeView,
  IncidentCounts,
  IncidentQuery,
  IncidentRow,
  JournalQuery,
  JournalRow,
  JournalState,
  MonthCount,
  NodeView,
  PayloadPreview,
  PeerView,
  Preview,
  PreviewAct,
  PreviewRow,
  PreviewRows,
  ReplacedView,
  RowChoice,
  RowsPreview,
  SealedArchive,
  Snapshot,
  Version,
  WhichRows,
};
