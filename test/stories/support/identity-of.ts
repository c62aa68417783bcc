import { openDB } from 'idb';
import type { Identity } from '../../../src/store/schema.ts';
import type { TestNode } from './open-node.ts';

/** The identity of this node with its private key, as it is stored. */
export async function identityOf(node: TestNode): Promise<Identity> {
  const db = await openDB(node.name);
  const identity = (await db.get('self', 'identity')) as Identity;
  db.close();
  return identity;
}
