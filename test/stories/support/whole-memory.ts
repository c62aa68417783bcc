import { openDB } from 'idb';
import { archivedForm } from '../../../src/store/record-shapes.ts';
import { ARCHIVED } from '../../../src/store/whole-store.ts';
import { canonicalHash } from '../../../src/wire/canonical.ts';

/** A hash over everything stored under that name, as it lies in the database; the key itself is left aside, what it signs is tested. */
export async function wholeMemory(name: string): Promise<string> {
  const db = await openDB(name);
  const stores = await Promise.all(
    [...ARCHIVED, 'twins'].map(async (store) => [store, await db.getAll(store)] as const),
  );
  db.close();
  const text = JSON.stringify(stores, (key, value) => (key === 'secret' ? undefined : archivedForm(key, value)));
  return canonicalHash({ stores: JSON.parse(text) }); // In canonical form: the order of fields is nothing that is stored.
}

/** The store a record is in, and how many there are. */
export async function recordCounts(name: string): Promise<Readonly<Record<string, number>>> {
  const db = await openDB(name);
  const counts = await Promise.all(
    [...db.objectStoreNames].map(async (store) => [store, await db.count(store)] as const),
  );
  db.close();
  return Object.fromEntries(counts);
}
