/**
 * Keys that are used on two devices, or on one that was set back (PROTOCOL "Numbers"). This node notices it by the
 * numbers of signed documents and warns. A person puts the warning away.
 */
import type { NodeDocument } from '../../domain/document.ts';
import { aboutPeer, type JournalEntry } from '../../domain/journal.ts';
import { clashes, type Numbered, withSeen } from '../../domain/numbering.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { shownName } from '../../domain/peer.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Millis } from '../../domain/time.ts';
import type { NodeStore } from '../../store/node-store.ts';
import type { SignerRecord } from '../../store/schema.ts';
import type { Drop } from '../intake.ts';
import type { NodeContext, StartedStore } from '../node-context.ts';

interface SignerNumbers {
  readonly signer: SignerRecord;
  /** Documents of this signer that were accepted lately. */
  readonly seen: readonly Numbered[];
  readonly document: Numbered;
}

/** The number of this document, if its signer gave it to another document that was accepted here. null: it did not. */
export function clashOf(store: NodeStore, drop: Drop): number | null {
  const found = numbersOf(store, drop);
  return found && clashes(found.seen, found.document) ? found.document.number : null;
}

/** Inside a transaction: remembers the number of an accepted document. Only the first of several clashes is told. */
export function rememberNumber(store: StartedStore, drop: Drop<NodeDocument>, at: Millis): void {
  const found = numbersOf(store, drop);
  if (!found) return;
  const { signer, seen, document } = found;
  const { number } = document;
  const isFirstClash = clashes(seen, document) && signer.cloned === undefined;
  store.signers.put({ ...signer, seen: withSeen(seen, document), ...(isFirstClash && { cloned: { number, at } }) });
  if (!isFirstClash) return;
  store.note({ kind: 'key-cloned', at, ...about(store, signer.peerId), dropId: drop.dropId, subject: `${number}` });
}

/** Puts the warning away. It comes back with the next clash. */
export async function settleCloned({ store, environment }: NodeContext, peerId: string): Promise<Outcome> {
  return store.transact({}, (): Outcome => {
    const peer = store.registry.getPeer(peerId);
    if (isRefusal(peer)) return peer;
    const { cloned, ...signer } = store.signers.get(peerId) ?? {};
    if (!cloned) return { kind: 'nothing', why: 'unchanged', peer: shownName(peer) };
    store.signers.put(signer as SignerRecord);
    store.note({ kind: 'clone-settled', at: environment.now(), ...aboutPeer(peer), subject: `${cloned.number}` });
    return { kind: 'done', what: 'clone-settled', peer: shownName(peer) };
  });
}

/** null: no document of that signer was accepted yet, or its documents have no numbers. */
function numbersOf({ signers }: NodeStore, { author, dropId }: Drop): SignerNumbers | null {
  const signer = author.kind === 'signed' ? signers.get(author.peerId) : undefined;
  if (!signer || author.kind !== 'signed' || author.number === null) return null;
  return { signer, seen: signer.seen ?? [], document: { number: author.number, dropId } };
}

/** The signer may be forgotten by now, or may never have shaken hands. */
function about({ registry }: StartedStore, peerId: string): Pick<JournalEntry, 'peerId' | 'nodeName'> {
  const peer = registry.getPeer(peerId);
  return !isRefusal(peer) ? aboutPeer(peer) : { peerId };
}
