/** What forgetting takes away and what it leaves, as sentences: only what there is of it. */
import type { ForgetPreview, ForgetWhat } from '../../../peer-api.ts';
import type { Words } from '../../words/words.ts';

export type ForgetChoice = ForgetWhat | 'brought';

interface ForgetEffects {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

export function forgetEffects(
  preview: ForgetPreview,
  what: ForgetChoice,
  name: string,
  words: Words['forget'],
): ForgetEffects {
  const { facts, kept, shared, comeBack, incidents, conflicts } = preview;
  const goesWithPeer = what === 'brought' ? [] : effectsOnPeer(preview, words);
  if (what === 'peer') {
    return { goes: goesWithPeer, stays: [...(broughtAnything(preview) ? [words.brought] : []), words.journal] };
  }
  return {
    goes: [
      ...sentenceIfAny(facts, words.facts),
      ...sentenceIfAny(incidents, words.incidents),
      ...sentenceIfAny(conflicts, words.conflicts),
      ...goesWithPeer,
    ],
    stays: [
      ...sentenceIfAny(kept, words.kept),
      ...sentenceIfAny(shared, words.shared),
      ...sentenceIfAny(comeBack, words.comeBack),
      ...(what === 'brought' ? [words.itself(name)] : []),
      words.journal,
    ],
  };
}

export function broughtAnything({ facts, kept, shared, incidents, conflicts }: ForgetPreview): boolean {
  return facts + kept + shared + incidents + conflicts > 0;
}

function effectsOnPeer(preview: ForgetPreview, words: Words['forget']): readonly string[] {
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
