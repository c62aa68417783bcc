/** Status and severity of an incident as shape, word and colour. An unknown word is shown as it is. */
import { useWords } from '../words/words.ts';

const RING = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11';

/** In a square of 16. */
interface Shape {
  /** Its class in the style sheets. */
  readonly name: string;
  readonly outline: string;
  readonly filled?: string;
}

const UNKNOWN: Shape = { name: 'other', outline: 'M8 2l6 6-6 6-6-6Z' };

/** Empty ring, half-full ring, check, cross: they differ without colour. */
const STATUS_SHAPES: Readonly<Record<string, Shape>> = {
  OPEN: { name: 'open', outline: RING },
  INVESTIGATING: { name: 'investigating', outline: RING, filled: 'M8 2.5a5.5 5.5 0 0 0 0 11Z' },
  RESOLVED: { name: 'resolved', outline: 'M3.500 8.500l3 3 6-7' },
  FALSE_POSITIVE: { name: 'false-positive', outline: 'M3.500 3.500l9 9M12.500 3.500l-9 9' },
};

/** Four bars, each higher than the one before. A severity fills one to four of them. */
const BARS = ['M1.500 11h2v3h-2Z', 'M5.250 8.500h2V14h-2Z', 'M9 5.500h2V14H9Z', 'M12.750 2h2v12h-2Z'];
const bars = (name: string, count: number): Shape => ({
  name,
  outline: BARS.join(''),
  filled: BARS.slice(0, count).join(''),
});
const SEVERITY_SHAPES: Readonly<Record<string, Shape>> = {
  LOW: bars('low', 1),
  MEDIUM: bars('medium', 2),
  HIGH: bars('high', 3),
  CRITICAL: bars('critical', 4),
};

export const STATUSES: readonly string[] = Object.keys(STATUS_SHAPES);
export const SEVERITIES: readonly string[] = Object.keys(SEVERITY_SHAPES);

interface SignProps {
  /** Status or severity, as the wire writes it. */
  readonly word: string;
  /** Said before the word, for screen readers only. */
  readonly label?: string;
}

export function StatusSign({ word, label }: SignProps) {
  const { incidents } = useWords();
  return <Sign shape={STATUS_SHAPES[word] ?? UNKNOWN} text={incidents.statuses[word] ?? word} label={label} />;
}

export function SeveritySign({ word, label }: SignProps) {
  const { incidents } = useWords();
  return <Sign shape={SEVERITY_SHAPES[word] ?? UNKNOWN} text={incidents.severities[word] ?? word} label={label} />;
}

function Sign({ shape, text, label }: { shape: Shape; text: string; label: string | undefined }) {
  if (text === '') return null;
  return (
    <span class={`sign ${shape.name}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shape.outline} />
        {shape.filled && <path class="solid" d={shape.filled} />}
      </svg>
      {label && <span class="hidden">{label}: </span>}
      <strong>{text}</strong>
    </span>
  );
}
