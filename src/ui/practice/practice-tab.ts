/**
 * Removes the practice nodes without a trace. While a tab of one is open, its worker could write the database again.
 * So every tab holds a shared lock. The tab that removes tells the others to leave, and waits for the exclusive lock.
 */
import type { Outcome } from '../../domain/outcome.ts';
import { PRACTICE_NODES } from './practice-nodes.ts';

/** Name of the lock and of the channel. No node uses it, because the channels of nodes begin with `synapse`. */
const TABS = 'practice/tabs';
/** The other tabs have this long to leave. A tab that the system has frozen cannot. */
const PATIENCE_MS = 5000;

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
   * Calls `forget` to empty this node, then deletes the databases of all practice nodes. null: another tab did not
   * leave, and nothing was changed. After `done` the page has to be left at once: its worker must not write again.
   */
  async removeAll(forget: () => Promise<Outcome>): Promise<Outcome | null> {
    this.#channel.postMessage('leave');
    this.#release();
    let isRemoved = false;
    try {
      return await navigator.locks.request(TABS, { signal: AbortSignal.timeout(PATIENCE_MS) }, async () => {
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

/** Waits until every worker that has the database open has closed it. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
