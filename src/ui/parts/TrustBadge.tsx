import type { Trust } from '../../domain/trust.ts';
import type { PeerView } from '../../peer-api.ts';
import { useWords, type Words } from '../words/words.ts';

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

/** A level of trust as a shape in a square of 16. Shapes that differ without colour: empty ring, half full, check, cross, clock. */
const RING = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11';

interface Shape {
  readonly name: string;
  /** Drawn as a line. */
  readonly path: string;
  /** Filled. */
  readonly solid?: string;
}

const SHAPES: Readonly<Record<Trust, Shape>> = {
  0: { name: 'unknown', path: RING },
  1: { name: 'pending', path: RING, solid: 'M8 2.5a5.5 5.5 0 0 0 0 11Z' },
  2: { name: 'verified', path: 'M4.500 8.500l2.500 2.500 4.500-5' },
  3: { name: 'rejected', path: 'M3.500 3.500l9 9M12.500 3.500l-9 9' },
  4: { name: 'expired', path: `${RING}M8 5v3l2 2` },
};

/** What the style sheets call a level, for its colour. */
export function trustClass(trust: Trust): string {
  return SHAPES[trust].name;
}

/** To be put into a drawing. */
export function TrustShape({ trust }: { trust: Trust }) {
  const { path, solid } = SHAPES[trust];
  return (
    <>
      <path d={path} />
      {solid && <path class="solid" d={solid} />}
    </>
  );
}

/** Genome and identity in three words, beside a name. They promise no more than is known. */
export function TrustInShort({ peer }: { peer: PeerView }) {
  const { peers: words } = useWords();
  const genome = peer.genome === 'same' ? words.sameGenome : words.otherGenome;
  return (
    <span class="muted">
      {genome}, {peer.cloned ? <b>{identityWord(peer, words)}</b> : identityWord(peer, words)}
    </span>
  );
}

/** A signature says whose key it is; only people say whose that is. What they found counts for more than what was noticed here. */
export function identityWord({ signedSince, compared, cloned }: PeerView, words: Words['peers']): string {
  if (signedSince === null) return words.identityUnsigned;
  if (compared && !compared.matched) return words.identityDoubted;
  if (cloned) return words.identityCloned;
  return compared ? words.identityConfirmed : words.identitySigned;
}
