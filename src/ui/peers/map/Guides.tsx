import { useWords } from '../../words/words.ts';
import type { Guide } from './distance.ts';

interface GuidesProps {
  readonly guides: readonly Guide[];
  readonly timeout: number;
  readonly middle: number;
}

/** Circles of equal time since contact, each with its time on top. The timeout comes first: what lies inside of it is shaded, and drawn over. */
export function Guides({ guides, timeout, middle }: GuidesProps) {
  const { formats } = useWords();
  return (
    <>
      {guides.map(({ age, radius }) => (
        <g key={age} class={age === timeout ? 'map-guide timeout' : 'map-guide'}>
          <circle cx={middle} cy={middle} r={radius} />
          <text x={middle} y={middle - radius} dy="0.35em">
            {formats.duration(age)}
          </text>
        </g>
      ))}
    </>
  );
}
