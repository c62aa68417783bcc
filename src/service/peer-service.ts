/**
 * The service behind the contract of peer-api.ts: the table of its calls, each with its way in (acts.ts), and the
 * snapshot that is published after every commit.
 */
import { wellFormed } from '../domain/well-formed.ts';
import type { JobProgress, PeerApi, Snapshot } from '../peer-api.ts';
import { NodeStore } from '../store/node-store.ts';
import { canonicalHash } from '../wire/canonical.ts';
import { Acts } from './acts.ts';
import { archiveSaved, makeArchive } from './archive/archive.ts';
import { closeArchive, goBack, inspectArchive, restoreArchive } from './archive/restore.ts';
import { suggestPassphrase } from './archive/sealed.ts';
import { forgetEverything, letReplacedGo, saveReplaced } from './archive/this-device.ts';
import { accept, discard, openGenome, read } from './in/bring-in.ts';
import { settleCloned } from './in/cloned.ts';
import { compareIdentity, fingerprint } from './in/confirm.ts';
import { listConflicts, resolveConflict } from './in/conflicts.ts';
import { addGene } from './in/genome.ts';
import { confirmArrival } from './in/gomcp-reports.ts';
import { chooseRows, previewRows } from './in/preview-rows.ts';
import { backupRows, clearBackup, takeOutBackup } from './in/recover.ts';
import { exchangeCounts, factCounts } from './lists/counts.ts';
import { addFact, deleteFact, editFact, findFacts, markFact } from './lists/facts.ts';
import { addIncident, changeIncident, listIncidents } from './lists/incidents.ts';
import { checkJournal, exportJournal, listJournal } from './lists/journal.ts';
import type { Environment, ServiceContext } from './node-context.ts';
import { takeOutCall, toolCalls } from './out/gomcp-calls.ts';
import { handshakeAgain, newHandshake, withdrawHandshake } from './out/handshake-requests.ts';
import { leaveOut } from './out/leave-out.ts';
import { carriedOut } from './out/make-ready.ts';
import { takeOut } from './out/take-out.ts';
import { makeSnapshot } from './snapshot.ts';
import { setForgetAfter, setPeerTimeout, startNode } from './this-node.ts';
import { forgetBrought, inspectForget } from './undo/forget.ts';
import { forgetPeer, forgetSilent } from './undo/forget-peer.ts';
import { inspectUndo, undoImport } from './undo/undo.ts';

type Listener = (snapshot: Snapshot) => unknown;
type Watcher = (progress: JobProgress) => unknown;

export interface PeerService {
  readonly api: PeerApi;
  /** The bell rang: a peer may have been silent for too long. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** `name` is the name of the database, its locks and its channel. Memory is opened at once, and calls wait for it. */
export function createPeerService(name: string, environment: Environment): PeerService {
  const listeners = new Set<Listener>();
  const watchers = new Set<Watcher>();
  const store = new NodeStore(name, {
    committed: publish,
    movedElsewhere: () => acts.reopen(),
    hashLine: canonicalHash,
  });
  const context: ServiceContext = {
    store,
    environment,
    previews: new Map(),
    readyDrops: new Map(),
    waitingArchive: null,
    archiveMade: null,
  };
  const acts = new Acts(context, publish, (progress) => {
    for (const watcher of watchers) watcher(progress);
  });
  const { act, actOnTrust, actOnMemory, actOnArrival, asJob } = acts;

  function publish(): void {
    const snapshot = makeSnapshot(store, acts.problem);
    setBell();
    for (const listener of listeners) listener(snapshot);
  }

  function setBell(): void {
    const deadline = store.registry?.nextDeadline() ?? null;
    environment.wakeAt(deadline === null ? null : Math.max(deadline, acts.restUntil));
  }

  const api: PeerApi = {
    async subscribe(listener, watcher) {
      await acts.whenReady();
      listeners.add(listener);
      watchers.add(watcher);
      listener(makeSnapshot(store, acts.problem));
    },
    async wake() {
      await actOnMemory(async () => undefined);
    },
    async stop(jobId) {
      acts.stop(jobId);
    },
    startNode: (nodeName) => actOnMemory((context) => startNode(context, wellFormed(nodeName))),
    setPeerTimeout: (timeout) => act((node) => setPeerTimeout(node, timeout)),
    setForgetAfter: (after) => act((node) => setForgetAfter(node, after)),
    openGenome: (file) => asJob(actOnTrust, undefined, (node, job) => openGenome(node, file, job)),
    addGene: (gene) => act((node) => addGene(node, wellFormed(gene))),
    makeArchive: (passphrase, ref) => asJob(act, ref, (node, job) => makeArchive(node, passphrase, job)),
    archiveSaved: () => act((node) => archiveSaved(node)),
    openArchive: (file, passphrase, ref) =>
      asJob(actOnMemory, ref, (context, job) => inspectArchive(context, file, passphrase, job)),
    async closeArchive() {
      await actOnMemory((context) => closeArchive(context));
    },
    restoreArchive: (id, ref) => asJob(actOnMemory, ref, (context, job) => restoreArchive(context, id, job)),
    saveReplaced: () => actOnMemory((context) => saveReplaced(context)),
    goBack: (ref) => asJob(actOnMemory, ref, (context, job) => goBack(context, job)),
    letReplacedGo: () => actOnMemory((context) => letReplacedGo(context)),
    suggestPassphrase: () => suggestPassphrase(environment),
    forgetEverything: () => actOnMemory((context) => forgetEverything(context)),
    newHandshake: (peerId) => actOnTrust((node) => newHandshake(node, peerId)),
    handshakeAgain: (nonce) => actOnTrust((node) => handshakeAgain(node, nonce)),
    withdrawHandshake: (nonce) => act((node) => withdrawHandshake(node, nonce)),
    read: (input, ref) => asJob(actOnArrival, ref, (context, job) => read(context, input, job)),
    previewRows: (id, bucket, search, range) => act((node) => previewRows(node, id, bucket, search, range)),
    chooseRows: (id, bucket, which, choice) => act((node) => chooseRows(node, id, bucket, which, choice)),
    accept: (id, ref) => asJob(actOnTrust, ref, (node, job) => accept(node, id, job)),
    fingerprint: (peerId) => act((node) => fingerprint(node, peerId)),
    compareIdentity: (peerId, hash, matched) => act((node) => compareIdentity(node, peerId, hash, matched)),
    settleCloned: (peerId) => act((node) => settleCloned(node, peerId)),
    discard: (id) => act((node) => discard(node, id)),
    takeOut: (peerId, scope, ref) => asJob(actOnTrust, ref, (node, job) => takeOut(node, peerId, scope, job)),
    leaveOut: (peerId, domain, isLeftOut) => act((node) => leaveOut(node, peerId, domain, isLeftOut)),
    carriedOut: (id) => act((node) => carriedOut(node, id)),
    confirmArrival: (peerId) => act((node) => confirmArrival(node, peerId)),
    toolCalls: (peerId) => act((node) => toolCalls(node, peerId)),
    takeOutCall: (peerId, scope, ref) => asJob(actOnTrust, ref, (node, job) => takeOutCall(node, peerId, scope, job)),
    takeOutBackup: (peerId, to, form, ref) =>
      asJob(actOnTrust, ref, (node, job) => takeOutBackup(node, peerId, to, form, job)),
    clearBackup: (peerId) => act((node) => clearBackup(node, peerId)),
    backupRows: (peerId, range) => act((node) => backupRows(node, peerId, range)),
    inspectForget: (peerId) => act((node) => inspectForget(node, peerId)),
    forgetPeer: (peerId, what, evenBackup) => act((node) => forgetPeer(node, peerId, what, evenBackup)),
    forgetBrought: (peerId) => act((node) => forgetBrought(node, peerId)),
    forgetSilent: (olderThan, evenBackups) => act((node) => forgetSilent(node, olderThan, evenBackups)),
    addFact: (draft) => act((node) => addFact(node, wellFormed(draft))),
    editFact: (id, draft, seen) => act((node) => editFact(node, id, wellFormed(draft), seen)),
    markFact: (id, mark, on) => act((node) => markFact(node, id, mark, on)),
    deleteFact: (id) => act((node) => deleteFact(node, id)),
    facts: (query, range) => act((node) => findFacts(node, query, range)),
    factCounts: () => act((node) => factCounts(node)),
    exchangeCounts: (peerId) => act((node) => exchangeCounts(node, peerId)),
    incidents: (query, range) => act((node) => listIncidents(node, query, range)),
    addIncident: (draft) => act((node) => addIncident(node, wellFormed(draft))),
    changeIncident: (key, draft, seen) => act((node) => changeIncident(node, key, wellFormed(draft), seen)),
    conflicts: (range) => act((node) => listConflicts(node, range)),
    resolveConflict: (key, choice) => act((node) => resolveConflict(node, key, choice)),
    journal: (query, range) => act((node) => listJournal(node, query, range)),
    checkJournal: () => act((node) => checkJournal(node)),
    exportJournal: () => act((node) => exportJournal(node)),
    inspectUndo: (dropId) => act((node) => inspectUndo(node, dropId)),
    undoImport: (dropId) => act((node) => undoImport(node, dropId)),
  };
  const tick = async () => {
    await api.wake();
    setBell(); // It may have rung too early: a clock can be set back, and a sleep has a longest length.
  };
  return { api, tick, close: () => store.close() };
}
