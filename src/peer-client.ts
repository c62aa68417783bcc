/**
 * Page end of the worker: starts it, watches for its death, and holds the latest snapshot. A call to a dead worker
 * would never settle: here it settles with the refusal `worker-died`, and a new worker is started. A job is stopped by
 * asking the worker. If the worker does not hear that in time, it is ended.
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
  /** Resolves when the worker is gone. */
  readonly died: Promise<Refusal>;
  end(): void;
}

const DIED: Refusal = { kind: 'refused', code: 'worker-died' };
const STOPPED: Nothing = { kind: 'nothing', why: 'stopped' };
/** Milliseconds in which the worker has to answer `stop`. A person is promised half a second. */
const STOP_WAIT = 300;
/** So many workers in a row may die before their first snapshot. After that no new one is started. */
const MOST_FAILED_STARTS = 3;

/** `nodeParam`: the value of `?node=` in the address. Each value is a node of its own in this browser. */
export function connectPeerClient(nodeParam: string | null): PeerClient {
  const name = nodeParam ? `synapse-${nodeParam}` : 'synapse';
  const listeners = new Set<(snapshot: Snapshot) => void>();
  const watchers = new Set<(progress: JobProgress) => void>();
  const phases = new Map<string, Phase>();
  const cancelled = new Set<string>();
  let snapshot: Snapshot | null = null;
  let failedStarts = 0;
  let connection = connect();

  function take(next: Snapshot): void {
    failedStarts = 0;
    snapshot = next;
    for (const listener of listeners) listener(next);
  }

  function connect(): Connection {
    const started = startWorker(name, take, (progress) => {
      phases.set(progress.jobId, progress.phase);
      for (const watcher of watchers) watcher(progress);
    });
    void started.died.then(() => {
      failedStarts++;
      if (failedStarts <= MOST_FAILED_STARTS) connection = connect();
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
      const timer = setTimeout(() => {
        // A worker that writes is not ended: nobody would know whether the commit succeeded.
        if (phases.get(jobId) !== 'writing') end();
      }, STOP_WAIT);
      void remote.stop(jobId).then(() => clearTimeout(timer));
    },
    api,
  };
}

/** The JobRef is the last argument of a call that is long work. null: the call is none. */
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
  // The lock's name is the worker's name, and is not in its address. Code that the worker loads on demand imports the
  // worker's own module by its address: another address would run the module a second time.
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

/** The snapshot if no worker can be started: the last one, and the reason. */
function withoutWorker(last: Snapshot | null): Snapshot {
  const counts = { facts: 0, incidents: 0, conflicts: 0 };
  const archive = { at: null, facts: 0, pairings: 0 };
  const nothing = { revision: 0, node: null, peers: [], openHandshakes: [], archive, replaced: null, counts };
  return { ...nothing, ...last, state: 'no-store', problem: DIED };
}
