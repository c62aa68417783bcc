/** Charts: `Columns` over time, `Bars` by label, and `Glance`, a folded panel that holds them. */
import type { ComponentChildren } from 'preact';
import type { MonthCount } from '../../peer-api.ts';
import { useWords, type Words } from '../words/words.ts';
import { type Column, columnsOf, lengthsOf } from './bars-layout.ts';

/** In units of the drawing. */
const COLUMN_WIDTH = 10;
const COLUMN_GAP = 2;
const COLUMN_HEIGHT = 40;
/** The chart has room for at least so many columns, so that a single one is not as wide as the screen. */
const LEAST_COLUMNS = 6;

/**
 * Counts by month as columns side by side; screen readers get the same as a table.
 * `scale`: the count that fills the height; by default the largest one. Charts that are compared share it.
 */
export function Columns({ title, months, scale }: { title: string; months: readonly MonthCount[]; scale?: number }) {
  const words = useWords();
  const columns = columnsOf(months);
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last) return null;
  const counts = columns.map(({ count }) => count);
  const lengths = lengthsOf(counts, scale);
  const width = Math.max(LEAST_COLUMNS, columns.length) * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP;
  const named = columns.map((column) => ({ name: timeOf(column, words), count: words.formats.number(column.count) }));
  return (
    <div class="time-chart">
      <p class="chart-title" aria-hidden="true">
        {title} <span class="muted">{words.charts.most(words.formats.number(Math.max(...counts)))}</span>
      </p>
      <svg viewBox={`0 0 ${width} ${COLUMN_HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {named.map(({ name, count }, index) => {
          const height = (lengths[index] ?? 0) * COLUMN_HEIGHT;
          const x = index * (COLUMN_WIDTH + COLUMN_GAP);
          return (
            <g key={name}>
              <title>{`${name}: ${count}`}</title>
              <rect class="ground" x={x} width={COLUMN_WIDTH} height={COLUMN_HEIGHT} />
              <rect class="fill" x={x} y={COLUMN_HEIGHT - height} width={COLUMN_WIDTH} height={height} />
            </g>
          );
        })}
      </svg>
      <p class={`ends hint ${columns.length < LEAST_COLUMNS ? 'few' : ''}`} aria-hidden="true">
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

/** `2026-01` as `Jan 2026`. The fifteenth at noon in UTC is in the same month in every time zone. */
function monthName(month: string, language: string): string {
  const options = { year: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, options).format(new Date(`${month}-15T12:00:00Z`));
}

export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** Counts as bars, one below the other. It is a table, with each count as a number beside its bar. */
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

interface GlanceProps {
  readonly summary: string;
  readonly children: ComponentChildren;
  onToggle(isOpen: boolean): void;
}

/** A folded panel of charts. Its owner counts only while it is open. */
export function ChartPanel({ summary, children, onToggle }: GlanceProps) {
  return (
    <details class="glance" onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{summary}</summary>
      <div class="charts">{children}</div>
    </details>
  );
}
