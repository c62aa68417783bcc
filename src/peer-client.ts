/**
 * Page end of the worker: starts it, wraps it, watches for its death and holds the latest snapshot. A call to a dead worker would never settle:
 * here it settles with a refusal, a new worker is started, and its snapshot is asked for.
 */
import { proxy, type Remote, wrap } from 'comlink';
import workerUrl from '../workers/peer.worker.ts?worker&url';
import type { Refusal } from './domain/refusal.ts';
import type { PageApi, PeerApi, PeerClient, Snapshot } from './peer-api.ts';
import { trustedScriptUrl } from './trusted-url.ts';

type AnyCall = (...args: unknown[]) => Promise<unknown>;

interface Connection {
  readonly remote: Remote<PeerApi>;
  /** Settles when the worker is gone. */
  readonly died: Promise<Refusal>;
}

const DIED: Refusal = { kind: 'refused', code: 'worker-died' };
/** Workers that die before their first snapshot are not started for ever. */
const MOST_STILLBORN = 3;

/** `nodeParam`: what the address says behind `?node=`; each name is a node of its own in this browser. */
export function connectPeerClient(nodeParam: string | null): PeerClient {
  const name = nodeParam ? `synapse-${nodeParam}` : 'synapse';
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let snapshot: Snapshot | null = null;
  let stillborn = 0;
  let connection = connect();

  function take(next: Snapshot): void {
    stillborn = 0;
    snapshot = next;
    for (const listener of listeners) listener(next);
  }

  function connect(): Connection {
    const started = startWorker(name, take);
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
        return result === DIED && method === 'accept' ? { outcome: DIED, reply: null, backupOffered: null } : result;
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
    api,
  };
}

function startWorker(name: string, take: (snapshot: Snapshot) => void): Connection {
  const id = crypto.randomUUID();
  const worker = new Worker(trustedScriptUrl(`${workerUrl}#${id}`) as string, { type: 'module', name });
  const remote = wrap<PeerApi>(worker);
  const died = new Promise<Refusal>((settle) => {
    const bury = () => {
      worker.terminate();
      settle(DIED);
    };
    worker.addEventListener('error', bury);
    let isAlive = false;
    void remote.subscribe(
      proxy((snapshot) => {
        if (!isAlive) void navigator.locks.request(`${name}/alive/${id}`, bury);
        isAlive = true;
        take(snapshot);
      }),
    );
  });
  return { remote, died };
}

/** What can still be shown when no worker will live: everything as it was last known, and the reason. */
function withoutWorker(last: Snapshot | null): Snapshot {
  const counts = { facts: 0, incidents: 0, conflicts: 0, journal: 0 };
  const nothing = { revision: 0, node: null, peers: [], openHandshakes: [], counts };
  return { ...nothing, ...last, phase: 'no-store', problem: DIED };
}
