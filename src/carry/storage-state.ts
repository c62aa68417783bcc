/** What the browser says about the storage it gives us, and its promise not to delete what is in it. */
export interface StorageState {
  /** The browser has promised it. */
  readonly persisted: boolean;
  /** Bytes; null if the browser does not tell. */
  readonly usage: number | null;
  /** Bytes; null if the browser does not tell. */
  readonly quota: number | null;
}

/** kept: promised. unavailable: this browser cannot be asked. */
export type PersistAnswer = 'kept' | 'refused' | 'unavailable';

export async function readStorage(): Promise<StorageState> {
  // Missing if the page is not a secure context.
  const storage: StorageManager | undefined = navigator.storage;
  if (!storage?.persisted) return { persisted: false, usage: null, quota: null };
  // Older versions of Safari have `persisted` and no `estimate`.
  const [persisted, figures] = await Promise.all([storage.persisted(), storage.estimate?.()]);
  const { usage, quota } = figures ?? {};
  return { persisted, usage: usage ?? null, quota: quota ?? null };
}

/** Asks the browser for the promise. If it asks the person in turn, call this from a gesture. */
export async function askToPersist(): Promise<PersistAnswer> {
  const storage: StorageManager | undefined = navigator.storage;
  if (!storage?.persist) return 'unavailable';
  return (await storage.persist()) ? 'kept' : 'refused';
}
