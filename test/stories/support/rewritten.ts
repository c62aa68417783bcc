import { openDB } from 'idb';
import { signWith } from '../../../src/service/identity.ts';
import type { Identity } from '../../../src/store/schema.ts';
import { canonicalBytes } from '../../../src/wire/canonical.ts';
import type { JsonObject } from '../../../src/wire/fields.ts';
import { withPublicKey, withSignature } from '../../../src/wire/signature.ts';
import type { TestNode } from './open-node.ts';

/** A document of that node as another program with its key would have written it: changed, and signed. Without a number it is as of an older version. */
export async function rewritten(
  by: TestNode,
  text: string,
  change: Readonly<Record<string, unknown>>,
  { isNumbered = true } = {},
): Promise<string> {
  const db = await openDB(by.name);
  const identity = (await db.get('self', 'identity')) as Identity;
  db.close();
  const json: JsonObject = { ...JSON.parse(text), ...change };
  const { signature: _, number, ...synapse } = (json.synapse ?? {}) as Record<string, unknown>;
  const numbered = isNumbered && number !== undefined ? { ...synapse, number } : synapse;
  const keyed = withPublicKey({ ...json, synapse: numbered }, identity.publicKey);
  return JSON.stringify(withSignature(keyed, await signWith(identity, await canonicalBytes(keyed))));
}
