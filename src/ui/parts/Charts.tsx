/** Figures over time as columns side by side; a table says the same to whoever does not see them. */

import type { ComponentChildren } from 'preact';
import type { MonthCount } from '../../peer-api.ts';
import { useWords, type Words } from '../words/words.ts';
import { type Column, columnsOf, lengthsOf } from './bars-layout.ts';

const WIDTH = 10;
const GAP = 2;
const HEIGHT = 40;
/** Fewer columns leave room beside them: one alone is no wall. */
const FEWEST = 6;

/** `scale`: the figure that fills the height, where several charts share one. */
export function Columns({ title, months, scale }: { title: string; months: readonly MonthCount[]; scale?: number }) {
  const words = useWords();
  const columns = columnsOf(months);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return null;
  const counts = columns.map(({ count }) => count);
  const lengths = lengthsOf(counts, scale);
  const named = columns.map((column) => ({ name: timeOf(column, words), count: words.formats.number(column.count) }));
  return (
    <div class="time-chart">
      <p class="chart-title" aria-hidden="true">
        {title} <span class="muted">{words.charts.most(words.formats.number(Math.max(...counts)))}</span>
      </p>
      <svg
        viewBox={`0 0 ${Math.max(FEWEST, columns.length) * (WIDTH + GAP) - GAP} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {named.map(({ name, count }, index) => {
          const height = (lengths[index] ?? 0) * HEIGHT;
          const x = index * (WIDTH + GAP);
          return (
            <g key={name}>
              <title>{`${name}: ${count}`}</title>
              <rect class="ground" x={x} width={WIDTH} height={HEIGHT} />
              <rect class="fill" x={x} y={HEIGHT - height} width={WIDTH} height={height} />
            </g>
          );
        })}
      </svg>
      <p class={`ends hint ${columns.length < FEWEST ? 'few' : ''}`} aria-hidden="true">
        <span>{timeOf(first, words)}</span>
        {columns.length > 1 && <span>{timeOf(last, words)}</span>}
      </p>
      <div class="hidden">
        <table>
          <caption>{title}</caption>
          <tbody>
            {named.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function timeOf({ time, isUntil }: Column, { tag, charts }: Words): string {
  const name = time.includes('-') ? monthName(time, tag) : time;
  return isUntil ? charts.until(name) : name;
}

/** `Jan 2026`; the fifteenth, at noon in UTC: the same month in every zone. */
function monthName(month: string, language: string): string {
  const options = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, options).format(new Date(`${month}-15T12:00:00Z`));
}

/** Figures as bars, one below the other. It is a table: what the eye sees as length stands beside it as a number. */
export interface Bar {
  readonly label: string;
  readonly count: number;
}

export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const { formats } = useWords();
  const lengths = lengthsOf(bars.map(({ count }) => count));
  return (
    <table class="bars">
      <caption>{title}</caption>
      <tbody>
        {bars.map(({ label, count }, index) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="amount">{formats.number(count)}</td>
            <td aria-hidden="true">
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect class="ground" width="100" height="8" />
                <rect class="fill" width={(lengths[index] ?? 0) * 100} height="8" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A folded panel of charts: what is in it is counted when somebody looks. */
interface GlanceProps {
  readonly summary: string;
  readonly children: ComponentChildren;
  onToggle(isOpen: boolean): void;
}

export function Glance({ summary, children, onToggle }: GlanceProps) {
  return (
    <details class="glance" onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div class="charts">{children}</div>
    </details>
  );
}
