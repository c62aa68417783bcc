/** Figures as bars, one below the other. It is a table: what the eye sees as length stands beside it as a number. */
import { useWords } from '../words/words.ts';
import { lengthsOf } from './bars-layout.ts';

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
