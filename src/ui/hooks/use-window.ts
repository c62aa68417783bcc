/** A window of rows of a long list, asked for by range. A list is never loaded whole. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../domain/refusal.ts';
import type { Range } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { useSession } from './session.ts';
import { sayUnexpected } from './use-act.ts';

const STEP_ROWS = 50;
/** Rows in the document at once. A window of this size moves on instead of growing. */
const MOST_ROWS = 300;

export interface RowWindow<Row> {
  /** null: until the first answer. */
  readonly total: number | null;
  /** The last request failed. The rows are those of the request before, or none. */
  readonly failed: boolean;
  tryAgain(): void;
  readonly rows: readonly Row[];
  /** Index of the first row shown. */
  readonly start: number;
  showMore(): void;
  showEarlier(): void;
}

export interface LoadedRows<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** `query` names what is asked for; another one starts at the top. A new `revision` asks again for the same rows. */
export function useWindow<Row>(
  query: string,
  revision: number,
  load: (range: Range) => Promise<LoadedRows<Row> | Refusal>,
): RowWindow<Row> {
  const { shell } = useWords();
  const { announce } = useSession();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [range, setRange] = useState({ query, start: 0, end: STEP_ROWS });
  const [loaded, setLoaded] = useState<LoadedRows<Row> & { readonly start: number }>({ total: -1, rows: [], start: 0 });
  const latestRequest = useRef(0);
  const { start, end } = range.query === query ? range : { start: 0, end: STEP_ROWS };

  // Every rendering makes another `load`; the dependencies say when it asks for something else.
  useEffect(() => {
    latestRequest.current++;
    const request = latestRequest.current;
    const take = (answer: LoadedRows<Row> | Refusal) => {
      if (request !== latestRequest.current) return; // A later request is on its way.
      setFailed('code' in answer);
      if ('code' in answer) announce(answer);
      else setLoaded({ total: answer.total, rows: answer.rows, start });
    };
    const fail = (error: unknown) => {
      if (request === latestRequest.current) setFailed(true);
      sayUnexpected(announce, shell.loading, error);
    };
    load({ offset: start, limit: end - start })
      .then(take)
      .catch(fail);
  }, [query, revision, start, end, attempt]);

  return {
    total: loaded.total < 0 ? null : loaded.total,
    failed,
    tryAgain: () => setAttempt(attempt + 1),
    rows: loaded.rows,
    start: loaded.start,
    showMore: () => setRange({ query, start: Math.max(start, end + STEP_ROWS - MOST_ROWS), end: end + STEP_ROWS }),
    showEarlier: () => {
      const earlier = Math.max(0, start - STEP_ROWS);
      setRange({ query, start: earlier, end: Math.min(end, earlier + MOST_ROWS) });
    },
  };
}
