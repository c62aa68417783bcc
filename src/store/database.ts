/**
 * The connection to IndexedDB and everything that can happen to it (DESIGN 7): opened by another version, closed under us, lost.
 * A lost connection is reopened once; what still fails is told as a StoreError.
 */
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { liftConflicts, repackPageIndexes, type Upgrade } from './migrations.ts';
import { KEY_PATHS, SCHEMA_VERSION, type StoreName, type SynapseDb } from './schema.ts';

export type Write = IDBPTransaction<SynapseDb, StoreName[], 'readwrite'>;
export type Read = IDBPTransaction<SynapseDb, StoreName[], 'readonly' | 'readwrite'>;

/** Takes a request that was put into a transaction and not awaited: what became of it, the transaction's `done` tells. */
export type Queue = (request: Promise<unknown> | undefined) => void;

/** A request that was just put into a transaction, and how many rows it writes. */
export interface Writing {
  readonly request: Promise<unknown>;
  readonly rows: number;
}

/** Memory could not be opened, read or written. */
export class StoreError extends Error {
  readonly code: 'store-unavailable' | 'store-newer' | 'store-failed' | 'store-full';

  constructor(code: StoreError['code'], cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

export class Database {
  readonly name: string;
  #connection: Promise<IDBPDatabase<SynapseDb>> | null = null;

  constructor(name: string) {
    this.name = name;
  }

  /** Runs `use` on an open connection; once more on a new one where the connection turned out to be closed. */
  async with<T>(use: (db: IDBPDatabase<SynapseDb>) => Promise<T>): Promise<T> {
    try {
      return await use(await this.#open());
    } catch (error) {
      if (!isConnectionLost(error)) throw storeError(error);
    }
    this.#connection = null;
    try {
      return await use(await this.#open());
    } catch (error) {
      throw storeError(error);
    }
  }

  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    (await connection)?.close();
  }

  #open(): Promise<IDBPDatabase<SynapseDb>> {
    this.#connection ??= this.#connect().catch((error) => {
      this.#connection = null;
      const isNewer = error instanceof DOMException && error.name === 'VersionError';
      throw new StoreError(isNewer ? 'store-newer' : 'store-unavailable', error);
    });
    return this.#connection;
  }

  #connect(): Promise<IDBPDatabase<SynapseDb>> {
    let failure: unknown;
    const opening = openDB<SynapseDb>(this.name, SCHEMA_VERSION, {
      // A version adds stores and takes none away: what is there already stays as it is.
      async upgrade(db, from, _to, tx) {
        for (const [name, keyPath] of Object.entries(KEY_PATHS) as [keyof typeof KEY_PATHS, string][]) {
          if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { keyPath });
        }
        for (const name of ['journal', 'staged'] as const) {
          if (!db.objectStoreNames.contains(name)) db.createObjectStore(name, { autoIncrement: true });
        }
        try {
          if (from === 1) await liftConflicts(tx);
          if (from === 1 || from === 2) await repackPageIndexes(tx);
        } catch (error) {
          failure = error;
          abort(tx); // Half of an upgrade would be kept as if it were all.
        }
      },
      // A newer Synapse in another tab wants to change the schema: let it; this tab reopens at its next act and is told.
      blocking: (_current, _wanted, event) => {
        (event.target as IDBDatabase).close();
        this.#connection = null;
      },
      terminated: () => {
        this.#connection = null;
      },
    });
    return opening.catch((error) => {
      throw failure ?? error;
    });
  }
}

/** Gives a transaction up, whether it failed already or not. */
export function abort(tx: Write | Upgrade): void {
  void tx.done.catch(() => undefined); // Its error is the one already on its way, or the abort itself.
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // Finished already.
  }
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}

/** What the platform threw becomes a StoreError; anything else is a bug and stays what it is. */
function storeError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return new StoreError(error.name === 'QuotaExceededError' ? 'store-full' : 'store-failed', error);
}
