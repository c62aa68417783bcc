/**
 * A list that a person searches and filters: the filters on the screen, the query that they make, and the window of
 * rows that the query finds. The worker searches and filters; this hook never does.
 */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../domain/refusal.ts';
import type { Range } from '../../peer-api.ts';
import { useSession } from './session.ts';
import { useDebounced } from './use-debounced.ts';
import { type LoadedRows, type RowWindow, useWindow } from './use-window.ts';

/** For a filter, by its name: the values that occur and can be chosen. */
export type OccurringValues<Filters> = Readonly<Partial<Record<keyof Filters, readonly string[]>>>;

interface ListSource<Filters, Query, Answer> {
  /** The filters that let every row through. */
  readonly unfiltered: Filters;
  /** `search` is trimmed by then. */
  queryOf(filters: Filters): Query;
  load(query: Query, range: Range): Promise<Answer | Refusal>;
  /** A filter that is not in its answer offers the same values at all times. */
  occurring?(answer: Answer): OccurringValues<Filters>;
}

export interface FilteredList<Filters, Row> {
  /** As they stand on the screen. */
  readonly filters: Filters;
  setFilters(filters: Filters): void;
  readonly isUnfiltered: boolean;
  /** Empty until the first answer. */
  readonly occurring: OccurringValues<Filters>;
  /** `total` is the number of rows found. */
  readonly window: RowWindow<Row>;
}

export function useFilteredList<
  Filters extends { readonly search: string },
  Query,
  Answer extends LoadedRows<unknown> & { readonly kind: 'rows' },
>(source: ListSource<Filters, Query, Answer>): FilteredList<Filters, Answer['rows'][number]> {
  const { snapshot } = useSession();
  const [filters, setFilters] = useState(source.unfiltered);
  const [occurring, setOccurring] = useState({} as OccurringValues<Filters>);
  // The worker is asked again only when the person has stopped typing.
  const search = useDebounced(filters.search).trim();
  const query = source.queryOf({ ...filters, search });

  const load = async (range: Range) => {
    const answer = await source.load(query, range);
    if (answer.kind === 'rows' && source.occurring) {
      const values = source.occurring(answer);
      setOccurring(values);
      setFilters((chosen) => resetVanished(chosen, values));
    }
    return answer;
  };
  return {
    filters,
    setFilters,
    isUnfiltered: JSON.stringify(filters) === JSON.stringify(source.unfiltered),
    occurring,
    window: useWindow<Answer['rows'][number]>(JSON.stringify(query), snapshot.revision, load),
  };
}

/** A chosen value that no longer occurs is no longer offered: its filter goes back to any. */
function resetVanished<Filters>(filters: Filters, occurring: OccurringValues<Filters>): Filters {
  const names = Object.keys(occurring) as (keyof Filters & string)[];
  const vanished = names.filter((name) => filters[name] !== '' && !occurring[name]?.includes(`${filters[name]}`));
  return vanished.length === 0 ? filters : { ...filters, ...Object.fromEntries(vanished.map((name) => [name, ''])) };
}
