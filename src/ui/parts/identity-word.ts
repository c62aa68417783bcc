import type { PeerView } from '../../peer-api.ts';
import type { Words } from '../words/words.ts';

/** A signature says whose key it is; only people say whose that is. What they found counts for more than what was noticed here. */
export function identityWord({ signedSince, compared, cloned }: PeerView, words: Words['peers']): string {
  if (signedSince === null) return words.identityUnsigned;
  if (compared && !compared.matched) return words.identityDoubted;
  if (cloned) return words.identityCloned;
  return compared ? words.identityConfirmed : words.identitySigned;
}
