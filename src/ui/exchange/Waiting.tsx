/** Files and documents that were brought together with the one on the table: their names, and the way to the next. */
import { Button } from '../parts/Button.tsx';
import { useWords } from '../words/words.ts';
import type { Desk } from './use-desk.ts';

const MOST_NAMES = 10;

export function Waiting({ desk }: { desk: Desk }) {
  const { exchange, formats } = useWords();
  const { waiting } = desk;
  if (waiting.length === 0) return null;
  const names = waiting.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = waiting.length > MOST_NAMES ? ` ${exchange.andMore(waiting.length - MOST_NAMES)}` : '';
  return (
    <section class="held" aria-label={exchange.waitingFiles}>
      <div>
        <p>
          <strong>{exchange.moreWaiting(waiting.length)}</strong>
        </p>
        <p class="muted">{formats.list(names) + more}</p>
      </div>
      <div class="actions">
        {desk.table?.kind !== 'preview' && (
          <Button kind="primary" act={desk.act} onClick={desk.readNext}>
            {exchange.next}
          </Button>
        )}
        <Button kind="quiet" onClick={desk.letFilesGo}>
          {exchange.letFilesGo}
        </Button>
      </div>
    </section>
  );
}
