import { shortName } from './short-name.ts';

interface SelfProps {
  readonly name: string;
  /** Width there is for the name; 0: none. */
  readonly width: number;
  readonly middle: number;
}

/** This node, in the shape that stands for it in the navigation. */
export function Self({ name, width, middle }: SelfProps) {
  return (
    <g class="map-self" transform={`translate(${middle} ${middle})`}>
      <path d="M0-21l18.500 10.500v21L0 21l-18.500-10.500v-21Z" />
      <circle class="heart" r="6.500" />
      {width > 0 && (
        <text y={33} dy="0.35em">
          {shortName(name, width)}
        </text>
      )}
    </g>
  );
}
