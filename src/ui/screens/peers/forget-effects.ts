/**
 * What goes and what stays if a peer is forgotten, as sentences. A sentence is there only if it is about something: no
 * "0 incidents".
 */
import type { ForgetPreview, ForgetWhat } from '../../../peer-api.ts';
import type { Words } from '../../words/words.ts';

/** The peer alone, the peer and what it brought, or only what it brought. */
export type ForgetChoice = ForgetWhat | 'brought';

interface ForgetEffects {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

export function forgetEffects(
  preview: ForgetPreview,
  choice: ForgetChoice,
  name: string,
  words: Words['forget'],
): ForgetEffects {
  const { facts, staying: changedHere, shared, comeBack, incidents, conflicts } = preview;
  const fromPeer = choice === 'brought' ? [] : sentencesAboutPeer(preview, words);
  if (choice === 'peer') {
    return { goes: fromPeer, stays: [...(broughtAnything(preview) ? [words.brought] : []), words.journal] };
  }
  return {
    goes: [
      ...sentenceIfAny(facts, words.facts),
      ...sentenceIfAny(incidents, words.incidents),
      ...sentenceIfAny(conflicts, words.conflicts),
      ...fromPeer,
    ],
    stays: [
      ...sentenceIfAny(changedHere, words.kept),
      ...sentenceIfAny(shared, words.shared),
      ...sentenceIfAny(comeBack, words.comeBack),
      ...(choice === 'brought' ? [words.itself(name)] : []),
      words.journal,
    ],
  };
}

export function broughtAnything({ facts, staying, shared, incidents, conflicts }: ForgetPreview): boolean {
  return facts + staying + shared + incidents + conflicts > 0;
}

function sentencesAboutPeer(preview: ForgetPreview, words: Words['forget']): readonly string[] {
  const { isSigner, isConfirmed, handshakes, unconfirmed, leftOut } = preview;
  return [
    words.trust,
    ...(isSigner ? [words.signer] : []),
    ...(isConfirmed ? [words.confirmed] : []),
    words.exchanged,
    ...sentenceIfAny(unconfirmed, words.unconfirmed),
    ...sentenceIfAny(leftOut, words.leftOut),
    ...sentenceIfAny(handshakes, words.handshakes),
  ];
}

function sentenceIfAny(n: number, words: (n: number) => string): readonly string[] {
  return n > 0 ? [words(n)] : [];
}
