import type { ComponentChild } from 'preact';
import type { RowWindow } from '../hooks/use-window.ts';
import { useWords } from '../words/words.ts';
import { Button } from './Button.tsx';
import { ShowLate } from './ShowLate.tsx';

interface RowListProps<Row> {
  readonly label: string;
  readonly window: RowWindow<Row>;
  readonly class?: string;
  /** Draws one `li`. `index` counts from the top of the whole list. */
  readonly children: (row: Row, index: number) => ComponentChild;
}

/** A window of rows, with buttons that move it. Until rows are there, it says that they are loading or have failed. */
export function RowList<Row>({ label, window, class: name = 'rows', children }: RowListProps<Row>) {
  const { shell, formats } = useWords();
  const { rows, start, total } = window;
  if (window.failed) {
    return (
      <div class="callout warning stack tight">
        <p>{shell.notLoaded}</p>
        <div class="actions">
          <Button onClick={window.tryAgain}>{shell.tryAgain}</Button>
        </div>
      </div>
    );
  }
  if (total === null) return <ShowLate>{shell.loading}</ShowLate>;
  if (total === 0) return null;
  const end = start + rows.length;
  return (
    <>
      {start > 0 && <Button onClick={window.showEarlier}>{shell.showEarlier}</Button>}
      <ul class={name} aria-label={label}>
        {rows.map((row, index) => children(row, start + index))}
      </ul>
      {end < total && (
        <div class="more">
          <Button onClick={window.showMore}>{shell.showMore}</Button>
          <span class="muted">
            {shell.shownOf(formats.number(start + 1), formats.number(end), formats.number(total))}
          </span>
        </div>
      )}
    </>
  );
}
