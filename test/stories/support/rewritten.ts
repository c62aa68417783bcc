import { signWith } from '../../../src/service/identity.ts';
import { canonicalBytes } from '../../../src/wire/canonical.ts';
import type { JsonObject } from '../../../src/wire/fields.ts';
import { withPublicKey, withSignature } from '../../../src/wire/signature.ts';
import { identityOf } from './identity-of.ts';
import type { TestNode } from './open-node.ts';

/**
 * A document of this node as another program with its key would write it: with `change`, and signed.
 * `isNumbered: false` leaves the document number out, as older versions do.
 */
export async function rewritten(
  by: TestNode,
  text: string,
  change: Readonly<Record<string, unknown>>,
  { isNumbered = true } = {},
): Promise<string> {
  const identity = await identityOf(by);
  const json: JsonObject = { ...JSON.parse(text), ...change };
  const { signature: _, number, ...synapse } = (json.synapse ?? {}) as Record<string, unknown>;
  const numbered = isNumbered && number !== undefined ? { ...synapse, number } : synapse;
  const keyed = withPublicKey({ ...json, synapse: numbered }, identity.publicKey);
  return JSON.stringify(withSignature(keyed, await signWith(identity, await canonicalBytes(keyed))));
}
