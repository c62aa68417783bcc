/** What the browser says of the room it gives, and the promise to keep what lies in it. */
export interface StorageState {
  readonly persisted: boolean;
  /** Bytes; null where the browser does not tell. */
  readonly usage: number | null;
  readonly quota: number | null;
}

export type KeepAnswer = 'kept' | 'refused' | 'unavailable';

export async function readStorage(): Promise<StorageState> {
  // Missing where the page is not a secure context.
  const storage: StorageManager | undefined = navigator.storage;
  if (!storage?.persisted) return { persisted: false, usage: null, quota: null };
  // Safari has known the promise longer than the figures.
  const [persisted, figures] = await Promise.all([storage.persisted(), storage.estimate?.()]);
  const { usage, quota } = figures ?? {};
  return { persisted, usage: usage ?? null, quota: quota ?? null };
}

/** Asks the browser to keep everything. Some put the question to the person: there it belongs into a gesture. */
export async function askToKeep(): Promise<KeepAnswer> {
  const storage: StorageManager | undefined = navigator.storage;
  if (!storage?.persist) return 'unavailable';
  return (await storage.persist()) ? 'kept' : 'refused';
}
