import type { Trust } from '../../domain/trust.ts';
import { useWords } from '../words/words.ts';

const RING = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11';

interface Shape {
  readonly name: string;
  /** Drawn as a line. */
  readonly path: string;
  /** Filled. */
  readonly solid?: string;
}

/** Shapes that differ without colour: empty ring, half full, check, cross, clock. */
const SHAPES: Readonly<Record<Trust, Shape>> = {
  0: { name: 'unknown', path: RING },
  1: { name: 'pending', path: RING, solid: 'M8 2.5a5.5 5.5 0 0 0 0 11Z' },
  2: { name: 'verified', path: 'M4.500 8.500l2.500 2.500 4.500-5' },
  3: { name: 'rejected', path: 'M3.500 3.500l9 9M12.500 3.500l-9 9' },
  4: { name: 'expired', path: `${RING}M8 5v3l2 2` },
};

/** The level of trust as shape, word and colour. */
export function TrustMark({ trust }: { trust: Trust }) {
  const { peers } = useWords();
  const { name, path, solid } = SHAPES[trust];
  return (
    <span class={`trust ${name}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={path} />
        {solid && <path class="solid" d={solid} />}
      </svg>
      <strong>{peers.trust[trust]}</strong>
    </span>
  );
}
