/**
 * The connection to IndexedDB, and everything that can happen to it: another version opens it, the browser closes it,
 * it is lost. A lost connection is reopened once. What fails then is a StoreError.
 */
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { addStores, liftMemory, SCHEMA_VERSION, type Upgrade } from './migrations.ts';
import type { StoreName, SynapseDb } from './schema.ts';

export type Write = IDBPTransaction<SynapseDb, StoreName[], 'readwrite'>;
export type Read = IDBPTransaction<SynapseDb, StoreName[], 'readonly' | 'readwrite'>;

/** Takes a request that is not awaited. If the request fails, `done` of the transaction tells. */
export type Queue = (request: Promise<unknown> | undefined) => void;

/** A request that was made in a transaction and is not awaited, and how many rows it writes. */
export interface Writing {
  readonly request: Promise<unknown>;
  readonly rows: number;
}

/** The memory could not be opened, read or written. `code` is the code of a refusal. */
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

  /**
   * Runs `use` on an open connection, and once more on a new one if the connection was lost. Rejects with StoreError.
   */
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
      async upgrade(db, from, _to, tx) {
        addStores(db);
        try {
          await liftMemory(from, tx);
        } catch (error) {
          failure = error;
          abort(tx); // Without this, half of an upgrade would count as all of it.
        }
      },
      // A newer Synapse in another tab wants to change the schema. Let it: the next act here fails with `store-newer`.
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

/** Aborts a transaction, also if it has already failed. */
export function abort(tx: Write | Upgrade): void {
  void tx.done.catch(() => undefined); // The caller already has the error, or the error is this abort.
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // A DOMException: it has already ended.
  }
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'UnknownError');
}

/** An error of the platform as a StoreError. Any other error is a bug and stays as it is. */
function storeError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  return new StoreError(error.name === 'QuotaExceededError' ? 'store-full' : 'store-failed', error);
}
