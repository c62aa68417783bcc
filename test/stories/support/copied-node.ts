import { type IDBPDatabase, openDB } from 'idb';
import { openTab, type TestNode } from './open-node.ts';

/** A second device with everything that this node has, its key too, as if an archive was restored there. */
export async function copiedNode(from: TestNode): Promise<TestNode> {
  const name = `${from.name}-copied-${crypto.randomUUID()}`;
  const source = await openDB(from.name);
  const target = await openDB(name, source.version, { upgrade: (db) => makeStores(db, source) });
  for (const store of source.objectStoreNames) {
    const { keyPath } = source.transaction(store).store;
    const [rows, keys] = await Promise.all([source.getAll(store), source.getAllKeys(store)]);
    const tx = target.transaction(store, 'readwrite');
    rows.forEach((row, index) => void tx.store.put(row, keyPath === null ? keys[index] : undefined));
    await tx.done;
  }
  source.close();
  target.close();
  return openTab(name, from.clock);
}

function makeStores(db: IDBPDatabase, like: IDBPDatabase): void {
  for (const name of like.objectStoreNames) {
    const { keyPath, autoIncrement } = like.transaction(name).store;
    db.createObjectStore(name, { keyPath, autoIncrement });
  }
}
