import type { Backup } from '../domain/registry.ts';
import type { Write } from './database.ts';
import type { KeptFacts } from './schema.ts';

/** Deletes kept facts that none of these backups refers to any more. */
export async function forgetKept(tx: Write, backups: readonly Backup<KeptFacts>[]): Promise<void> {
  const wanted = new Set(backups.map((backup) => backup.facts.keptId));
  const store = tx.objectStore('kept');
  const unwanted = (await store.getAllKeys()).filter((key) => !wanted.has(key));
  await Promise.all(unwanted.map((key) => store.delete(key)));
}
