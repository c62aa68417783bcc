import type { PeerView } from '../../peer-api.ts';
import type { Words } from '../words/words.ts';

/** A signature says whose key it is; only people say whose that is. */
export function identityWord({ signedSince, compared }: PeerView, words: Words['peers']): string {
  if (signedSince === null) return words.identityUnsigned;
  if (compared === null) return words.identitySigned;
  return compared.matched ? words.identityConfirmed : words.identityDoubted;
}
