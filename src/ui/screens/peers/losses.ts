/** What forgetting takes away and what it leaves, as sentences: only what there is of it. */
import type { ForgetPreview, ForgetWhat } from '../../../peer-api.ts';
import type { Words } from '../../words/words.ts';

export type Forgotten = ForgetWhat | 'brought';

interface Losses {
  readonly goes: readonly string[];
  readonly stays: readonly string[];
}

export function lossesOf(preview: ForgetPreview, what: Forgotten, name: string, words: Words['forget']): Losses {
  const { facts, kept, shared, comeBack, incidents, conflicts } = preview;
  const ofPeer = what === 'brought' ? [] : lossesOfPeer(preview, words);
  if (what === 'peer') {
    return { goes: ofPeer, stays: [...(broughtAnything(preview) ? [words.brought] : []), words.journal] };
  }
  return {
    goes: [
      ...said(facts, words.facts),
      ...said(incidents, words.incidents),
      ...said(conflicts, words.conflicts),
      ...ofPeer,
    ],
    stays: [
      ...said(kept, words.kept),
      ...said(shared, words.shared),
      ...said(comeBack, words.comeBack),
      ...(what === 'brought' ? [words.itself(name)] : []),
      words.journal,
    ],
  };
}

export function broughtAnything({ facts, kept, shared, incidents, conflicts }: ForgetPreview): boolean {
  return facts + kept + shared + incidents + conflicts > 0;
}

function lossesOfPeer(preview: ForgetPreview, words: Words['forget']): readonly string[] {
  const { isSigner, isConfirmed, handshakes, unconfirmed, leftOut } = preview;
  return [
    words.trust,
    ...(isSigner ? [words.signer] : []),
    ...(isConfirmed ? [words.confirmed] : []),
    words.exchanged,
    ...said(unconfirmed, words.unconfirmed),
    ...said(leftOut, words.leftOut),
    ...said(handshakes, words.handshakes),
  ];
}

function said(n: number, words: (n: number) => string): readonly string[] {
  return n > 0 ? [words(n)] : [];
}
