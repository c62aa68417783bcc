/** Facts that this node writes and edits, and the proof that an edit is by the fact's writer (PROTOCOL "Edits"). */
import { toBase64url } from '../../domain/bytes.ts';
import { type Fact, type FactDraft, withoutEdit } from '../../domain/fact.ts';
import { LIMITS } from '../../domain/limits.ts';
import { type Millis, wireTime } from '../../domain/time.ts';
import { editBytes, factIdOf, hashOfWords } from '../../wire/facts.ts';
import { signatureOf } from '../../wire/signature.ts';
import { isSignedWith, peerIdOf, signWith } from '../identity.ts';
import type { Job } from '../job.ts';
import type { StartedStore } from '../node-context.ts';

/** Proofs that are verified together. That takes some 10 ms. */
const TOGETHER = 64;

/**
 * A new fact. Its id is made of the peer id, the words and the time. If the id is used (the same words in the same
 * millisecond), the time is moved on, so that it is another fact.
 */
export function writtenFact(
  { content, level, domain, module }: FactDraft,
  peerId: string,
  at: Millis,
  isUsed: (id: string) => boolean,
): Fact {
  const fact = { id: '', content, level, domain, module, isGene: false, source: 'manual', createdAt: wireTime(at) };
  const id = factIdOf(peerId, fact, hashOfWords(fact));
  return isUsed(id) ? writtenFact({ content, level, domain, module }, peerId, at + 1, isUsed) : { ...fact, id };
}

/**
 * The fact in these words, or the fact itself if they are its words already. The edit is signed if this node wrote the
 * fact first. Anybody else's edit proves nothing.
 */
export async function editedFact(
  { identity }: StartedStore,
  fact: Fact,
  { content, level, domain, module }: FactDraft,
): Promise<Fact> {
  const { edit, ...words } = fact;
  const edited = { ...words, content, level, domain, module };
  const hash = hashOfWords(fact);
  if (hash === hashOfWords(edited)) return fact;
  const replaces = [...(edit?.replaces ?? []), hash];
  const isOurs = factIdOf(identity.peerId, fact, replaces[0] ?? hash) === fact.id;
  if (!isOurs || replaces.length > LIMITS.edits) return edited;
  const said = { publicKey: toBase64url(identity.publicKey), replaces };
  const signature = toBase64url(await signWith(identity, await editBytes(edited, said)));
  return { ...edited, edit: { ...said, signature } };
}

/** The document without unproven edits: those facts are words like anybody else's. Rejects with Stopped. */
export async function withProvenEdits<D extends { readonly facts: readonly Fact[] }>(
  document: D,
  job: Pick<Job, 'tell'>,
): Promise<D> {
  const edited = document.facts.filter(({ edit }) => edit);
  if (edited.length === 0) return document;
  const unproven = new Set<Fact>();
  for (let done = 0; done < edited.length; done += TOGETHER) {
    job.tell({ phase: 'verifying', done, total: edited.length, unit: 'rows' });
    const batch = edited.slice(done, done + TOGETHER);
    const proofs = await Promise.all(batch.map(isProven));
    batch.forEach((fact, index) => {
      if (!proofs[index]) unproven.add(fact);
    });
  }
  if (unproven.size === 0) return document;
  return { ...document, facts: document.facts.map((fact) => (unproven.has(fact) ? withoutEdit(fact) : fact)) };
}

/** Whether the fact's id is made of the peer id of this key, and the key has signed this version. */
async function isProven(fact: Fact): Promise<boolean> {
  const { edit } = fact;
  const first = edit?.replaces[0];
  const signed = edit && signatureOf(edit.publicKey, edit.signature);
  if (!signed || first === undefined) return false;
  if (factIdOf(await peerIdOf(signed.publicKey), fact, first) !== fact.id) return false;
  return isSignedWith(signed.publicKey, signed.signature, await editBytes(fact, edit));
}
