/**
 * The node behind the contract: every call goes through `act` (memory is there, deadlines are kept, a failing store becomes a refusal), every commit
 * ends in one snapshot to all who listen.
 */
import type { Nothing } from '../domain/outcome.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { JobProgress, JobRef, PeerApi, Snapshot } from '../peer-api.ts';
import { StoreError } from '../store/database.ts';
import { NodeStore } from '../store/node-store.ts';
import { canonicalHash } from '../wire/canonical.ts';
import { archiveSaved, makeArchive } from './archive/archive.ts';
import { closeArchive, goBack, inspectArchive, restore } from './archive/restore.ts';
import { suggestPassphrase } from './archive/sealed.ts';
import { forgetEverything, letReplacedGo, saveReplaced } from './archive/this-device.ts';
import { expireSilent } from './expire.ts';
import { accept, discard, openGenome, read } from './in/bring-in.ts';
import { settleCloned } from './in/cloned.ts';
import { compareIdentity, fingerprint } from './in/confirm.ts';
import { listConflicts, resolveConflict } from './in/conflicts.ts';
import { addGene } from './in/genome.ts';
import { confirmArrival } from './in/gomcp-reports.ts';
import { handshakeAgain, newHandshake, withdrawHandshake } from './in/pair.ts';
import { chooseRows, previewRows } from './in/preview-rows.ts';
import { backupRows, clearBackup, takeOutBackup } from './in/recover.ts';
import { Job } from './job.ts';
import { exchangeCounts, factCounts } from './lists/counts.ts';
import { addFact, deleteFact, editFact, findFacts, markFact } from './lists/facts.ts';
import { addIncident, changeIncident, listIncidents } from './lists/incidents.ts';
import { checkJournal, exportJournal, listJournal } from './lists/journal.ts';
import type { NodeContext, Platform } from './node-context.ts';
import { takeOutCall, toolCalls } from './out/gomcp-calls.ts';
import { leaveOut } from './out/leave-out.ts';
import { carriedOut } from './out/make-ready.ts';
import { takeOut } from './out/take-out.ts';
import { makeSnapshot } from './snapshot.ts';
import { setForgetAfter, setPeerTimeout, startNode } from './this-node.ts';
import { forgetBrought, inspectForget } from './undo/forget.ts';
import { forgetPeer, forgetSilent } from './undo/forget-peer.ts';
import { inspectUndo, undoImport } from './undo/undo.ts';

/** Milliseconds between two tries to keep a deadline that could not be kept. */
const REST = 60_000;

type Listener = (snapshot: Snapshot) => unknown;
type Watcher = (progress: JobProgress) => unknown;

export interface PeerService {
  readonly api: PeerApi;
  /** The bell rang: a deadline may have passed. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** `name` is that of the database, the lock and the channel. Opens memory at once; calls wait for it. */
export function createPeerService(name: string, platform: Platform): PeerService {
  const listeners = new Set<Listener>();
  const watchers = new Set<Watcher>();
  const jobs = new Map<string, Job>();
  let problem: Refusal | null = null;
  /** After a failure the bell rests: a deadline that can not be kept now would ring it without end. */
  let restUntil = 0;
  const store = new NodeStore(name, {
    committed: publish,
    movedElsewhere: () => {
      ready = open();
    },
    hashLine: canonicalHash,
  });
  const node: NodeContext = {
    store,
    platform,
    previews: new Map(),
    handedOut: new Map(),
    waitingArchive: null,
    archived: null,
  };
  let ready = store.stagings.clearLeftBehind().then(open, open); // Where memory can not be opened, `open` says so.

  function publish(): void {
    const snapshot = makeSnapshot(store, problem);
    setBell();
    for (const listener of listeners) listener(snapshot);
  }

  function setBell(): void {
    const deadline = store.registry?.nextDeadline() ?? null;
    platform.wakeAt(deadline === null ? null : Math.max(deadline, restUntil));
  }

  async function open(): Promise<void> {
    try {
      await store.refresh();
      problem = null;
    } catch (error) {
      restUntil = platform.now() + REST;
      problem = refusalOf(error);
    }
    publish();
  }

  /** The one way into the node: memory is there, deadlines are asked for, and what the store could not do is a refusal after which memory is read again. */
  async function act<T>(work: () => Promise<T>): Promise<T | Refusal> {
    return attempt(async () => {
      await keepDeadlines();
      await store.settled();
      return work();
    });
  }

  /** The same for what rests on trust: a deadline that could not be kept means that nobody knows who is trusted. */
  async function actOnTrust<T>(work: () => Promise<T>): Promise<T | Refusal> {
    return attempt(async () => {
      const problem = await keepDeadlines();
      await store.settled();
      return problem ?? work();
    });
  }

  async function attempt<T>(work: () => Promise<T>): Promise<T | Refusal> {
    await ready;
    if (problem) {
      ready = open(); // The person tries again: so do we.
      await ready;
      if (problem) return problem;
    }
    try {
      return await work();
    } catch (error) {
      const refusal = noted(error);
      ready = open();
      return refusal;
    }
  }

  /** What could not be stored is written down as soon as anything can be. */
  function noted(error: unknown): Refusal {
    const refusal = refusalOf(error);
    store.noteLater({ kind: 'failed', at: platform.now(), subject: refusal.code });
    return refusal;
  }

  /** A full disk must not keep a person from looking, carrying out and deleting: what went wrong is returned. */
  async function keepDeadlines(): Promise<Refusal | null> {
    try {
      await expireSilent(node);
      return null;
    } catch (error) {
      restUntil = platform.now() + REST;
      await store.refresh();
      return noted(error);
    }
  }

  /** Long work: a person may watch it under that name, and stop it. An archive rests on nobody's trust, and is what a full disk needs first: `enter` is `act` for it. */
  async function asJob<T>(
    ref: JobRef | undefined,
    work: (job: Job) => Promise<T>,
    enter: typeof act = actOnTrust,
  ): Promise<T | Refusal | Nothing> {
    const jobId = ref?.jobId ?? crypto.randomUUID();
    const job = new Job((progress) => {
      for (const watcher of watchers) watcher({ ...progress, jobId });
    });
    jobs.set(jobId, job);
    try {
      return await enter(() => work(job));
    } catch (error) {
      if (!job.signal.aborted) throw error;
      return { kind: 'nothing', why: 'stopped' };
    } finally {
      job.end();
      jobs.delete(jobId);
    }
  }

  const api: PeerApi = {
    async subscribe(listener, watcher) {
      await ready;
      await store.settled();
      listeners.add(listener);
      watchers.add(watcher);
      listener(makeSnapshot(store, problem));
    },
    async wake() {
      await act(async () => undefined);
    },
    async stop(jobId) {
      jobs.get(jobId)?.stop();
    },
    startNode: (nodeName) => act(() => startNode(node, nodeName)),
    setPeerTimeout: (timeout) => act(() => setPeerTimeout(node, timeout)),
    setForgetAfter: (after) => act(() => setForgetAfter(node, after)),
    openGenome: (file) => asJob(undefined, (job) => openGenome(node, file, job)),
    addGene: (gene) => act(() => addGene(node, gene)),
    makeArchive: (passphrase, ref) => asJob(ref, (job) => makeArchive(node, passphrase, job), act),
    archiveSaved: () => act(() => archiveSaved(node)),
    openArchive: (file, passphrase, ref) => asJob(ref, (job) => inspectArchive(node, file, passphrase, job), act),
    async closeArchive() {
      await act(() => closeArchive(node));
    },
    restoreArchive: (id, ref) => asJob(ref, (job) => restore(node, id, job), act),
    saveReplaced: () => act(() => saveReplaced(node)),
    goBack: (ref) => asJob(ref, (job) => goBack(node, job), act),
    letReplacedGo: () => act(() => letReplacedGo(node)),
    suggestPassphrase: () => suggestPassphrase(platform),
    forgetEverything: () => act(() => forgetEverything(node)),
    newHandshake: (peerId) => actOnTrust(() => newHandshake(node, peerId)),
    handshakeAgain: (nonce) => actOnTrust(() => handshakeAgain(node, nonce)),
    withdrawHandshake: (nonce) => act(() => withdrawHandshake(node, nonce)),
    read: (input, ref) => asJob(ref, (job) => read(node, input, job)),
    previewRows: (id, bucket, search, range) => act(() => previewRows(node, id, bucket, search, range)),
    chooseRows: (id, bucket, which, choice) => act(() => chooseRows(node, id, bucket, which, choice)),
    accept: (id, ref) => asJob(ref, (job) => accept(node, id, job)),
    fingerprint: (peerId) => act(() => fingerprint(node, peerId)),
    compareIdentity: (peerId, hash, matched) => act(() => compareIdentity(node, peerId, hash, matched)),
    settleCloned: (peerId) => act(() => settleCloned(node, peerId)),
    discard: (id) => act(() => discard(node, id)),
    takeOut: (peerId, scope, ref) => asJob(ref, (job) => takeOut(node, peerId, scope, job)),
    leaveOut: (peerId, domain, isLeftOut) => act(() => leaveOut(node, peerId, domain, isLeftOut)),
    carriedOut: (id) => act(() => carriedOut(node, id)),
    confirmArrival: (peerId) => act(() => confirmArrival(node, peerId)),
    toolCalls: (peerId) => act(() => toolCalls(node, peerId)),
    takeOutCall: (peerId, scope, ref) => asJob(ref, (job) => takeOutCall(node, peerId, scope, job)),
    takeOutBackup: (peerId, to, form, ref) => asJob(ref, (job) => takeOutBackup(node, peerId, to, form, job)),
    clearBackup: (peerId) => act(() => clearBackup(node, peerId)),
    backupRows: (peerId, range) => act(() => backupRows(node, peerId, range)),
    inspectForget: (peerId) => act(() => inspectForget(node, peerId)),
    forgetPeer: (peerId, what, evenBackup) => act(() => forgetPeer(node, peerId, what, evenBackup)),
    forgetBrought: (peerId) => act(() => forgetBrought(node, peerId)),
    forgetSilent: (olderThan, evenBackups) => act(() => forgetSilent(node, olderThan, evenBackups)),
    addFact: (draft) => act(() => addFact(node, draft)),
    editFact: (id, draft, seen) => act(() => editFact(node, id, draft, seen)),
    markFact: (id, mark, on) => act(() => markFact(node, id, mark, on)),
    deleteFact: (id) => act(() => deleteFact(node, id)),
    facts: (query, range) => act(() => findFacts(node, query, range)),
    factCounts: () => act(() => factCounts(node)),
    exchangeCounts: (peerId) => act(() => exchangeCounts(node, peerId)),
    incidents: (query, range) => act(() => listIncidents(node, query, range)),
    addIncident: (draft) => act(() => addIncident(node, draft)),
    changeIncident: (key, draft, seen) => act(() => changeIncident(node, key, draft, seen)),
    conflicts: (range) => act(() => listConflicts(node, range)),
    resolveConflict: (key, choice) => act(() => resolveConflict(node, key, choice)),
    journal: (query, range) => act(() => listJournal(node, query, range)),
    checkJournal: () => act(() => checkJournal(node)),
    exportJournal: () => act(() => exportJournal(node)),
    inspectUndo: (dropId) => act(() => inspectUndo(node, dropId)),
    undoImport: (dropId) => act(() => undoImport(node, dropId)),
  };
  const tick = async () => {
    await api.wake();
    setBell(); // It may have rung early: clocks are set back, and sleeps have a longest length.
  };
  return { api, tick, close: () => store.close() };
}

/** A store that fails is expected; anything else is a bug, and stays one. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof StoreError) return refuse(error.code, { found: error.message });
  throw error;
}
