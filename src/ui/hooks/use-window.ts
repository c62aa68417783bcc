/** A window of rows onto a long list: asked for by range, asked again whenever the memory changes, never the whole. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../../domain/refusal.ts';
import type { Range } from '../../peer-api.ts';
import { useWords } from '../words/words.ts';
import { useSession } from './session.ts';
import { sayUnexpected } from './use-act.ts';

const STEP = 50;
/** Rows in the document at once. Beyond it the window moves on instead of growing. */
const MOST = 300;

export interface RowWindow<Row> {
  /** null until the first answer. */
  readonly total: number | null;
  /** The last question got no answer: the rows are those of the one before, or none. */
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

/** `query` names what is asked for: another one starts at the top. `revision` only asks again for the same rows. */
export function useWindow<Row>(
  query: string,
  revision: number,
  load: (range: Range) => Promise<LoadedRows<Row> | Refusal>,
): RowWindow<Row> {
  const { shell } = useWords();
  const { announce } = useSession();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [range, setRange] = useState({ query, start: 0, end: STEP });
  const [loaded, setLoaded] = useState<LoadedRows<Row> & { readonly start: number }>({ total: -1, rows: [], start: 0 });
  const newest = useRef(0);
  const { start, end } = range.query === query ? range : { start: 0, end: STEP };

  // `load` is made anew at every render: `query` and `revision` say when it asks for something else.
  useEffect(() => {
    newest.current++;
    const asked = newest.current;
    const take = (answer: LoadedRows<Row> | Refusal) => {
      if (asked !== newest.current) return; // A later question has been asked since.
      setFailed('code' in answer);
      if ('code' in answer) announce(answer);
      else setLoaded({ total: answer.total, rows: answer.rows, start });
    };
    const fail = (error: unknown) => {
      if (asked === newest.current) setFailed(true);
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
    showMore: () => setRange({ query, start: Math.max(start, end + STEP - MOST), end: end + STEP }),
    showEarlier: () => {
      const earlier = Math.max(0, start - STEP);
      setRange({ query, start: earlier, end: Math.min(end, earlier + MOST) });
    },
  };
}
