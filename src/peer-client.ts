/**
 * Page end of the worker: starts it, wraps it, watches for its death and holds the latest snapshot. A call to a dead worker would never settle:
 * here it settles with a refusal, a new worker is started, and its snapshot is asked for. Long work is stopped by asking; a worker that is too busy to
 * hear it is ended.
 */
import { proxy, type Remote, wrap } from 'comlink';
import workerUrl from '../workers/peer.worker.ts?worker&url';
import type { Nothing } from './domain/outcome.ts';
import type { Refusal } from './domain/refusal.ts';
import type { Phase } from './domain/steps.ts';
import type { JobProgress, JobRef, PageApi, PeerApi, PeerClient, Snapshot } from './peer-api.ts';
import { trustedScriptUrl } from './trusted-url.ts';

type AnyCall = (...args: unknown[]) => Promise<unknown>;

interface Connection {
  readonly remote: Remote<PeerApi>;
  /** Settles when the worker is gone. */
  readonly died: Promise<Refusal>;
  end(): void;
}

const DIED: Refusal = { kind: 'refused', code: 'worker-died' };
const STOPPED: Nothing = { kind: 'nothing', why: 'stopped' };
/** Milliseconds in which a worker has to hear that it is to stop: half a second is promised. */
const PATIENCE = 300;
/** Workers that die before their first snapshot are not started for ever. */
const MOST_STILLBORN = 3;

/** `nodeParam`: what the address says behind `?node=`; each name is a node of its own in this browser. */
export function connectPeerClient(nodeParam: string | null): PeerClient {
  const name = nodeParam ? `synapse-${nodeParam}` : 'synapse';
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const watchers = new Set<(progress: JobProgress) => void>();
  const phases = new Map<string, Phase>();
  const cancelled = new Set<string>();
  let snapshot: Snapshot | null = null;
  let stillborn = 0;
  let connection = connect();

  function take(next: Snapshot): void {
    stillborn = 0;
    snapshot = next;
    for (const listener of listeners) listener(next);
  }

  function connect(): Connection {
    const started = startWorker(name, take, (progress) => {
      phases.set(progress.jobId, progress.phase);
      for (const watcher of watchers) watcher(progress);
    });
    void started.died.then(() => {
      stillborn++;
      if (stillborn <= MOST_STILLBORN) connection = connect();
      else take(withoutWorker(snapshot));
    });
    return started;
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void connection.remote.wake();
  });

  const api = new Proxy({} as PageApi, {
    get:
      (_, method: keyof PageApi): AnyCall =>
      async (...args) => {
        const { remote, died } = connection;
        const result = await Promise.race([(remote[method] as AnyCall)(...args), died]);
        const jobId = jobIdOf(args);
        const isCancelled = jobId !== null && cancelled.delete(jobId);
        if (jobId !== null) phases.delete(jobId);
        return result === DIED && isCancelled ? STOPPED : result;
      },
  });

  return {
    get snapshot() {
      return snapshot;
    },
    onSnapshot(listener) {
      listeners.add(listener);
      if (snapshot) listener(snapshot);
      return () => listeners.delete(listener);
    },
    onProgress(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    stop(jobId) {
      const { remote, end } = connection;
      cancelled.add(jobId);
      const impatient = setTimeout(() => {
        // What is being written is never cut short from outside: nobody would know how it ended.
        if (phases.get(jobId) !== 'writing') end();
      }, PATIENCE);
      void remote.stop(jobId).then(() => clearTimeout(impatient));
    },
    api,
  };
}

/** Long work takes its JobRef as the last argument. */
function jobIdOf(args: readonly unknown[]): string | null {
  const last = args.at(-1);
  return typeof last === 'object' && last !== null && 'jobId' in last ? (last as JobRef).jobId : null;
}

function startWorker(
  name: string,
  take: (snapshot: Snapshot) => void,
  watch: (progress: JobProgress) => void,
): Connection {
  const id = crypto.randomUUID();
  // Not in its address: what it loads on demand imports it by that, and another address would be another worker beside it, in the same thread.
  const alive = `${name}/alive/${id}`;
  const worker = new Worker(trustedScriptUrl(workerUrl) as string, { type: 'module', name: alive });
  const remote = wrap<PeerApi>(worker);
  let settle: (died: Refusal) => void;
  const died = new Promise<Refusal>((resolve) => {
    settle = resolve;
  });
  const end = () => {
    worker.terminate();
    settle(DIED);
  };
  worker.addEventListener('error', end);
  let isAlive = false;
  void remote.subscribe(
    proxy((snapshot) => {
      if (!isAlive) void navigator.locks.request(alive, end);
      isAlive = true;
      take(snapshot);
    }),
    proxy(watch),
  );
  return { remote, died, end };
}

/** What can still be shown when no worker will live: everything as it was last known, and the reason. */
function withoutWorker(last: Snapshot | null): Snapshot {
  const counts = { facts: 0, incidents: 0, conflicts: 0 };
  const archive = { at: null, facts: 0, pairings: 0 };
  const nothing = { revision: 0, node: null, peers: [], openHandshakes: [], archive, replaced: null, counts };
  return { ...nothing, ...last, phase: 'no-store', problem: DIED };
}
