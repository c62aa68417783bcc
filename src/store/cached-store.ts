/** A small store that is held whole in memory. It knows which rows changed, so that a commit writes only those. */
import type { StoreValue } from 'idb';
import type { Read, Write, Writing } from './database.ts';
import { KEY_PATHS, type SynapseDb } from './schema.ts';

/** Pages and facts of backups are too large for this; peers and backups are held by the registry. */
type CachedStoreName = Exclude<keyof typeof KEY_PATHS, 'pages' | 'twins' | 'kept' | 'peers' | 'backups'>;

export class CachedStore<Name extends CachedStoreName> {
  readonly #name: Name;
  readonly #rows = new Map<string, StoreValue<SynapseDb, Name>>();
  readonly #changed = new Set<string>();

  constructor(name: Name) {
    this.#name = name;
  }

  /** Forgets unwritten changes and reads every row. */
  async load(tx: Read): Promise<void> {
    const rows = await tx.objectStore(this.#name).getAll();
    this.#rows.clear();
    this.#changed.clear();
    for (const row of rows) this.#rows.set(this.#keyOf(row), row);
  }

  get size(): number {
    return this.#rows.size;
  }

  get(key: string): StoreValue<SynapseDb, Name> | undefined {
    return this.#rows.get(key);
  }

  all(): readonly StoreValue<SynapseDb, Name>[] {
    return [...this.#rows.values()];
  }

  put(row: StoreValue<SynapseDb, Name>): void {
    const key = this.#keyOf(row);
    this.#rows.set(key, row);
    this.#changed.add(key);
  }

  delete(key: string): void {
    if (this.#rows.delete(key)) this.#changed.add(key);
  }

  clear(): void {
    for (const key of [...this.#rows.keys()]) this.delete(key);
  }

  /** How many rows the next flush writes. */
  get unwritten(): number {
    return this.#changed.size;
  }

  /** Puts or deletes every changed row. Yields each request right after it was made. */
  *flush(tx: Write): Generator<Writing> {
    const store = tx.objectStore(this.#name);
    for (const key of this.#changed) {
      const row = this.#rows.get(key);
      yield { request: row === undefined ? store.delete(key) : store.put(row), rows: 1 };
    }
    this.#changed.clear();
  }

  #keyOf(row: StoreValue<SynapseDb, Name>): string {
    return Reflect.get(row, KEY_PATHS[this.#name]) as string;
  }
}
