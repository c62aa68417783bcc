import { SELF } from './layout.ts';
import { shortName } from './short-name.ts';

const LETTERS = 13;

/** This node, in the shape that stands for it in the navigation. */
export function Self({ name, middle }: { name: string; middle: number }) {
  return (
    <g class="map-self" transform={`translate(${middle} ${middle})`}>
      <path d="M0-21l18.500 10.500v21L0 21l-18.500-10.500v-21Z" />
      <circle r="6" />
      <text y={SELF.down - 7}>{shortName(name, SELF.half * 2, LETTERS)}</text>
    </g>
  );
}
