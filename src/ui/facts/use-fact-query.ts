/** What the filters on the screen ask the worker for; a search waits until the person has stopped typing. */
import { useState } from 'preact/hooks';
import type { FactMark, FactQuery } from '../../peer-api.ts';
import { useSettled } from '../use-settled.ts';

export interface FactFilterState {
  readonly search: string;
  /** '' for any, else a level as text. */
  readonly level: string;
  /** '' for any. */
  readonly domain: string;
  readonly mark: FactMark | '';
  /** '' for any, 'self', or a peer id. */
  readonly origin: string;
}

export const EVERYTHING: FactFilterState = { search: '', level: '', domain: '', mark: '', origin: '' };

export function useFactQuery() {
  const [filters, setFilters] = useState(EVERYTHING);
  const [domains, setDomains] = useState<readonly string[]>([]);
  const search = useSettled(filters.search);
  const takeDomains = (occurring: readonly string[]) => {
    setDomains(occurring);
    setFilters((chosen) => (occurring.includes(chosen.domain) ? chosen : { ...chosen, domain: '' }));
  };
  return { asked: queryOf({ ...filters, search }), filters, setFilters, domains, takeDomains };
}

function queryOf({ search, level, domain, mark, origin }: FactFilterState): FactQuery {
  return {
    search: search.trim(),
    ...(level !== '' && { level: Number(level) }),
    ...(domain !== '' && { domain }),
    ...(mark !== '' && { mark }),
    ...(origin !== '' && { origin }),
  };
}
