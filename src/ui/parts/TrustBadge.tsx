/** Trust as a person sees it: `TrustBadge` and `TrustShape` for the level, `TrustInShort` for genome and identity. */
import type { Trust } from '../../domain/trust.ts';
import type { PeerView } from '../../peer-api.ts';
import { useWords, type Words } from '../words/words.ts';

/** In a square of 16. */
interface Shape {
  /** Its class in the style sheets. */
  readonly name: string;
  readonly outline: string;
  readonly filled?: string;
}

const RING = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11';

/** Empty ring, half-full ring, check, cross, clock: they differ without colour. */
const SHAPES: Readonly<Record<Trust, Shape>> = {
  0: { name: 'unknown', outline: RING },
  1: { name: 'pending', outline: RING, filled: 'M8 2.5a5.5 5.5 0 0 0 0 11Z' },
  2: { name: 'verified', outline: 'M4.500 8.500l2.500 2.500 4.500-5' },
  3: { name: 'rejected', outline: 'M3.500 3.500l9 9M12.500 3.500l-9 9' },
  4: { name: 'expired', outline: `${RING}M8 5v3l2 2` },
};

/** The level of trust as shape, word and colour. */
export function TrustBadge({ trust }: { trust: Trust }) {
  const { peers } = useWords();
  return (
    <span class={`trust ${trustClass(trust)}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <TrustShape trust={trust} />
      </svg>
      <strong>{peers.trust[trust]}</strong>
    </span>
  );
}

/** The shape alone, for use inside an `svg`. */
export function TrustShape({ trust }: { trust: Trust }) {
  const { outline, filled } = SHAPES[trust];
  return (
    <>
      <path d={outline} />
      {filled && <path class="solid" d={filled} />}
    </>
  );
}

/** The class that gives a level its colour in the style sheets. */
export function trustClass(trust: Trust): string {
  return SHAPES[trust].name;
}

/** Genome and identity in a few words. They promise no more than is known. */
export function TrustSummary({ peer }: { peer: PeerView }) {
  const { peers: words } = useWords();
  const genome = peer.genome === 'same' ? words.sameGenome : words.otherGenome;
  return (
    <span class="muted">
      {genome}, {peer.cloned ? <b>{identityWord(peer, words)}</b> : identityWord(peer, words)}
    </span>
  );
}

/** What two people found when they compared keys counts for more than what this node noticed. */
export function identityWord({ signedSince, compared, cloned }: PeerView, words: Words['peers']): string {
  if (signedSince === null) return words.identityUnsigned;
  if (compared && !compared.matched) return words.identityDoubted;
  if (cloned) return words.identityCloned;
  return compared ? words.identityConfirmed : words.identitySigned;
}
