/**
 * START HERE (worker): opens the memory, gives the service its clock, its randomness and its bell, and exposes it. Wiring only.
 * The page names the node in the worker's own name, so that everything is there before the first message can arrive.
 */
import { expose } from 'comlink';
import type { PeerApi } from '../src/peer-api.ts';
import { createPeerService } from '../src/service/peer-service.ts';

declare const self: DedicatedWorkerGlobalScope;

/** setTimeout counts in 31 bits; a later deadline is simply asked for again. */
const LONGEST_SLEEP = 2_147_483_647;
let bell: ReturnType<typeof setTimeout> | undefined;

// Held for as long as this worker lives. A worker lets go of its locks whatever it dies of: the page waits for this one, `NODE/alive/ID`.
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
