/** A window of rows onto a long list: asked for by range, asked again whenever the memory changes, never the whole. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Refusal } from '../domain/refusal.ts';
import type { Range } from '../peer-api.ts';
import { useSession } from './session.ts';
import { sayUnexpected } from './use-act.ts';

const STEP = 50;
/** Rows in the document at once. Beyond it the window moves on instead of growing. */
const MOST = 300;

export interface RowWindow<Row> {
  /** null until the first answer. */
  readonly total: number | null;
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
  const { announce } = useSession();
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
      if ('code' in answer) announce(answer);
      else setLoaded({ total: answer.total, rows: answer.rows, start });
    };
    load({ offset: start, limit: end - start })
      .then(take)
      .catch((error: unknown) => sayUnexpected(announce, 'load rows', error));
  }, [query, revision, start, end]);

  return {
    total: loaded.total < 0 ? null : loaded.total,
    rows: loaded.rows,
    start: loaded.start,
    showMore: () => setRange({ query, start: Math.max(start, end + STEP - MOST), end: end + STEP }),
    showEarlier: () => {
      const earlier = Math.max(0, start - STEP);
      setRange({ query, start: earlier, end: Math.min(end, earlier + MOST) });
    },
  };
}
