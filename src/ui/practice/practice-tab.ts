/**
 * All tabs of practice nodes, so that they can be removed without a trace: while one is open, its worker could write its database anew. Each holds a
 * shared lock; whoever removes tells the others to leave, and waits until the lock is all its own. Locks and channels leave nothing behind.
 */
import type { Outcome } from '../../domain/outcome.ts';
import { PRACTICE_NODES } from './practice-nodes.ts';

// No node is named like this: the channel of `?node=NAME` begins with `synapse`.
const TABS = 'practice/tabs';
/** Milliseconds a tab has to leave; one that the system has frozen cannot. */
const PATIENCE = 5000;

export class PracticeTab {
  readonly #channel = new BroadcastChannel(TABS);
  #release: () => void = () => undefined;

  /** `leave` is called when another tab removes the practice nodes. */
  constructor(leave: () => void) {
    this.#channel.onmessage = leave;
    this.#hold();
  }

  close(): void {
    this.#channel.close();
    this.#release();
  }

  /**
   * Empties this node by `forget`, then takes the databases of all practice nodes away. null: another tab did not leave, and nothing was changed.
   * Where it is done the page has to be left right after: its worker must not write again.
   */
  async removeAll(forget: () => Promise<Outcome>): Promise<Outcome | null> {
    this.#channel.postMessage('leave');
    this.#release();
    let isRemoved = false;
    try {
      return await navigator.locks.request(TABS, { signal: AbortSignal.timeout(PATIENCE) }, async () => {
        const outcome = await forget();
        if (outcome.kind === 'refused') return outcome;
        for (const { param } of PRACTICE_NODES) await deleteDatabase(`synapse-${param}`);
        isRemoved = true;
        return outcome;
      });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
      return null;
    } finally {
      if (!isRemoved) this.#hold();
    }
  }

  #hold(): void {
    const released = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    void navigator.locks.request(TABS, { mode: 'shared' }, () => released);
  }
}

/** A worker that has it open closes it when asked. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
