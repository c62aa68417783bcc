/** The node behind the contract: the table of its calls, each by its way in (acts.ts), and the publishing of every commit. */
import type { JobProgress, PeerApi, Snapshot } from '../peer-api.ts';
import { NodeStore } from '../store/node-store.ts';
import { canonicalHash } from '../wire/canonical.ts';
import { Acts } from './acts.ts';
import { archiveSaved, makeArchive } from './archive/archive.ts';
import { closeArchive, goBack, inspectArchive, restore } from './archive/restore.ts';
import { suggestPassphrase } from './archive/sealed.ts';
import { forgetEverything, letReplacedGo, saveReplaced } from './archive/this-device.ts';
import { accept, discard, openGenome, read } from './in/bring-in.ts';
import { settleCloned } from './in/cloned.ts';
import { compareIdentity, fingerprint } from './in/confirm.ts';
import { listConflicts, resolveConflict } from './in/conflicts.ts';
import { addGene } from './in/genome.ts';
import { confirmArrival } from './in/gomcp-reports.ts';
import { handshakeAgain, newHandshake, withdrawHandshake } from './in/pair.ts';
import { chooseRows, previewRows } from './in/preview-rows.ts';
import { backupRows, clearBackup, takeOutBackup } from './in/recover.ts';
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
  const store = new NodeStore(name, {
    committed: publish,
    movedElsewhere: () => acts.reopen(),
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
  const acts = new Acts(node, publish, (progress) => {
    for (const watcher of watchers) watcher(progress);
  });
  const { act, actOnTrust, asJob } = acts;

  function publish(): void {
    const snapshot = makeSnapshot(store, acts.problem);
    setBell();
    for (const listener of listeners) listener(snapshot);
  }

  function setBell(): void {
    const deadline = store.registry?.nextDeadline() ?? null;
    platform.wakeAt(deadline === null ? null : Math.max(deadline, acts.restUntil));
  }

  const api: PeerApi = {
    async subscribe(listener, watcher) {
      await acts.whenReady();
      listeners.add(listener);
      watchers.add(watcher);
      listener(makeSnapshot(store, acts.problem));
    },
    async wake() {
      await act(async () => undefined);
    },
    async stop(jobId) {
      acts.stop(jobId);
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
