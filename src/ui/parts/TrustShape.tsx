/** A level of trust as a shape in a square of 16. Shapes that differ without colour: empty ring, half full, check, cross, clock. */
import type { Trust } from '../../domain/trust.ts';

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
