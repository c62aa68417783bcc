/** Who wrote what comes in. The signature is verified before the preview, and judged again when it is accepted. */
import { type Authorship, authorProblem, claimedAuthor } from '../../domain/author.ts';
import type { NodeDocument } from '../../domain/document.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Millis } from '../../domain/time.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { JsonObject } from '../../wire/fields.ts';
import { readNumber, readSignature } from '../../wire/signature.ts';
import { isSignedWith, peerIdOf } from '../identity.ts';
import type { Drop } from '../intake.ts';
import type { StartedStore } from '../node-context.ts';
import { rememberNumber } from './cloned.ts';

/** `canonical`: the canonical form of the document, which is what its signature is over. */
export async function readAuthor(json: JsonObject, canonical: Uint8Array<ArrayBuffer>): Promise<Authorship | Refusal> {
  const number = readNumber(json);
  if (isRefusal(number)) return number;
  const found = readSignature(json);
  if (found === null) return { kind: 'unsigned' };
  if (found === 'malformed' || !(await isSignedWith(found.publicKey, found.signature, canonical))) {
    return { kind: 'broken' };
  }
  return { kind: 'signed', peerId: await peerIdOf(found.publicKey), publicKey: found.publicKey, number };
}

/** Why nothing of this drop may be accepted. null: its signature is no reason. */
export function problemOf({ signers }: NodeStore, { document, author }: Drop): Refusal | null {
  const claimed = claimedAuthor(document);
  return authorProblem(author, claimed, claimed !== null && signers.get(claimed) !== undefined);
}

/** Remembers that the author signs: from now on, what claims to be from it must be signed. Remembers the number too. */
export function rememberAuthor(store: StartedStore, drop: Drop<NodeDocument>, at: Millis): void {
  const { author } = drop;
  if (author.kind !== 'signed') return;
  const { peerId, publicKey } = author;
  if (!store.signers.get(peerId)) store.signers.put({ peerId, publicKey, signedSince: at });
  rememberNumber(store, drop, at);
}
