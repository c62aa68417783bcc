/**
 * START HERE (worker): makes the service with a clock, randomness and a bell, and exposes it. Wiring only. The name of
 * the node is in the worker's own name, so that the service is there before the first message can arrive.
 */
import { expose } from 'comlink';
import type { PeerApi } from '../src/peer-api.ts';
import { createPeerService } from '../src/service/peer-service.ts';

declare const self: DedicatedWorkerGlobalScope;

/** `setTimeout` counts in 31 bits. If the deadline is later, the bell rings too early and is set again. */
const LONGEST_SLEEP = 2_147_483_647;
let bell: ReturnType<typeof setTimeout> | undefined;

// The lock `NODE/alive/ID` is held as long as this worker lives. The browser releases it for whatever reason the worker
// dies. The page waits for it, and so learns of the death.
void navigator.locks.request(self.name, () => new Promise(() => undefined));

const service = createPeerService(self.name.slice(0, self.name.lastIndexOf('/alive/')), {
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  wakeAt(time) {
    clearTimeout(bell);
    if (time === null) return;
    const sleep = Math.min(Math.max(0, time - Date.now()), LONGEST_SLEEP);
    bell = setTimeout(() => void service.tick(), sleep);
  },
});

expose(Object.freeze(service.api) satisfies PeerApi);
