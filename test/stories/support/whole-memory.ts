import { openDB } from 'idb';
import { archivedForm } from '../../../src/store/record-shapes.ts';
import { ARCHIVED } from '../../../src/store/whole-store.ts';
import { canonicalHash } from '../../../src/wire/canonical.ts';

/** A hash over everything in the database with this name, except the private key. What that key signs is tested. */
export async function wholeMemory(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = await Promise.all(
    [...ARCHIVED, 'twins'].map(async (store) => [store, await db.getAll(store)] as const),
  );
  db.close();
  const text = JSON.stringify(stores, (key, value) => (key === 'secret' ? undefined : archivedForm(key, value)));
  // The order of fields is not stored, and the canonical form does not depend on it.
  return canonicalHash({ stores: JSON.parse(text) });
}

/** How many records each store of this database holds. */
export async function recordCounts(name: string): Promise<Readonly<Record<string, number>>> {
  const db = await openDB(name);
  const counts = await Promise.all(
    [...db.objectStoreNames].map(async (store) => [store, await db.count(store)] as const),
  );
  db.close();
  return Object.fromEntries(counts);
}
